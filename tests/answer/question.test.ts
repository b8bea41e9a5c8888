import { describe, expect, test } from "vitest";
import { readQuestion } from "../../src/answer/question.ts";
import english from "../../src/text/languages/en.ts";
import turkish from "../../src/text/languages/tr.ts";

describe("the form of a question", () => {
  test("is found by stop words in the language's own lower case", () => {
    expect(readQuestion("ANKARA HAKKINDA", turkish).form).toBe("fact");
    expect(readQuestion("Ankara hakkında", turkish).form).toBe("fact");
    expect(readQuestion("ANKARA İKLİMİ", turkish).form).toBe("topic");
  });

  test("is that of keywords where stop words are acronyms", () => {
    expect(readQuestion("US economy inflation", english).form).toBe("topic");
    expect(readQuestion("tell us inflation", english).form).toBe("fact");
  });
});

test("an acronym that reads like a question word asks for nothing", () => {
  expect(readQuestion("What does the WHO say?", english).answerType).toBe("thing");
  expect(readQuestion("Does the WHO say so?", english).answerType).toBeUndefined();
  expect(readQuestion("WHO FOUNDED THE COMPANY?", english).answerType).toBe("person");
  expect(readQuestion("WHEN was it founded?", english).answerType).toBe("time");
});
