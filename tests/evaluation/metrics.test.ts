import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaUnderRoc,
  hitAtOne,
  mean,
  ndcg,
  quantile,
  recall,
  reciprocalRank,
} from "../../src/evaluation/metrics.ts";

const judgements = new Map([
  ["a", 3],
  ["b", 1],
  ["c", 0],
]);

describe("ranking metrics", () => {
  test("nDCG is 1 for the ideal order and discounts the rest by log2", () => {
    expect(ndcg(["a", "b", "x"], judgements, 10)).toBe(1);
    const swapped = (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3));
    expect(ndcg(["b", "a"], judgements, 10)).toBeCloseTo(swapped, 10);
    expect(ndcg(["x", "y"], judgements, 10)).toBe(0);
    expect(ndcg(["a"], new Map(), 10)).toBe(0);
  });

  test("nDCG only looks as deep as it is told", () => {
    expect(ndcg(["x", "a"], judgements, 1)).toBe(0);
  });

  test("a grade of 0 is not relevant", () => {
    expect(hitAtOne(["c"], judgements)).toBe(0);
    expect(hitAtOne(["b"], judgements)).toBe(1);
    expect(hitAtOne([], judgements)).toBe(0);
    expect(reciprocalRank(["c", "x", "b"], judgements, 10)).toBeCloseTo(1 / 3, 10);
    expect(reciprocalRank(["c", "x", "b"], judgements, 2)).toBe(0);
    expect(recall(["b", "c"], judgements, 10)).toBe(0.5);
    expect(recall(["b"], new Map(), 10)).toBe(0);
  });
});

describe("area under the ROC curve", () => {
  test("equals the share of pairs in the right order", () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, values, (positives, negatives) => {
        let right = 0;
        for (const p of positives) for (const n of negatives) right += p > n ? 1 : p === n ? 0.5 : 0;
        expect(areaUnderRoc(positives, negatives)).toBeCloseTo(
          right / (positives.length * negatives.length),
          10,
        );
      }),
    );
  });

  test("is undefined with one side empty", () => {
    expect(areaUnderRoc([], [1])).toBeUndefined();
    expect(areaUnderRoc([1], [])).toBeUndefined();
  });
});

test("mean and quantile of small lists", () => {
  expect(mean([])).toBe(0);
  expect(mean([1, 2])).toBe(1.5);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([3, 1, 2], 0.99)).toBe(3);
  expect(quantile([], 0.5)).toBe(0);
});
