import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import en from "../../src/text/languages/en.ts";
import tr from "../../src/text/languages/tr.ts";
import { libraryOf } from "./library.ts";

const english = new LanguageSet([en]);
const turkish = new LanguageSet([tr]);

describe("the form of a question", () => {
  test("is found by stop words in the language's own lower case", () => {
    expect(analyseQuestion("ANKARA HAKKINDA", turkish).form).toBe("fact");
    expect(analyseQuestion("Ankara hakkında", turkish).form).toBe("fact");
    expect(analyseQuestion("ANKARA İKLİMİ", turkish).form).toBe("topic");
  });

  test("is that of keywords where stop words are acronyms", () => {
    expect(analyseQuestion("US economy inflation", english).form).toBe("topic");
    expect(analyseQuestion("tell us inflation", english).form).toBe("fact");
  });
});

test("an acronym that reads like a question word asks for nothing", () => {
  expect(analyseQuestion("What does the WHO say?", english).answerType).toBe("thing");
  expect(analyseQuestion("Does the WHO say so?", english).answerType).toBeUndefined();
  expect(analyseQuestion("WHO FOUNDED THE COMPANY?", english).answerType).toBe("person");
  expect(analyseQuestion("WHEN was it founded?", english).answerType).toBe("time");
});

test("of a very long question the words count that are asked most often and are rarest in any text", () => {
  const many = Array.from({ length: 200 }, (_, index) => `filler${"abcdefghij"[index % 10]}${index}word`);
  const question = analyseQuestion(
    `The observatory, ${many.join(" ")} and the observatory again in the time of year.`,
    english,
  );
  const words = new Set(question.terms.map(({ word }) => word));
  expect(words.size).toBeLessThanOrEqual(64);
  expect(question.terms.find(({ term }) => term.startsWith("observ"))?.frequency).toBe(2);
});

// Left in, they were taken for rare words that what answers lacks.
test.each(["somebody", "someone", "anyone", "something", "everything", "whoever"])(
  "%s says nothing of what is asked",
  (word) => {
    const { terms } = analyseQuestion(`Should the council help ${word}?`, english);
    expect(terms.filter(({ weight }) => weight === 1).map(({ term }) => term)).toEqual(["council", "help"]);
  },
);

describe("what says little beside what is asked for", () => {
  const idfOf = async (question: string, term: string): Promise<number | undefined> => {
    const { answerer, languages } = await libraryOf({
      hooks: "# Hooks\n\nuseEffect runs after the browser has painted.",
    });
    const { outcome } = await answerQuestion({ store: answerer.store, languages, question, limit: 5 });
    return outcome.retrieved.terms.find((searched) => searched.term === term)?.idf;
  };

  test.each([
    ["What is the difference between useEffect and useMemo?", "differ", "difference useEffect useMemo"],
    ["How do I enable useEffect?", "enabl", "enable useEffect"],
    ["What happens in useEffect?", "happen", "happens useEffect"],
  ])("%s: half of what %s bears among keywords", async (question, term, keywords) => {
    expect(await idfOf(question, term)).toBeCloseTo(((await idfOf(keywords, term)) ?? 0) / 2);
  });
});
