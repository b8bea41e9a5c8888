import { expect, test } from "vitest";
import { cueFor } from "../../src/answer/answer-type.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";

/** How far a sentence tells what a question asks for. */
async function told(question: string, sentence: string, code = "en"): Promise<number | undefined> {
  const language = await loadLanguage(code);
  return cueFor(analyseQuestion(question, new LanguageSet([language])), language)?.(sentence);
}

test.each([
  ["How many daughters do the Holms have?", "There were five.", "They never quarrel."],
  ["How many daughters do the Holms have?", "It is a house of 12 rooms.", "Every one of them sings."],
  ["When was the bridge opened?", "It was in the spring of 1931.", "It was during the storm."],
  ["When was the bridge opened?", "It was on 4 May.", "It was some years ago."],
])("%s is told more by %s than by %s", async (question, plain, vague) => {
  const [most = 0, less = 0] = await Promise.all([told(question, plain), told(question, vague)]);
  expect(most).toBe(1);
  expect(less).toBeGreaterThan(0);
  expect(less).toBeLessThan(most);
});

test.each([
  ["How often does the ferry run?", "It runs daily.", 1],
  ["How much is a ticket?", "A ticket is free.", 1],
  ["How much does a poster cost?", "It costs less than one of the hundreds of others.", 0],
  ["How much does a poster cost?", "It costs twelve crowns.", 1],
  ["How many daughters do the Holms have?", "They like music.", 0],
])("%s is told by %s: %s", async (question, sentence, expected) => {
  expect(await told(question, sentence)).toBe(expected);
});
