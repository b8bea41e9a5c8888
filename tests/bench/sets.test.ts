import fc from "fast-check";
import { expect, test } from "vitest";
import { sampled } from "../../bench/quality/sets.ts";
import type { JudgedSet } from "../../src/evaluation/judged-set.ts";

function setOf(ids: readonly string[]): JudgedSet {
  const queries = ids.map((id) => ({ id, text: `question ${id}`, answerable: true, answers: [] }));
  return { documents: [], queries, judgements: new Map(ids.map((id) => [id, new Map([["a", 1]])])) };
}

const idsOf = (set: JudgedSet): string[] => set.queries.map(({ id }) => id);
const ids = fc.uniqueArray(fc.string(), { maxLength: 40 });

test("a sample is as large as asked, in the set's order, and the same whatever the order of the questions", () => {
  fc.assert(
    fc.property(ids, fc.nat(50), (all, limit) => {
      const sample = idsOf(sampled(setOf(all), limit));
      expect(sample).toHaveLength(Math.min(limit, all.length));
      expect(all.filter((id) => sample.includes(id))).toEqual(sample);
      expect(idsOf(sampled(setOf(all.toReversed()), limit)).toReversed()).toEqual(sample);
    }),
  );
});

test("a smaller sample is part of a larger one", () => {
  fc.assert(
    fc.property(ids, fc.nat(40), fc.nat(40), (all, one, other) => {
      const smaller = idsOf(sampled(setOf(all), Math.min(one, other)));
      const larger = idsOf(sampled(setOf(all), Math.max(one, other)));
      expect(larger).toEqual(expect.arrayContaining(smaller));
    }),
  );
});

test("questions without an answer or without a judgement are not sampled", () => {
  const { queries, judgements } = setOf(["a", "b", "c"]);
  const set: JudgedSet = {
    documents: [],
    queries: queries.map((query) => ({ ...query, answerable: query.id !== "b" })),
    judgements: new Map([...judgements].filter(([id]) => id !== "c")),
  };
  expect(idsOf(sampled(set, 10))).toEqual(["a"]);
});
