import { expect, test } from "vitest";
import { hasUnspaced, kinds, kindsOf } from "../../src/text/word-characters.ts";

const letter = /[\p{L}\p{N}]/u;
const digit = /\p{Nd}/u;
const mark = /\p{M}/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Soft hyphens, joiners, marks of direction, variation selectors: no fillers that letters are made of, and no tags of flags. */
const invisible = /(?=\p{Cf}|\p{Mn})(?!\u17b4|\u17b5)\p{Default_Ignorable_Code_Point}(?<=[\0-\uffff])/u;
const hangul = /\p{Script=Hangul}/u;

test("every character is what Unicode says it is", () => {
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    const isUnspaced =
      (unspaced.test(character) || "々ー\uff70\uff9e\uff9f".includes(character)) && !digit.test(character);
    const expected =
      (letter.test(character) ? kinds.letter : 0) |
      (mark.test(character) ? kinds.mark : 0) |
      (invisible.test(character) ? kinds.invisible : 0) |
      (isUnspaced ? kinds.unspaced : 0) |
      (hangul.test(character) ? kinds.hangul : 0);
    if (kindsOf(codePoint) !== expected || hasUnspaced(character) !== unspaced.test(character)) {
      wrong.push(`U+${codePoint.toString(16)}`);
    }
  }
  expect(wrong).toEqual([]);
});
