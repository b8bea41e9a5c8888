import fc from "fast-check";
import { expect, test } from "vitest";
import { invisibleCharacters } from "../../src/text/patterns.ts";
import { words } from "../../src/text/words.ts";
import { anyText } from "../any-text.ts";

/** Pieces that meet each rule for words, and each way from one rule to the next. */
const piece = fc.oneof(
  fc.constantFrom("a", "Z", "word", "naïve", "C++", "C#", "c++x", "f#1", "GPT", "4o", "_", "+", "#"),
  fc.constantFrom("1", "12", "1,234", "12,345.67", "1,23", "3.14", "3.", ".5", "1.2.3", "9,999a", "２", "๑"),
  fc.constantFrom(" ", "\n", "-", "‐", ".", "'", "’", "/", ",", "–", "“", "\u00ad", "\u200d", "\u0301"),
  fc.constantFrom("量子", "ひらがな", "ไทย", "々", "한국어", "слово", "كلمة", "हिन्दी", "𠮷", "😀", "\ud83d"),
);

/** Whether a character may stand in a word, beside marks and joiners. */
const letterOrDigit = /[\p{L}\p{N}]/u;

test("plain text is cut into the words that it has beside other text", () => {
  // A word beyond ASCII before or after, set off by a space, must not change how a text is cut.
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const cut = words(text).map(({ start, end }) => text.slice(start, end));
      const beside = `${text} é`;
      expect(words(beside).map(({ start, end }) => beside.slice(start, end))).toEqual([...cut, "é"]);
      const whole = Array.from(text).filter((character) => letterOrDigit.test(character)).length;
      const inWords = cut
        .flatMap((word) => Array.from(word))
        .filter((character) => letterOrDigit.test(character));
      expect(inWords).toHaveLength(whole);
    }),
    { numRuns: 2000 },
  );
});

/** The scripts without spaces; their own digits make numbers like any others. */
const unspaced =
  "(?!\\p{Nd})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々ー]";
const hangul = "\\p{Script=Hangul}";

const invisible = `[${invisibleCharacters}]`;
/** A letter or digit of a script with spaces, what may follow it in a word, and that none follows. */
const spaced = `(?:(?!${unspaced}|${hangul})[\\p{L}\\p{N}])`;
const inWord = `(?:(?!${unspaced}|${hangul})(?:[\\p{L}\\p{N}\\p{M}]|${invisible}))`;
const boundary = `(?!${spaced})`;

/** A number that is taken as far as it goes, or not at all. */
const number = (name: string, pattern: string) => `(?=(?<${name}>${pattern}))\\k<${name}>${boundary}`;

/** The kinds of words, the first that fits. */
const anyWord = new RegExp(
  [
    `(?:${unspaced})(?:${unspaced}|\\p{M}|${invisible})*`,
    `${hangul}(?:${hangul}|${invisible})*`,
    number("a", "\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}"),
    number("b", "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\.\\d)"),
    number("c", "\\d{1,3}(?<s>[ \\u00a0\\u2009\\u202f'’])\\d{3}(?:\\k<s>\\d{3})*(?!\\k<s>\\d)(?:[.,]\\d+)?"),
    number("d", "\\d+\\.\\d+(?!\\.\\d)"),
    number("e", "(?<![\\d,])\\d+,\\d{1,2}(?!,\\d)"),
    `(?:[vV]\\d+(?:\\.\\d+)+|\\d+(?:\\.\\d+){2,})${inWord}*`,
    `[A-Za-z](?:\\+\\+|#)${boundary}`,
    `${spaced}${inWord}*`,
  ].join("|"),
  "gu",
);

test("words are those that one pattern of all kinds finds", () => {
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    anyText({ maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..."12,.a+#é漢ก๑한〮ゞ〮ー\u0301"), maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, (text) => {
      const expected = Array.from(text.matchAll(anyWord), ([word]) => word);
      expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    }),
    { numRuns: 5000 },
  );
});

test("names and numbers stay whole in plain text", () => {
  const text = "C++ and C# cost 1,234.50 or 3.14, x+y, a#b, 1,2,3 and 1.5x at 10, v2.4.1, 1 250,50.";
  expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    ..."C++ and C# cost 1,234.50 or 3.14 x y a b 1 2 3 and 1 5x at 10 v2.4.1".split(" "),
    "1 250,50",
  ]);
});
