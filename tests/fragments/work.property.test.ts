import fc from "fast-check";
import { expect, test } from "vitest";
import { plainArticle } from "../../src/corpus/formats/plain.ts";
import { splitArticle } from "../../src/corpus/split/split.ts";
import { parseDirective } from "../../src/fragments/directive.ts";
import { DirectiveFinder } from "../../src/fragments/find.ts";
import { makeDirective } from "../../src/fragments/make.ts";
import { linkTarget, withDirectives } from "../../src/fragments/repeated.ts";
import { articleOf } from "../corpus/read.ts";

const lineOrSentence = (text: string) =>
  Array.from(text.matchAll(/[^.。\n]+[.。]?/g), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));

test("words are found in a long text where a search from its beginning finds them", () => {
  const word = fc.constantFrom("bees", "dance", "dances", "sleep", "hum", "a", "in", "June");
  const text = fc.array(word, { minLength: 2500, maxLength: 3000 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 3, max: 12 }), (long, at, count) => {
      const words = long.split(" ");
      const first = at % (words.length - count);
      const term = words.slice(first, first + count).join(" ");
      const naive = ` ${long} `.indexOf(` ${term} `);
      expect(new DirectiveFinder(long).find({ start: term })).toEqual({
        start: naive,
        end: naive + term.length,
      });
    }),
    { numRuns: 60 },
  );
});

test("every sentence of a long text that repeats nothing is led to", () => {
  const sentences = Array.from({ length: 600 }, (_, i) => `Hive ${i} hums at ${i * 7} in the morning.`);
  const finder = new DirectiveFinder(sentences.join(" "));
  let start = 0;
  for (const { length } of sentences) {
    const directive = parseDirective(makeDirective(finder, { start, end: start + length }));
    expect(directive && finder.find(directive)).toEqual({ start, end: start + length });
    start += length + 1;
  }
});

test.each([
  "a+b-c.d_",
  "1,234 ",
  "http://",
  "漢字を読む。",
  "漢字",
  "ภาษาไทย",
  "a",
  "The cat sat. ",
  "x\n\n",
])(
  "100 kB of %j take seconds",
  (unit) => {
    const article = plainArticle({ id: "a", title: "A" }, unit.repeat(100_000 / unit.length));
    const passages = splitArticle(article, ({ start, end }) =>
      lineOrSentence(article.text.slice(start, end)).map((range) => ({
        start: start + range.start,
        end: start + range.end,
      })),
    );
    expect(withDirectives(article, passages, "A", lineOrSentence)).toHaveLength(passages.length);
  },
  20_000,
);

test("what has no end for longer than a link is not written", () => {
  expect(makeDirective(new DirectiveFinder("a".repeat(5000)), { start: 0, end: 5000 })).toBe("");
});

test("a link to a line of code leads to all of the code", () => {
  const article = articleOf("a.md", "# A\n\nRun it:\n\n```\ngo\nstop\n```\n\nIt stops.");
  const [passage] = splitArticle(article, (range) => [range]);
  if (passage === undefined) throw new Error("no passage");
  const at = (words: string) => {
    const start = article.text.indexOf(words);
    return { start, end: start + words.length };
  };
  expect(linkTarget(passage, at("stop"))).toEqual(at("go\nstop"));
  expect(linkTarget(passage, at("It stops."))).toEqual(at("It stops."));
});
