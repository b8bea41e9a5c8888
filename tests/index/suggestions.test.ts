import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeSuggestions, maximumSuggestions, openSuggestions } from "../../src/index/suggestions.ts";
import type { Suggestion } from "../../src/model/index.ts";

function suggestion(kind: Suggestion["kind"], text: string): Suggestion {
  return { kind, text, title: "Bees", url: "/articles/bees/" };
}

const suggest = openSuggestions(
  encodeSuggestions([
    suggestion("heading", "Dancing bees"),
    suggestion("title", "Bees that dance"),
    suggestion("question", "Why do bees dance?"),
    suggestion("question", "Où dansent-elles l’été ?"),
    suggestion("title", "深度求索推迟新模型"),
    suggestion("heading", "Why do bees dance?"),
  ]),
);
const texts = (typed: string, limit = 7): string[] => suggest(typed, limit).map(({ text }) => text);

describe("suggestions", () => {
  test("are found by all words, the last of them unfinished, questions first", () => {
    expect(texts("bees danc")).toEqual(["Why do bees dance?", "Bees that dance", "Dancing bees"]);
    expect(texts("bees sleep")).toEqual([]);
  });

  test("hold every word that was typed but the last, whole", () => {
    expect(texts("bee dance")).toEqual([]);
    expect(texts("dance bee")).toEqual(["Why do bees dance?", "Bees that dance"]);
  });

  test("are found without case and accents, and with a slip of the finger", () => {
    expect(texts("OU DANSENT")).toEqual(["Où dansent-elles l’été ?"]);
    expect(texts("danseng")).toContain("Où dansent-elles l’été ?");
  });

  test("are found from the middle of a run in scripts without spaces", () => {
    expect(texts("推迟")).toEqual(["深度求索推迟新模型"]);
  });

  test("tell what they are and where they lead", () => {
    expect(suggest("why", 1)).toEqual([suggestion("question", "Why do bees dance?")]);
  });

  test("say nothing twice and are no more than asked for", () => {
    expect(texts("why do bees dance")).toEqual(["Why do bees dance?"]);
    expect(texts("bees", 2)).toHaveLength(2);
    expect(texts("")).toEqual([]);
  });

  test("keep the questions of a large corpus, and as many of the rest as there is room for", () => {
    const many = [
      ...Array.from({ length: maximumSuggestions }, (_, index) => suggestion("title", `title ${index}`)),
      suggestion("question", "Is there room?"),
    ];
    const found = openSuggestions(encodeSuggestions(many));
    expect(found("is there", 1)).toHaveLength(1);
    expect(found("title", 2 * maximumSuggestions)).toHaveLength(maximumSuggestions - 1);
  });

  test("are those, of any corpus, whose words begin as typed", () => {
    const word = fc.stringMatching(/^[a-d]{1,4}$/);
    const texts = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(texts, word, word, (texts, whole, beginning) => {
        const find = openSuggestions(encodeSuggestions(texts.map((text) => suggestion("title", text))));
        const found = find(`${whole} ${beginning}`, maximumSuggestions).map(({ text }) => text);
        const holds = (text: string, test: (word: string) => boolean) => text.split(" ").some(test);
        const isWhole = (word: string) => word === whole;
        const begins = (word: string) => word.startsWith(beginning);
        // What no word is or begins with is taken for a slip of the finger.
        fc.pre([isWhole, begins].every((test) => texts.some((text) => holds(text, test))));
        expect(found.toSorted()).toEqual(
          texts.filter((text) => holds(text, isWhole) && holds(text, begins)).toSorted(),
        );
      }),
    );
  });
});
