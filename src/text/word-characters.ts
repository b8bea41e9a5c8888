/**
 * What characters are in words. It is looked up once for each that occurs: a pattern of whole words in all scripts takes
 * twenty times as long to compile, and a new isolate would wait for it.
 */

import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { anyDigit, invisibleCharacters } from "./patterns.ts";

/** The first code point that is not ASCII. */
export const firstBeyondAscii = 0x80;

/** What a character is; it may be several of them. */
export const kinds = {
  /** A letter or a digit. */
  letter: 1,
  mark: 2,
  /** It may stand inside a word and is no part of it; see `invisibleCharacters`. */
  invisible: 4,
  /** Of a script that puts no spaces between words: Chinese, Japanese, Thai and the like. */
  unspaced: 8,
  /** A Korean syllable or letter. */
  hangul: 16,
} as const;

/** Set on what was looked up. */
const known = 128;
const looked = new Uint8Array(0x10000);

/** The `kinds` of a code point, added up. */
export function kindsOf(codePoint: number): number {
  if (codePoint >= looked.length) return lookUp(codePoint);
  const found = looked[codePoint] || lookUp(codePoint) | known;
  looked[codePoint] = found;
  return found & ~known;
}

const letter = lazyRegExp(String.raw`[\p{L}\p{N}]`, "u");
const mark = lazyRegExp(String.raw`\p{M}`, "u");
const invisible = new RegExp(`[${invisibleCharacters}]`);
const unspaced = lazyRegExp(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`,
  "u",
);
/** They stand in words of those scripts, among others; the last three are those of half-width kana. */
const unspacedMarks = /[々ー\uff70\uff9e\uff9f]/;
const hangul = lazyRegExp(String.raw`\p{Script=Hangul}`, "u");
/** Where no character of an unspaced script or of Hangul is: before Thai, and among punctuation and symbols. */
const elsewhere = /^[\0-\u0DFF\u2000-\u2E7F]*$/;

/** Whether white space stands at a place of a text, as `\s` has it. Most text is ASCII, and many places are looked at. */
export function isSpaceAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < firstBeyondAscii
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : /\s/.test(text.charAt(at));
}

/** Whether a text has characters of a script that puts no spaces between words. */
export const hasUnspaced = (text: string): boolean => !elsewhere.test(text) && unspaced().test(text);

function lookUp(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (codePoint < firstBeyondAscii) return /[0-9A-Za-z]/.test(character) ? kinds.letter : 0;
  let found = 0;
  if (letter().test(character)) found |= kinds.letter;
  if (mark().test(character)) found |= kinds.mark;
  if (invisible.test(character)) found |= kinds.invisible;
  if (elsewhere.test(character)) return found;
  if (hangul().test(character)) found |= kinds.hangul;
  const isUnspaced = unspacedMarks.test(character) || unspaced().test(character);
  // Thai and its neighbours have digits of their own, which make numbers like any others.
  if (isUnspaced && !anyDigit().test(character)) found |= kinds.unspaced;
  return found;
}
