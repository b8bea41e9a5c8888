import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contradictionOf } from "../../src/answer/polarity.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import type { Language } from "../../src/text/language.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import german from "../../src/text/languages/de.ts";
import english from "../../src/text/languages/en.ts";
import { opposites } from "../../src/text/languages/en-opposites.ts";

function contradictionIn(question: string, quote: string, language: Language) {
  const { words } = analyseQuestion(question, new LanguageSet([language]));
  return contradictionOf(words, quote, language);
}

describe("a question that is denied", () => {
  test.each([
    ["Which cells cannot divide?", "Skin cells divide every day.", true],
    ["Which cells cannot divide?", "Nerve cells do not divide.", false],
    ["Which cells divide?", "Nerve cells do not divide.", false],
    ["Which cells divide?", "Skin cells divide every day.", false],
  ])("%s | %s", (question, quote, expected) => {
    expect(contradictionIn(question, quote, english).negated).toBe(expected);
  });
});

describe("a question with the opposite of what a quote says", () => {
  test.each([
    // A word of the list, either way round, whatever its case.
    ["What is the smallest lake?", "The largest lake is Vänern.", true],
    ["What is the LARGEST lake?", "The smallest lake is Sarek.", true],
    // The quote has the word as well as its opposite: it may well answer.
    ["What is the smallest lake?", "From the largest to the smallest lake it is a day's walk.", false],
    // So does the question.
    ["How far is it from the largest to the smallest lake?", "The largest lake is far.", false],
    // A beginning that denies, either way round.
    ["Which method is accurate?", "The older method is inaccurate.", true],
    ["Which method is inaccurate?", "The newer method is accurate.", true],
    // Too short to be a word with a beginning before it.
    ["Which form is sent?", "Readers inform the desk.", false],
    ["What is the depth of the lake?", "The lake is 106 metres deep.", false],
  ])("%s | %s", (question, quote, expected) => {
    expect(contradictionIn(question, quote, english).antonym).toBe(expected);
  });

  describe("by a beginning alone, in a language without a list of opposites", () => {
    /** Made for each question, as what is worked out of a language is kept with it. */
    const prefixed = (): Language => ({ ...english, opposites: [], negativePrefixes: ["non", "in", "un"] });
    test.each([
      ["Which door is locked?", "The cellar door is unlocked.", true],
      ["Which door is unlocked?", "The cellar door is locked.", true],
      // Five letters are enough on either side, four are not.
      ["Which sum is exact?", "The older sum is inexact.", true],
      ["Which sum is inexact?", "The newer sum is exact.", true],
      ["Which lock is tied?", "The rope is untied.", false],
      ["Which lock is untied?", "The rope is tied.", false],
      // The beginning stands at the beginning, and is one of the language's.
      ["Which door is locked?", "The cellar door is overlocked.", false],
      ["Which door is lockedun?", "The cellar door is locked.", false],
      // The quote has the very word, too.
      ["Which door is locked?", "One door is locked, one is unlocked.", false],
    ])("%s | %s", (question, quote, expected) => {
      expect(contradictionIn(question, quote, prefixed()).antonym).toBe(expected);
    });

    test("or with neither, is never seen", () => {
      const { opposites: _opposites, negativePrefixes: _prefixes, ...bare } = english;
      expect(contradictionIn("Which door is locked?", "It is unlocked.", { ...bare }).antonym).toBe(false);
      expect(contradictionIn("What is the smallest lake?", "The largest one.", { ...bare }).antonym).toBe(
        false,
      );
    });
  });

  test("is seen by every list that a word is in", () => {
    const listed = (): Language => ({
      ...english,
      negativePrefixes: [],
      opposites: [
        [["early"], ["late"]],
        [["early", "soon"], ["never"]],
      ],
    });
    for (const quote of ["It came late.", "It came never."])
      expect(contradictionIn("Did it come early?", quote, listed()).antonym).toBe(true);
    expect(contradictionIn("Did it never come?", "It came soon.", listed()).antonym).toBe(true);
    expect(contradictionIn("Did it come late?", "It came soon.", listed()).antonym).toBe(false);
  });

  test("is never seen in a language without a list", () => {
    expect(
      contradictionIn("Was ist der kleinste See?", "Der größte See ist der Bodensee.", german).antonym,
    ).toBe(false);
  });

  test("is seen both ways, and never between a text and itself", () => {
    const pair = fc
      .constantFrom(...opposites)
      .chain(([ones, others]) => fc.tuple(fc.constantFrom(...ones), fc.constantFrom(...others)));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(contradictionIn(`a ${one} b`, `a ${other} b`, english).antonym).toBe(true);
        expect(contradictionIn(`a ${other} b`, `a ${one} b`, english).antonym).toBe(true);
        expect(contradictionIn(`a ${one} b`, `a ${one} b`, english).antonym).toBe(false);
      }),
    );
  });
});
