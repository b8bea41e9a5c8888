import type { Range } from "../model/index.ts";
import { lower } from "./fold.ts";
import { invisibleCharacters } from "./patterns.ts";
import { firstBeyondAscii, kinds, kindsOf } from "./word-characters.ts";

/** A word as written: a stretch of letters and digits, or a run of a script that puts no spaces between words. */
export interface Word extends Range {
  /**
   * `spaced` for a word between spaces; `hangul` for one of Korean syllables, in which particles follow without a space;
   * `unspaced` for a run of Chinese, Japanese, Thai and the like.
   */
  readonly script: "spaced" | "hangul" | "unspaced";
  /** True when only a hyphen, full stop, slash, low line, ampersand or apostrophe stands between this word and the one before. */
  readonly joined: boolean;
}

const invisibleRun = new RegExp(`^[${invisibleCharacters}]+$`);
const joiners = "-‐‑.'’/_&";

/** The words of a text in lower case, in order; `lowerCase` is that of its language where it has its own. */
export function lowerWords(text: string, lowerCase?: (word: string) => string): string[] {
  return words(text).map(({ start, end }) => lower(text.slice(start, end), lowerCase));
}

const [zero, nine, comma, stop, hash, plus, space, apostrophe] = [
  0x30, 0x39, 0x2c, 0x2e, 0x23, 0x2b, 0x20, 0x27,
];

const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;

function isAsciiLetter(unit: number): boolean {
  // Sets the bit that distinguishes small letters from capitals.
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a && unit < firstBeyondAscii;
}

/** `v`, as it stands before versions. */
const isVersionMark = (unit: number): boolean => (unit | 0x20) === 0x76;

const isAsciiLetterOrDigit = (unit: number): boolean => isDigit(unit) || isAsciiLetter(unit);

const withoutSpaces = kinds.unspaced | kinds.hangul;

/** Whether a letter or a digit stands here that would go on a word between spaces. */
function goesOn(text: string, at: number): boolean {
  const found = kindsOf(text.codePointAt(at) ?? 0);
  return (found & kinds.letter) !== 0 && (found & withoutSpaces) === 0;
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

/** Where a word between spaces ends. */
const wordEnd = (text: string, start: number): number =>
  runEnd(text, start, kinds.letter | kinds.mark | kinds.invisible, withoutSpaces);

/** A version, date or address: numbers with full stops between them, and letters as in 1.0.0rc1. */
const dotted = /(?:[vV]\d+(?:\.\d+)+|\d+(?:\.\d+){2,})/y;

/** Numbers with separators, the first that fits: 1.234,50; 1,234.50; 1 234,50 and 1'234.50; 3.14; 3,14. */
const separated = [
  /\d{1,3}(?:\.\d{3})+,\d{1,2}/y,
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\.\d)/y,
  /\d{1,3}([ \u00a0\u2009\u202f'’])\d{3}(?:\1\d{3})*(?!\1\d)(?:[.,]\d+)?/y,
  /\d+\.\d+(?!\.\d)/y,
  // Not within a list such as 1,2,3.
  /(?<![\d,])\d+,\d{1,2}(?!,\d)/y,
];

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** Where a number with separators ends; `start` when none begins there. */
function numberEnd(text: string, start: number): number {
  for (const pattern of separated) {
    const end = matchEnd(pattern, text, start);
    if (end > start && !goesOn(text, end)) return end;
  }
  const end = matchEnd(dotted, text, start);
  return end > start ? wordEnd(text, end) : start;
}

/** Where a name such as C++ or C# ends; `start` when none begins there. */
function nameEnd(text: string, start: number): number {
  if (!isAsciiLetter(text.charCodeAt(start))) return start;
  let end = start + 1;
  if (text.charCodeAt(end) === hash) end += 1;
  else if (text.startsWith("++", end)) end += 2;
  return end === start + 1 || goesOn(text, end) ? start : end;
}

/** The word that begins at `start`, of whatever script; undefined when none does. */
function wordAt(text: string, start: number): Pick<Word, "end" | "script"> | undefined {
  const first = kindsOf(text.codePointAt(start) ?? 0);
  if ((first & kinds.unspaced) !== 0) {
    return { end: runEnd(text, start, kinds.unspaced | kinds.mark | kinds.invisible), script: "unspaced" };
  }
  if ((first & kinds.hangul) !== 0) {
    return { end: runEnd(text, start, kinds.hangul | kinds.invisible), script: "hangul" };
  }
  if ((first & kinds.letter) === 0) return undefined;
  const special = Math.max(numberEnd(text, start), nameEnd(text, start));
  if (special > start) return { end: special, script: "spaced" };
  return { end: wordEnd(text, start), script: "spaced" };
}

/** Whether a visible character stands in a gap; a long word may be broken after its hyphen. */
const isJoiner = (text: string, start: number, end: number): boolean =>
  end - start === 1 || invisibleRun.test(text.slice(start + 1, end));

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
  const separates = next === comma || next === stop || next === space || next === apostrophe;
  const mayBeVersion = next === stop && isVersionMark(text.charCodeAt(start));
  const mayBeNumber = (digits || mayBeVersion) && separates && isDigit(text.charCodeAt(end + 1));
  return mayBeName || mayBeNumber ? -1 : end;
}

/**
 * The words of a range of a text, in order, with offsets in the text. A word is a run of an unspaced script or of Hangul; a
 * number with separators or a version; a name such as C++ or C#; or any other run of letters, digits and marks: the first of these that
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
    const joined = joiners.includes(part.charAt(previousEnd)) && isJoiner(part, previousEnd, at);
    found.push({ start: range.start + at, end: range.start + end, script, joined });
    previousEnd = end;
    at = end;
  }
  return found;
}
