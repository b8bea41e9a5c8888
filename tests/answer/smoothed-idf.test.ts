import fc from "fast-check";
import { expect, test } from "vitest";
import { smoothedIdf } from "../../src/answer/smoothed-idf.ts";
import { inverseDocumentFrequency } from "../../src/index/bm25.ts";
import english from "../../src/text/languages/en.ts";

test("among few passages a word of any text weighs less than a name as rare", () => {
  expect(smoothedIdf("place", 2, 120, english)).toBeLessThan(0.7 * smoothedIdf("vänern", 2, 120, english));
});

test("among many passages the corpus alone tells", () => {
  for (const term of ["place", "vänern"]) {
    const indexed = inverseDocumentFrequency(5000, 100_000);
    expect(smoothedIdf(term, 5000, 100_000, english) / indexed).toBeCloseTo(1, 2);
  }
});

test("a term in more passages never weighs more, and every term weighs something", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("place", "make", "vänern"),
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(),
      fc.nat(),
      (term, passages, one, other) => {
        const [fewer = 0, more = 0] = [one % (passages + 1), other % (passages + 1)].sort((a, b) => a - b);
        const least = smoothedIdf(term, more, passages, english);
        expect(least).toBeGreaterThan(0);
        expect(smoothedIdf(term, fewer, passages, english)).toBeGreaterThanOrEqual(least);
      },
    ),
  );
});
