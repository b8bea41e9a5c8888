import type { Range } from "../model.ts";

/** A word as written: a stretch of letters and digits, or a run of a script that puts no spaces between words. */
export interface Word extends Range {
  /** `spaced` for a word between spaces; `unspaced` for a run of Chinese, Japanese, Thai and the like. */
  readonly script: "spaced" | "unspaced";
  /** True when only a hyphen, full stop, slash or apostrophe stands between this word and the one before. */
  readonly joined: boolean;
}

const unspacedScripts =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々ー";

/** Runs of unspaced scripts; numbers with separators; names such as C++ and C#; other words. First match wins. */
const wordPattern = new RegExp(
  [
    `(?<unspaced>[${unspacedScripts}][${unspacedScripts}\\p{M}]*)`,
    "\\d{1,3}(?:,\\d{3})+(?![\\p{L}\\p{N}])(?:\\.\\d+)?",
    "\\d+\\.\\d+(?![\\p{L}\\p{N}])",
    "[A-Za-z](?:\\+\\+|#)(?![\\p{L}\\p{N}])",
    `(?:(?![${unspacedScripts}])[\\p{L}\\p{N}])(?:(?![${unspacedScripts}])[\\p{L}\\p{N}\\p{M}])*`,
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
      script: match.groups?.["unspaced"] === undefined ? "spaced" : "unspaced",
      joined,
    });
    previousEnd = end;
  }
  return found;
}
