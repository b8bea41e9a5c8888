import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedDistance, editDistance, rankSimilarTerms, ruledOut } from "../../src/index/similar.ts";

const terms = fc.stringMatching(/^a[abc]{3,9}$/);

describe("similar terms", () => {
  test("count typing mistakes, a swap of neighbours as one", () => {
    expect(editDistance("huawei", "huawei", 2)).toBe(0);
    expect(editDistance("huwaei", "huawei", 2)).toBe(1);
    expect(editDistance("hauwie", "huawei", 2)).toBe(2);
    expect(editDistance("huawei", "hawei", 2)).toBe(1);
    expect(editDistance("huawei", "nvidia", 2)).toBe(3);
  });

  test.each(["1037", "2024", "r2d2", "h20x", "3.14", "iso9001", "٢٠٢٤", "bee"])(
    "a number, a code and a short word are never taken for misspelt: %s",
    (term) => {
      expect(allowedDistance(term)).toBe(0);
      const near = [{ term: `${term.slice(0, -1)}x`, documentFrequency: 9 }];
      expect(rankSimilarTerms(term, near)).toEqual([]);
    },
  );

  test("the distance is the same both ways, and never more than one above the limit", () => {
    fc.assert(
      fc.property(terms, terms, fc.nat(3), (left, right, limit) => {
        const distance = editDistance(left, right, limit);
        expect(distance).toBe(editDistance(right, left, limit));
        expect(distance).toBeLessThanOrEqual(limit + 1);
      }),
    );
  });

  test("no beginning of a term within the distance is ruled out", () => {
    fc.assert(
      fc.property(terms, terms, fc.nat(10), (term, other, length) => {
        fc.pre(editDistance(term, other, allowedDistance(term)) <= allowedDistance(term));
        expect(ruledOut(other.slice(0, length), term)).toBeUndefined();
      }),
    );
  });

  test("beginnings that are too far from it are ruled out", () => {
    expect(ruledOut("nvidia", "huawei")).toBe(1);
    expect(ruledOut("hxyz", "huawei")).toBe(3);
    expect(ruledOut("hua", "huawei")).toBeUndefined();
  });

  test("the nearest come first, then the most frequent", () => {
    const dictionary = [
      { term: "honey", documentFrequency: 3 },
      { term: "hones", documentFrequency: 9 },
      { term: "honeys", documentFrequency: 1 },
      { term: "money", documentFrequency: 99 },
    ];
    expect(rankSimilarTerms("hony", dictionary).map(({ term }) => term)).toEqual(["honey"]);
    expect(rankSimilarTerms("honet", dictionary).map(({ term }) => term)).toEqual(["hones", "honey"]);
    expect(rankSimilarTerms("hon", dictionary)).toEqual([]);
  });
});
