import type { Range } from "../model.ts";

/** A word as written: a stretch of letters and digits, or a run of a script that puts no spaces between words. */
export interface Word extends Range {
  /**
   * `spaced` for a word between spaces; `hangul` for one of Korean syllables, in which particles follow without a space;
   * `unspaced` for a run of Chinese, Japanese, Thai and the like.
   */
  readonly script: "spaced" | "hangul" | "unspaced";
  /** True when only a hyphen, full stop, slash or apostrophe stands between this word and the one before. */
  readonly joined: boolean;
}

const unspacedScripts = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
/** Thai and its neighbours have digits of their own, which make numbers like any others. */
const unspaced = `(?!\\p{Nd})[${unspacedScripts}々ー]`;
const hangul = "\\p{Script=Hangul}";
/** Joiners of letters (Hindi, Arabic, Persian) and soft hyphens stand inside words and are no part of them. */
const invisible = "\\u00AD\\u200C\\u200D";

/** Runs of unspaced scripts; numbers with separators; names such as C++ and C#; other words. First match wins. */
const wordPattern = new RegExp(
  [
    `(?<unspaced>${unspaced}(?:${unspaced}|\\p{M})*)`,
    `(?<hangul>${hangul}+)`,
    "\\d{1,3}(?:,\\d{3})+(?![\\p{L}\\p{N}])(?:\\.\\d+)?",
    "\\d+\\.\\d+(?![\\p{L}\\p{N}])",
    "[A-Za-z](?:\\+\\+|#)(?![\\p{L}\\p{N}])",
    `(?:(?!${unspaced}|${hangul})[\\p{L}\\p{N}])(?:(?!${unspaced}|${hangul})[\\p{L}\\p{N}\\p{M}${invisible}])*`,
  ].join("|"),
  "gu",
);

const joiner = /^[-‐‑.'’/]$/;

/** The words of a range of a text, in order, with offsets in the text. Linear in the length of the range. */
export function words(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  const found: Word[] = [];
  const part = range.start === 0 && range.end === text.length ? text : text.slice(range.start, range.end);
  let previousEnd = -2;
  for (const match of part.matchAll(wordPattern)) {
    const start = range.start + match.index;
    const end = start + match[0].length;
    const joined = start === previousEnd + 1 && joiner.test(text.charAt(previousEnd));
    found.push({
      start,
      end,
      script: match.groups?.["unspaced"] ? "unspaced" : match.groups?.["hangul"] ? "hangul" : "spaced",
      joined,
    });
    previousEnd = end;
  }
  return found;
}
