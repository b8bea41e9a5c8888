/**
 * What characters are in words. It is looked up once for each that occurs: a pattern of whole words in all scripts takes
 * twenty times as long to compile, and a new isolate would wait for it.
 */

/** What a character is; it may be several of them. */
export const kinds = {
  /** A letter or a digit. */
  letter: 1,
  mark: 2,
  /** Joiners of letters (Hindi, Arabic, Persian) and soft hyphens stand inside words and are no part of them. */
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

const makeClasses = () => ({
  letter: /[\p{L}\p{N}]/u,
  digit: /\p{Nd}/u,
  mark: /\p{M}/u,
  invisible: /[\u00AD\u200C\u200D]/,
  unspaced:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u,
  hangul: /\p{Script=Hangul}/u,
});
let classes: ReturnType<typeof makeClasses> | undefined;

function lookUp(codePoint: number): number {
  classes ??= makeClasses();
  const character = String.fromCodePoint(codePoint);
  let found = 0;
  if (classes.letter.test(character)) found |= kinds.letter;
  if (classes.mark.test(character)) found |= kinds.mark;
  if (classes.invisible.test(character)) found |= kinds.invisible;
  if (classes.hangul.test(character)) found |= kinds.hangul;
  // Thai and its neighbours have digits of their own, which make numbers like any others.
  if (classes.unspaced.test(character) && !classes.digit.test(character)) found |= kinds.unspaced;
  return found;
}
