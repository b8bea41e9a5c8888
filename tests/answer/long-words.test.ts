import { expect, test } from "vitest";
import { analyseQuestion } from "../../src/answer/question.ts";
import { Synonyms } from "../../src/answer/synonyms.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import english from "../../src/text/languages/en.ts";

/** Longest that any word is: no stemmer's time is bounded by anything else. */
const longest = 64;

test.each([
  ["a ligature that folding makes long", "\uFDFA".repeat(2000)],
  ["letters", `who ${"bcd".repeat(600)}er`],
  ["Hangul", "한국어질문".repeat(400)],
  ["a word of many parts", `how ${"abc-".repeat(400)}`],
])("no rule of a language is asked about %s without an end", (_, text) => {
  const lengths: number[] = [];
  const note = <Result>(word: string, result: Result): Result => {
    lengths.push(word.length);
    return result;
  };
  const language = {
    ...english,
    stem: (word: string) => note(word, english.stem(word)),
    otherForms: (word: string) => note(word, []),
    phrasalTerms: (verb: string) => note(verb, []),
    doerTerms: (term: string) => note(term, []),
  };
  // A short word shows that the rules are asked at all.
  const question = analyseQuestion(`who founded ${text}`, new LanguageSet([language]));
  new Synonyms(language, []).expand(question);
  expect(lengths).not.toEqual([]);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
});
