import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutRepetitions } from "../../../../src/answer/repetitions.ts";
import type { ReadPassage } from "../../../../src/answer/rerank.ts";
import { RepeatFinder } from "../../../../src/index/compiled/write/repeats.ts";
import type { StoredPassage } from "../../../../src/index/store.ts";
import { LanguageSet } from "../../../../src/text/language-set.ts";
import english from "../../../../src/text/languages/en.ts";

const languages = new LanguageSet([english]);

function passageOf(docId: number, article: string, heading: string, text: string): StoredPassage {
  return {
    docId,
    passage: {
      id: `${article}:${docId}`,
      article,
      headings: [heading],
      paragraph: 1,
      start: 0,
      end: text.length,
      text,
      section: 0,
      blocks: [],
    },
    article: { id: article, title: "T", url: "/t", lang: "en", authors: [], tags: [], questions: [] },
  };
}

/** Ranked by their numbers, which is all that is looked at. */
const asRead = (stored: StoredPassage): ReadPassage => ({
  stored,
  ranked: {
    docId: stored.docId,
    score: -stored.docId,
    wordScore: 0,
    features: { bm25: 0, neighbours: 0, sentence: 0, title: 0, coverage: 0, phrases: 0 },
    candidate: { docId: stored.docId, score: 0, matches: [] },
  },
});

const words = [
  "bee",
  "Bee",
  "hive",
  "not",
  "12",
  "13",
  "Oslo",
  "wax",
  "a",
  "seven",
  "honey",
  "comb",
  "of",
  "is",
];
const base = fc.array(fc.constantFrom(...words), { minLength: 25, maxLength: 70 });
/** Texts most of which are another but for a few words. */
const texts = base.chain((first) =>
  fc.array(
    fc.array(fc.tuple(fc.nat(first.length - 1), fc.constantFrom(...words)), { maxLength: 3 }).map((edits) => {
      const changed = [...first];
      for (const [place, word] of edits) changed[place] = word;
      return changed.join(" ");
    }),
    { minLength: 2, maxLength: 6 },
  ),
);

test("passages that are shown as one may repeat, by the index", () => {
  let folded = 0;
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.constantFrom("Setup", "setup", "Use"), { minLength: 6, maxLength: 6 }),
      (all, headings) => {
        const passages = all.map((text, index) =>
          passageOf(
            index,
            `article-${index % 3}`,
            headings[index] ?? "Setup",
            index % 2 === 0 ? text : text.replace(" ", "\n "),
          ),
        );
        const finder = new RepeatFinder();
        for (const { passage, article } of passages) finder.add(passage, article);
        const found = finder.finish();
        for (const [index, one] of passages.entries()) {
          for (const other of passages.slice(index + 1)) {
            if (withoutRepetitions([asRead(one), asRead(other)], languages).length === 2) continue;
            folded++;
            expect([found[one.docId], found[other.docId]]).toEqual([true, true]);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(folded).toBeGreaterThan(20);
});

test("passages that have little in common do not, though they stand below one heading", () => {
  const sentences = [
    "Bees dance to tell others where flowers are, and the others follow them out of the hive.",
    "A keeper opens the hive on a warm day, and takes out one comb after another to look at it.",
    "Wax is melted in a pot that nobody wants to use for soup ever again, and poured into a form.",
  ];
  const finder = new RepeatFinder();
  for (const [index, text] of sentences.entries()) {
    const { passage, article } = passageOf(index, `article-${index}`, "Overview", text);
    finder.add(passage, article);
  }
  expect(finder.finish()).toEqual([false, false, false]);
});
