/** Words of which the index does not say where they stand: those that are in a great many passages. */
import { beforeAll, expect, test } from "vitest";
import { analyseQuestion } from "../../src/answer/question.ts";
import { type Features, rank } from "../../src/answer/rank.ts";
import { type RetrievalResult, retrieve } from "../../src/answer/retrieve.ts";
import { type Library, libraryOf } from "./library.ts";

const articles = {
  together: "# Reports\n\nThe grey cell wall was seen twice. Nobody counted.",
  apart: "# Notes\n\nThe wall was grey. A cell was seen there twice.",
  between: "# Papers\n\nThe grey red wall was that of a cell.",
  without: "# Remarks\n\nThe grey wall was seen twice. Nobody counted.",
};

let library: Library;

beforeAll(async () => {
  library = await libraryOf(articles);
});

/** What each article's passage is judged by, with and without the places of a term. */
async function features(question: string, term?: string): Promise<Map<string, Features>> {
  const { store } = library.answerer;
  const found = await retrieve(
    store,
    analyseQuestion(question, library.languages),
    {},
    {
      terms: (wanted) => wanted,
      missing: (wanted) => wanted,
      standIns: (wanted) => wanted,
      words: (wanted) => wanted,
      passages: (wanted) => wanted,
    },
  );
  const number = found.terms.findIndex((searched) => searched.term === term);
  const retrieved: RetrievalResult = {
    ...found,
    candidates: found.candidates.map((candidate) => ({
      ...candidate,
      matches: candidate.matches.map((match) =>
        match.term === number ? { ...match, positions: [] } : match,
      ),
    })),
  };
  const ranked = rank(retrieved);
  const stored = await store.passages(ranked.map(({ docId }) => docId));
  return new Map(stored.map(({ article }, index) => [article.id, ranked[index]?.features as Features]));
}

test("stand half in the best sentence, whichever that is", async () => {
  const placed = await features("grey cell wall");
  const unplaced = await features("grey cell wall", "cell");
  const sentence = (of: ReadonlyMap<string, Features>, article: string): number =>
    of.get(article)?.sentence ?? 0;
  const cell = sentence(placed, "together") - sentence(placed, "without");
  expect(cell).toBeGreaterThan(0);
  expect(sentence(unplaced, "together")).toBeCloseTo(sentence(placed, "without") + cell / 2, 9);
  expect(sentence(unplaced, "apart")).toBeCloseTo(sentence(placed, "without") + cell / 2, 9);
  expect(sentence(unplaced, "without")).toBe(sentence(placed, "without"));
});

test("may stand anywhere in a phrase, but have to be in the passage", async () => {
  const phrases = async (term?: string) =>
    Array.from(await features('"grey cell wall"', term), ([article, judged]) => [
      article,
      judged.phrases > 0,
    ]).sort();
  expect(await phrases()).toEqual([
    ["apart", false],
    ["between", false],
    ["together", true],
    ["without", false],
  ]);
  expect(await phrases("cell")).toEqual([
    ["apart", false],
    ["between", true],
    ["together", true],
    ["without", false],
  ]);
});
