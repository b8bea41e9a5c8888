import type { Range } from "../model.ts";
import { lower } from "./fold.ts";

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

/** A word where the search stands: a run of an unspaced script; a number with separators; a name such as C++ or C#; any other. First match wins. */
const wordPattern = new RegExp(
  [
    `(?<unspaced>${unspaced}(?:${unspaced}|\\p{M})*)`,
    `(?<hangul>${hangul}+)`,
    "\\d{1,3}(?:,\\d{3})+(?![\\p{L}\\p{N}])(?:\\.\\d+)?",
    "\\d+\\.\\d+(?![\\p{L}\\p{N}])",
    "[A-Za-z](?:\\+\\+|#)(?![\\p{L}\\p{N}])",
    `(?:(?!${unspaced}|${hangul})[\\p{L}\\p{N}])(?:(?!${unspaced}|${hangul})[\\p{L}\\p{N}\\p{M}${invisible}])*`,
  ].join("|"),
  "uy",
);

const joiners = "-‐‑.'’/";

/** The words of a text in lower case, in order; `lowerCase` is that of its language where it has its own. */
export function lowerWords(text: string, lowerCase?: (word: string) => string): string[] {
  return words(text).map(({ start, end }) => lower(text.slice(start, end), lowerCase));
}

/** Where an ASCII word ends that nothing but its own letters and digits makes; -1 when the pattern has to tell. */
function plainEnd(text: string, start: number): number {
  let end = start;
  let digits = true;
  while (end < text.length && isLetterOrDigit(text.charCodeAt(end))) {
    digits &&= isDigit(text.charCodeAt(end));
    end++;
  }
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (next >= firstBeyondAscii) return -1;
  const mayBeName = end === start + 1 && (next === hash || next === plus);
  const mayBeNumber = digits && (next === comma || next === stop);
  return mayBeName || mayBeNumber ? -1 : end;
}

const [zero, nine, comma, stop, hash, plus] = [0x30, 0x39, 0x2c, 0x2e, 0x23, 0x2b];
const firstBeyondAscii = 0x80;

const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;

function isLetterOrDigit(unit: number): boolean {
  // Sets the bit that tells small letters from capitals.
  const small = unit | 0x20;
  return isDigit(unit) || (small >= 0x61 && small <= 0x7a && unit < firstBeyondAscii);
}

/**
 * The words of a range of a text, in order, with offsets in the text. Linear in the length of the range. Most text is plain
 * ASCII, in which words are found without the pattern: it takes ten times as long.
 */
export function words(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  const found: Word[] = [];
  const part = range.start === 0 && range.end === text.length ? text : text.slice(range.start, range.end);
  let previousEnd = -2;
  let at = 0;
  while (at < part.length) {
    const unit = part.charCodeAt(at);
    if (unit < firstBeyondAscii && !isLetterOrDigit(unit)) {
      at++;
      continue;
    }
    let end = unit < firstBeyondAscii ? plainEnd(part, at) : -1;
    let script: Word["script"] = "spaced";
    if (end === -1) {
      wordPattern.lastIndex = at;
      const match = wordPattern.exec(part);
      if (match === null) {
        at += (part.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        continue;
      }
      end = at + match[0].length;
      if (match.groups?.["unspaced"] !== undefined) script = "unspaced";
      else if (match.groups?.["hangul"] !== undefined) script = "hangul";
    }
    const joined = at === previousEnd + 1 && joiners.includes(part.charAt(previousEnd));
    found.push({ start: range.start + at, end: range.start + end, script, joined });
    previousEnd = end;
    at = end;
  }
  return found;
}
