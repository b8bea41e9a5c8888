import type { Range } from "../model/index.ts";
import { lower } from "./fold.ts";
import { firstBeyondAscii, kinds, kindsOf } from "./word-characters.ts";

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

const joiners = "-‐‑.'’/";

/** The words of a text in lower case, in order; `lowerCase` is that of its language where it has its own. */
export function lowerWords(text: string, lowerCase?: (word: string) => string): string[] {
  return words(text).map(({ start, end }) => lower(text.slice(start, end), lowerCase));
}

const [zero, nine, comma, stop, hash, plus] = [0x30, 0x39, 0x2c, 0x2e, 0x23, 0x2b];

const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;

function isAsciiLetter(unit: number): boolean {
  // Sets the bit that tells small letters from capitals.
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a && unit < firstBeyondAscii;
}

const isAsciiLetterOrDigit = (unit: number): boolean => isDigit(unit) || isAsciiLetter(unit);

/** Whether a letter or a digit stands here. */
function isLetterOrDigit(text: string, at: number): boolean {
  return (kindsOf(text.codePointAt(at) ?? 0) & kinds.letter) !== 0;
}

/** Where the run of characters ends that are one of some kinds and none of others. */
function runEnd(text: string, start: number, some: number, none = 0): number {
  let end = start;
  while (end < text.length) {
    const codePoint = text.codePointAt(end) ?? 0;
    const found = kindsOf(codePoint);
    if ((found & some) === 0 || (found & none) !== 0) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Where a number with separators ends, such as 1,234.50 or 3.14; `start` when none begins there. */
function numberEnd(text: string, start: number): number {
  const whole = digitsEnd(text, start);
  if (whole === start) return start;
  let end = whole;
  if (whole - start <= 3) {
    while (text.charCodeAt(end) === comma && digitsEnd(text, end + 1) >= end + 4) end += 4;
    // Of 1,2345 or 1,234a the last group is none.
    if (end > whole && isLetterOrDigit(text, end)) end -= 4;
  }
  const decimals = text.charCodeAt(end) === stop ? digitsEnd(text, end + 1) : end;
  if (decimals > end + 1 && (end > whole || !isLetterOrDigit(text, decimals))) return decimals;
  return end > whole ? end : start;
}

/** Where a name such as C++ or C# ends; `start` when none begins there. */
function nameEnd(text: string, start: number): number {
  if (!isAsciiLetter(text.charCodeAt(start))) return start;
  let end = start + 1;
  if (text.charCodeAt(end) === hash) end += 1;
  else if (text.startsWith("++", end)) end += 2;
  return end === start + 1 || isLetterOrDigit(text, end) ? start : end;
}

const withoutSpaces = kinds.unspaced | kinds.hangul;

/** The word that begins at `start`, of whatever script; undefined when none does. */
function wordAt(text: string, start: number): Pick<Word, "end" | "script"> | undefined {
  const first = kindsOf(text.codePointAt(start) ?? 0);
  if ((first & kinds.unspaced) !== 0) {
    return { end: runEnd(text, start, kinds.unspaced | kinds.mark), script: "unspaced" };
  }
  if ((first & kinds.hangul) !== 0) return { end: runEnd(text, start, kinds.hangul), script: "hangul" };
  if ((first & kinds.letter) === 0) return undefined;
  const special = Math.max(numberEnd(text, start), nameEnd(text, start));
  if (special > start) return { end: special, script: "spaced" };
  const end = runEnd(text, start, kinds.letter | kinds.mark | kinds.invisible, withoutSpaces);
  return { end, script: "spaced" };
}

/** Where an ASCII word ends that nothing but its own letters and digits makes, as most are; -1 for others. */
function plainEnd(text: string, start: number): number {
  let end = start;
  let digits = true;
  while (end < text.length && isAsciiLetterOrDigit(text.charCodeAt(end))) {
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

/**
 * The words of a range of a text, in order, with offsets in the text. A word is a run of an unspaced script or of Hangul; a
 * number with separators; a name such as C++ or C#; or any other run of letters, digits and marks: the first of these that
 * fits. Linear in the length of the range.
 */
export function words(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  const found: Word[] = [];
  const part = range.start === 0 && range.end === text.length ? text : text.slice(range.start, range.end);
  let previousEnd = -2;
  let at = 0;
  while (at < part.length) {
    const unit = part.charCodeAt(at);
    if (unit < firstBeyondAscii && !isAsciiLetterOrDigit(unit)) {
      at++;
      continue;
    }
    let end = unit < firstBeyondAscii ? plainEnd(part, at) : -1;
    let script: Word["script"] = "spaced";
    if (end === -1) {
      const word = wordAt(part, at);
      if (word === undefined) {
        at += (part.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        continue;
      }
      ({ end, script } = word);
    }
    const joined = at === previousEnd + 1 && joiners.includes(part.charAt(previousEnd));
    found.push({ start: range.start + at, end: range.start + end, script, joined });
    previousEnd = end;
    at = end;
  }
  return found;
}
