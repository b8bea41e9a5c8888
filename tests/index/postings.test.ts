import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PostingCursor } from "../../src/index/posting-cursor.ts";
import { encodeBlocks, encodePostings, type Posting, passageCount } from "../../src/index/postings.ts";

const field = fc.record({
  frequency: fc.constantFrom(0, 1, 1, 2, 200),
  length: fc.integer({ min: 1, max: 300 }),
});

/** Posting lists of some hundred passages, over several blocks. */
const lists: fc.Arbitrary<Posting[]> = fc
  .uniqueArray(
    fc.record({
      key: fc.oneof(fc.nat(1000), fc.nat(4_000_000)),
      fields: fc.tuple(field, field, field, field),
      step: fc.integer({ min: 1, max: 40_000 }),
    }),
    { selector: ({ key }) => key, maxLength: 400, size: "max" },
  )
  .map((postings) =>
    postings
      .map(({ key, fields, step }): Posting => {
        const held = fields.some(({ frequency }) => frequency > 0)
          ? fields
          : fields.map((f) => ({ ...f, frequency: 1 }));
        return {
          key,
          frequencies: held.map(({ frequency }) => frequency),
          lengths: held.map(({ frequency, length }) => (frequency > 0 ? length : 0)),
          positions: Array.from({ length: held[3]?.frequency ?? 0 }, (_, index) => index * step),
        };
      })
      .sort((a, b) => a.key - b.key),
  );

const head = (postings: readonly Posting[]) => ({
  count: postings.length,
  documentFrequencies: [0, 1, 2, 3].map(
    (field) => postings.filter(({ frequencies }) => (frequencies[field] ?? 0) > 0).length,
  ),
  highest: [0.123, 0, 2.2, 1],
});

/** The current posting of a cursor. Lengths are those of the fields that hold the term. */
function current(cursor: PostingCursor): Posting {
  const frequencies = Array.from(cursor.frequencies);
  return {
    key: cursor.key,
    frequencies,
    lengths: Array.from(cursor.lengths, (length, field) => (frequencies[field] === 0 ? 0 : length)),
    positions: cursor.positions(),
  };
}

describe("posting lists", () => {
  test("come back as they were, read one after the other", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        const list = encodePostings(head(postings), [encodeBlocks(postings)]);
        const cursor = new PostingCursor(list);
        const read: Posting[] = [];
        while (cursor.next()) read.push(current(cursor));
        expect(read).toEqual(postings);
        expect(cursor.count).toBe(postings.length);
        expect(passageCount(list)).toBe(postings.length);
        expect(cursor.documentFrequencies).toEqual(head(postings).documentFrequencies);
      }),
      { numRuns: 100 },
    );
  });

  test("can be joined from parts", () => {
    fc.assert(
      fc.property(lists, fc.nat(400), (postings, cut) => {
        const parts = [postings.slice(0, cut), postings.slice(cut)].map(encodeBlocks);
        const cursor = new PostingCursor(encodePostings(head(postings), parts));
        const read: Posting[] = [];
        while (cursor.next()) read.push(current(cursor));
        expect(read).toEqual(postings);
      }),
      { numRuns: 50 },
    );
  });

  test("are searched for keys, whether they hold them or not", () => {
    fc.assert(
      fc.property(
        lists,
        fc.array(fc.oneof(fc.nat(1100), fc.nat(4_000_000)), { maxLength: 60 }),
        (postings, keys) => {
          const held = postings.filter((_, index) => index % 7 === 0).map(({ key }) => key);
          const cursor = new PostingCursor(encodePostings(head(postings), [encodeBlocks(postings)]));
          for (const key of [...keys, ...held].sort((a, b) => a - b)) {
            const expected = postings.find((posting) => posting.key >= key);
            expect(cursor.seek(key)).toBe(expected !== undefined);
            if (expected !== undefined) expect(current(cursor)).toEqual(expected);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("bound the saturated frequency of each field from above, by two hundredths at most", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2.2, noNaN: true }), (highest) => {
        const list = encodePostings(
          { count: 1, documentFrequencies: [0, 1, 0, 1], highest: [0, highest, 0, 1] },
          [],
        );
        const [, bound = 0] = new PostingCursor(list).highest;
        expect(bound).toBeGreaterThanOrEqual(highest);
        expect(bound).toBeLessThan(highest + 0.02);
      }),
    );
  });
});
