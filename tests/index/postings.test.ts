import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Saturation, saturatedFrequency, TermScorer } from "../../src/index/bm25.ts";
import { ByteReader } from "../../src/index/bytes.ts";
import { packPostings, unpackPostings } from "../../src/index/packed-postings.ts";
import { PostingCursor } from "../../src/index/posting-cursor.ts";
import { encodePostings, type Posting, passageCount } from "../../src/index/postings.ts";

const field = fc.record({
  frequency: fc.constantFrom(0, 1, 1, 2, 200),
  length: fc.integer({ min: 1, max: 300 }),
});

const fourFields = fc.tuple(field, field, field, field);
const steps = fc.integer({ min: 1, max: 40_000 });
type Fields = typeof fourFields extends fc.Arbitrary<infer Value> ? Value : never;

function postingOf(key: number, fields: Fields, step: number): Posting {
  const held = fields.some(({ frequency }) => frequency > 0)
    ? fields
    : fields.map((f) => ({ ...f, frequency: 1 }));
  return {
    key,
    frequencies: held.map(({ frequency }) => frequency),
    lengths: held.map(({ frequency, length }) => (frequency > 0 ? length : 0)),
    positions: Array.from({ length: held[3]?.frequency ?? 0 }, (_, index) => index * step),
  };
}

/** Posting lists of some hundred passages, over several blocks. */
const shortLists: fc.Arbitrary<Posting[]> = fc
  .uniqueArray(
    fc.record({ key: fc.oneof(fc.nat(1000), fc.nat(4_000_000)), fields: fourFields, step: steps }),
    { selector: ({ key }) => key, maxLength: 400, size: "max" },
  )
  .map((postings) =>
    postings.map(({ key, fields, step }) => postingOf(key, fields, step)).sort((a, b) => a.key - b.key),
  );

/** Lists that are long enough for a table, with occurrences that are in it and others that are not. */
const longLists: fc.Arbitrary<Posting[]> = fc
  .record({
    fields: fc.array(fourFields, { minLength: 1, maxLength: 300, size: "max" }),
    length: fc.integer({ min: 500, max: 900 }),
    gap: fc.integer({ min: 1, max: 5_000 }),
    step: steps,
  })
  .map(({ fields, length, gap, step }) =>
    Array.from({ length }, (_, index) => {
      const chosen = fields[(index * index) % fields.length] ?? fields[0];
      if (chosen === undefined) throw new Error("There is at least one.");
      return postingOf(index * gap + ((index * 7919) % gap), chosen, step);
    }),
  );

const lists = fc.oneof(shortLists, longLists);

const averageLengths = [3, 2, 4, 90];

/** The current posting of a cursor. */
function current(cursor: PostingCursor): Posting {
  const { mask, frequencies, lengths } = cursor.occurrence();
  const ifHeld = (value: number, field: number): number => ((mask & (1 << field)) === 0 ? 0 : value);
  return {
    key: cursor.key,
    frequencies: Array.from(frequencies, ifHeld),
    lengths: Array.from(lengths, ifHeld),
    positions: cursor.positions(),
  };
}

describe("posting lists", () => {
  test("come back as they were, read one after the other", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        const list = encodePostings(postings, averageLengths);
        const cursor = new PostingCursor(list);
        const read: Posting[] = [];
        while (cursor.next()) read.push(current(cursor));
        expect(read).toEqual(postings);
        expect(cursor.count).toBe(postings.length);
        expect(passageCount(list)).toBe(postings.length);
        const held = [0, 1, 2, 3].map((field) =>
          postings.filter(({ frequencies }) => (frequencies[field] ?? 0) > 0),
        );
        expect(cursor.documentFrequencies).toEqual(held.map(({ length }) => length));
      }),
      { numRuns: 100 },
    );
  });

  test("come back as they were, packed for the build", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        expect(unpackPostings(new ByteReader(packPostings(postings)))).toEqual(postings);
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
          const cursor = new PostingCursor(encodePostings(postings, averageLengths));
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

  test("are scored in ranges of keys as they are one by one", () => {
    const cuts = fc.uniqueArray(fc.oneof(fc.nat(1100), fc.nat(4_000_000)), { maxLength: 20 });
    const saturation = new Saturation(averageLengths);
    fc.assert(
      fc.property(lists, cuts, (postings, cuts) => {
        const sorted = cuts.sort((a, b) => a - b);
        const ranges = sorted
          .flatMap((start, index) => ({ start, end: sorted[index + 1] ?? start + 5 }))
          .filter((_, index) => index % 2 === 0);
        const expected = new Map<number, number>();
        const cursor = new PostingCursor(encodePostings(postings, averageLengths));
        const scorer = new TermScorer(0.5, cursor.documentFrequencies, 1_000_000, saturation);
        while (cursor.next()) {
          const { key } = cursor;
          if (!ranges.some(({ start, end }) => start <= key && key < end)) continue;
          expected.set(key, scorer.score(cursor.occurrence()));
        }
        cursor.rewind();
        const scores = new Float64Array(5_000_000);
        const found = new Uint32Array(postings.length);
        const length = cursor.addScores(scorer, ranges, scores, found, 0);
        expect(new Map(Array.from(found.subarray(0, length), (key) => [key, scores[key] ?? 0]))).toEqual(
          expected,
        );
      }),
      { numRuns: 100 },
    );
  });

  test("bound the saturated frequency of each field from above, by two hundredths at most", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        const { highest } = new PostingCursor(encodePostings(postings, averageLengths));
        for (const [field, bound] of highest.entries()) {
          const saturated = postings.map(({ frequencies, lengths }) =>
            saturatedFrequency(frequencies[field] ?? 0, lengths[field] ?? 0, averageLengths[field] ?? 1),
          );
          expect(bound).toBeGreaterThanOrEqual(Math.max(0, ...saturated));
          expect(bound).toBeLessThan(Math.max(0, ...saturated) + 0.02);
        }
      }),
      { numRuns: 50 },
    );
  });
});
