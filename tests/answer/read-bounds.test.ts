/** What is known of a passage before it is read, against what it scores once it is: never less, and no more than is unknown. */
import { describe, expect, test } from "vitest";
import { PassageReader } from "../../src/answer/passage-reader.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { rank } from "../../src/answer/rank.ts";
import { ReadBounds } from "../../src/answer/read-bounds.ts";
import { createReranker, readWeights } from "../../src/answer/rerank.ts";
import { retrieve, wordWeights } from "../../src/answer/retrieve.ts";
import { Timeliness } from "../../src/answer/timeliness.ts";
import { libraryOf } from "./library.ts";

/** So many words that a passage is no stub, and none that is asked. */
const filler =
  "Wait for a dry day, take a pair of gloves along, and do it in the morning before the sun is high.";

/** Where a passage starts is known in steps only. */
const startStep = 0.02;

/** What one question scores of each article's passage that holds `mark`: at most before it is read, and once it is. */
async function boundsOf(markdown: Readonly<Record<string, string>>, text: string, mark = "mark") {
  const { answerer, languages } = await libraryOf(markdown);
  const { store } = answerer;
  const budget = store.budget({}, 5);
  const retrieved = await retrieve(store, analyseQuestion(text, languages), {}, budget);
  const ranked = rank(retrieved);
  const docIds = ranked.map(({ docId }) => docId);
  const hints = store.hints?.(docIds) ?? [];
  const timeliness = new Timeliness(
    retrieved.question,
    hints.map(({ time }) => time),
  );
  const bounds = new ReadBounds(retrieved, timeliness, store.info.languages);
  const judge = createReranker(retrieved, timeliness, languages);
  const stored = await new PassageReader(store, budget).read(docIds);
  const weights = [...wordWeights(retrieved.terms).values()];
  const rarest = Math.max(...weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map(
    stored.flatMap((passage, index) => {
      const one = ranked[index];
      const hint = hints[index];
      if (one === undefined || hint === undefined || !passage.passage.text.includes(mark)) return [];
      const scored = judge({ ranked: one, stored: passage }).ranked.score;
      return [
        [passage.article.id, { most: bounds.score(one, hint), scored, share: bounds.headingShare(one) }],
      ];
    }),
  );
  const of = (id: string) => {
    const found = scores.get(id);
    if (found === undefined) throw new Error(`${id} has no passage with ${mark}`);
    return found;
  };
  return { of, rarest, total };
}

describe("a passage scores at most", () => {
  const articles = {
    plain: `# Notes\n\n## Remarks\n\nPruning the hedge takes long, mark. ${filler}`,
    headed: `# Notes\n\n## Hedge\n\nPruning takes long, mark. ${filler}`,
    wordy: `# Notes\n\n## A hedge beside others\n\nPruning takes long, mark. ${filler}`,
    titled: `# Pruning\n\n## Remarks\n\nThe hedge takes long, mark. ${filler}`,
    opening: `# Notes\n\nPruning the hedge takes long, mark. ${filler}`,
    declared: `---\nquestions: ["hedge"]\n---\n\n# Notes\n\n## Remarks\n\nPruning takes long, mark. ${filler}`,
    whole: `# Notes\n\n## Pruning hedge\n\nIt takes long, mark. ${filler}`,
    another:
      "# Others\n\n## Pond\n\nThe pond is deep, and the hedge stands beside it, as it has for a long time and more.",
  };
  const question = "pruning hedge";

  test.each(["plain", "headed", "titled", "opening", "declared"])(
    "what it does, where nothing of it is unknown: %s",
    async (id) => {
      const { most, scored } = (await boundsOf(articles, question)).of(id);
      expect(most).toBeGreaterThanOrEqual(scored);
      expect(most - scored).toBeLessThan(startStep);
    },
  );

  test("what it does with a heading that holds no other words", async () => {
    const { of } = await boundsOf(articles, question);
    const alike = of("headed");
    const { most, scored } = of("wordy");
    expect(most).toBeGreaterThan(scored + 0.1);
    expect(most).toBeLessThan(alike.most + 0.5);
  });

  test("what it does below a heading that is the question, and no other is taken for one", async () => {
    const { of, total } = await boundsOf(articles, question);
    const { most, scored } = of("whole");
    expect(most).toBeGreaterThanOrEqual(scored);
    expect(most - scored).toBeLessThan(startStep);
    expect(of("headed").most).toBeLessThan(most - readWeights.headed * total);
  });
});

test("words of titles, headings and declared questions are a share of all that is asked, and those of the text none", async () => {
  const articles = {
    text: `# Notes\n\n## Remarks\n\nPruning the hedge, mark. ${filler}`,
    title: `# Hedge\n\n## Remarks\n\nPruning takes long, mark. ${filler}`,
    heading: `# Notes\n\n## Pruning and hedge\n\nIt takes long, mark. ${filler}`,
    declared: `---\nquestions: ["Which hedge is it?"]\n---\n\n# Notes\n\n## Remarks\n\nPruning takes long, mark. ${filler}`,
  };
  const { of } = await boundsOf(articles, "pruning hedge");
  expect(of("text").share).toBeCloseTo(0, 6);
  expect(of("heading").share).toBeCloseTo(1, 6);
  expect(of("title").share).toBeGreaterThan(0.1);
  expect(of("title").share).toBeLessThan(0.9);
  expect(of("declared").share).toBeCloseTo(of("title").share, 6);
});

test("a passage far down its article scores less at most than one at its start", async () => {
  const far = Array.from({ length: 200 }, (_, number) => `Remark ${number}. ${filler}`).join("\n\n");
  const { of, rarest } = await boundsOf(
    {
      near: `# Notes\n\n## Remarks\n\nPruning the hedge takes long, mark. ${filler}\n\n${far}`,
      late: `# Notes\n\n## Others\n\n${far}\n\n## Remarks\n\nPruning the hedge takes long, mark. ${filler}`,
    },
    "pruning hedge",
  );
  expect(of("late").most).toBeGreaterThanOrEqual(of("late").scored);
  expect(of("late").most).toBeLessThan(of("near").most - rarest);
});

test("what may be from the time that is asked for scores no less than one that is", async () => {
  const dated = (date: string): string =>
    `---\nupdated: ${date}\n---\n\n# Notes\n\n## Remarks\n\nPruning the hedge takes long, mark. ${filler}`;
  const { of, rarest } = await boundsOf(
    {
      old: dated("2021-03-04"),
      recent: dated("2024-03-04"),
      undated: dated("2024-03-04").replace(/^---.*?---\n/s, ""),
    },
    "pruning hedge 2024",
  );
  const unknownOf = (id: string): number => of(id).most - of(id).scored;
  // A number may be that of a section, which is known once a passage is read.
  expect(unknownOf("recent")).toBeCloseTo(unknownOf("undated"), 6);
  expect(unknownOf("old") - unknownOf("recent")).toBeCloseTo(readWeights.time * rarest, 6);
});
