import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { analyse } from "../../src/text/analyser.ts";
import { askingWords } from "../../src/text/capitals.ts";
import { fold, lower } from "../../src/text/fold.ts";
import type { Language } from "../../src/text/language.ts";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { answerTypeOf } from "../../src/text/question-kind.ts";
import { words } from "../../src/text/words.ts";
import { samples } from "./samples.ts";

test("every language has a sample", () => {
  expect(Object.keys(samples)).toEqual([...languageCodes]);
});

describe.each(Object.entries(samples))("%s", (code, { families, questions, text }) => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage(code);
  });
  const terms = (written: string): string[] => analyse(written, language).map(({ term }) => term);

  test("carries its code", () => expect(language.code).toBe(code));

  test.each(families)("words of one meaning find each other: %s", (family) => {
    const [first, ...others] = family.split(" ").map(terms);
    for (const other of others) expect(other.some((term) => first?.includes(term))).toBe(true);
  });

  test.each(Object.entries(questions))("asks for a %s", (kind, question) => {
    const found = words(question);
    const written = askingWords(question, found, language);
    expect(answerTypeOf(question, found, written, language)).toBe(kind);
  });

  test("leaves words of the question out and what it is about in", () => {
    for (const [kind, question] of Object.entries(questions)) {
      const left = terms(question);
      expect(left.length, `${kind}: ${question}`).toBeGreaterThan(0);
      for (const phrases of Object.values(language.questionWords)) {
        for (const phrase of phrases.filter((words) => !words.includes(" ")))
          expect(left).not.toContain(phrase);
      }
    }
  });

  test("writes all its lists as the analyser reads words", () => {
    for (const word of [...language.stopWords, ...Object.values(language.questionWords).flat()]) {
      expect(lower(word, language.lowerCase)).toBe(word.normalize("NFKC"));
    }
    for (const word of language.abbreviations) expect(word.endsWith(".")).toBe(false);
  });

  test("is found by who types no marks", () => {
    const marked = new Set(terms(text));
    const typed = fold(lower(text, language.lowerCase));
    const plain = analyse(typed, language).flatMap(({ term, weight }) => (weight === 1 ? [term] : []));
    expect(plain.filter((term) => !marked.has(term))).toEqual([]);
  });

  test("gives terms for any text of its letters, inside the text", () => {
    const letters = [...new Set(text)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 40 }), (characters) => {
        const written = characters.join("");
        const tokens = analyse(written, language);
        const sound = tokens.every(
          ({ term, start, end }) =>
            term !== "" && !/\s/.test(term) && start >= 0 && start < end && end <= written.length,
        );
        expect(sound).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

test("folding is idempotent and lower case stays so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (value) => {
      const word = lower(value);
      expect(lower(word)).toBe(word);
      expect(fold(fold(word))).toBe(fold(word));
    }),
  );
});

test("letters that decompose to several words give one term", async () => {
  const language = await loadLanguage("ar");
  for (const letter of ["\ufdfa", "\ufe70"]) {
    for (const { term } of analyse(letter, language)) expect(term).toMatch(/^\S+$/);
  }
});
