import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadKernel } from "../../../../src/build/engines/compiled/kernel.ts";
import { inverseDocumentFrequency, saturatedFrequency, TermScorer } from "../../../../src/index/bm25.ts";
import type { Ranges } from "../../../../src/index/compiled/format/article-ranges.ts";
import {
  encodePostings,
  fieldMask,
  type Posting,
  passageCount,
} from "../../../../src/index/compiled/format/postings.ts";
import { type Kernel, startKernel } from "../../../../src/index/compiled/read/kernel.ts";
import { PassageRanker, type QueryList } from "../../../../src/index/compiled/read/top-k.ts";
import { packPostings, unpackPostings } from "../../../../src/index/compiled/write/packed-postings.ts";
import { fields, fieldWeights, textField } from "../../../../src/index/fields.ts";
import { ByteReader } from "../../../../src/shared/bytes.ts";

const field = fc.record({
  frequency: fc.constantFrom(0, 1, 1, 2, 200),
  length: fc.integer({ min: 1, max: 300 }),
});

const eachField = fc.tuple(...fields.map(() => field));
const steps = fc.integer({ min: 1, max: 40_000 });
type Fields = typeof eachField extends fc.Arbitrary<infer Value> ? Value : never;

function postingOf(docId: number, fields: Fields, step: number): Posting {
  const held = fields.some(({ frequency }) => frequency > 0)
    ? fields
    : fields.map((f) => ({ ...f, frequency: 1 }));
  return {
    docId,
    frequencies: held.map(({ frequency }) => frequency),
    lengths: held.map(({ frequency, length }) => (frequency > 0 ? length : 0)),
    positions: Array.from({ length: held[textField]?.frequency ?? 0 }, (_, index) => index * step),
  };
}

/** Posting lists of some hundred passages, over several blocks. */
const shortLists: fc.Arbitrary<Posting[]> = fc
  .uniqueArray(
    fc.record({ key: fc.oneof(fc.nat(1000), fc.nat(4_000_000)), fields: eachField, step: steps }),
    { selector: ({ key }) => key, maxLength: 400, size: "max" },
  )
  .map((postings) =>
    postings.map(({ key, fields, step }) => postingOf(key, fields, step)).sort((a, b) => a.docId - b.docId),
  );

/** Lists that are long enough for scores to be kept, of occurrences that repeat and of others. */
const longLists: fc.Arbitrary<Posting[]> = fc
  .record({
    fields: fc.array(eachField, { minLength: 1, maxLength: 300, size: "max" }),
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

/** Of a few words in each field, and more in the text. */
const averageLengths = fields.map((_, number) => (number === textField ? 90 : 2 + (number % 3)));

/** As many as the keys need. */
const passages = 4_500_000;
const module = loadKernel();
const kernel = startKernel(module);
const ranker = new PassageRanker({ passages, averageLengths }, kernel);
const weight = 0.5;
const queryOf = (postings: readonly Posting[], isRough = false): QueryList[] => [
  { term: "term", weight, list: encodePostings(postings, averageLengths, isRough) },
];

/** A posting as a rough list has it: lengths to the next eighth of the average, no positions. */
const roughly = (posting: Posting): Posting => ({
  ...posting,
  lengths: posting.lengths.map((length, field) => {
    const eighth = (averageLengths[field] ?? 1) / 8;
    return Math.round(length / eighth) * eighth;
  }),
  positions: [],
});

/** What a search should find of each of some postings of a list, by key. */
function expectedOf(list: readonly Posting[], found: readonly Posting[]) {
  const counts = averageLengths.map(
    (_, field) => list.filter(({ frequencies }) => (frequencies[field] ?? 0) > 0).length,
  );
  const scorer = new TermScorer(weight, counts, { passages, averageLengths });
  return new Map(
    found.map(({ docId, frequencies, lengths, positions }) => {
      const mask = fieldMask(frequencies);
      // Lengths of a rough list are no whole numbers.
      const score = scorer.score({ mask, frequencies, lengths });
      return [docId, { term: 0, score, fields: mask, positions }];
    }),
  );
}

/** What a search finds among some keys, by key. */
function found(postings: readonly Posting[], allowed: Ranges, isRough = false) {
  const candidates = ranker.best(queryOf(postings, isRough), allowed, postings.length);
  return new Map(candidates.map(({ docId, matches }) => [docId, matches[0]]));
}

/** The entries of a map in the order of their keys: lists are compared much sooner than maps. */
const sorted = <Value>(map: ReadonlyMap<number, Value>): [number, Value][] =>
  [...map].sort(([a], [b]) => a - b);

const everywhere = [{ start: 0, end: passages }];

describe("posting lists", () => {
  test("come back as they were, with the scores that their frequencies and lengths give", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        expect(sorted(found(postings, everywhere))).toEqual(sorted(expectedOf(postings, postings)));
        expect(passageCount(encodePostings(postings, averageLengths))).toBe(postings.length);
      }),
      { numRuns: 100 },
    );
  });

  test("that are rough score by the eighths of the average that lengths are, and tell no positions", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        const expected = expectedOf(postings, postings.map(roughly));
        expect(sorted(found(postings, everywhere, true))).toEqual(sorted(expected));
        const keys = postings.map(({ docId }) => docId);
        expect(ranker.scores(queryOf(postings, true), keys)).toEqual(
          keys.map((key) => Math.fround(expected.get(key)?.score ?? 0)),
        );
      }),
      { numRuns: 50 },
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
        (postings, others) => {
          const held = postings.filter((_, index) => index % 7 === 0).map(({ docId }) => docId);
          const keys = [...new Set([...others, ...held])];
          const expected = expectedOf(postings, postings);
          expect(ranker.scores(queryOf(postings), keys)).toEqual(
            keys.map((key) => Math.fround(expected.get(key)?.score ?? 0)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test("are found in ranges of keys and nowhere else", () => {
    const cuts = fc.uniqueArray(fc.oneof(fc.nat(1100), fc.nat(4_000_000)), { maxLength: 20 });
    fc.assert(
      fc.property(lists, cuts, (postings, cuts) => {
        const starts = cuts.sort((a, b) => a - b);
        const ranges = starts
          .flatMap((start, index) => ({ start, end: starts[index + 1] ?? start + 5 }))
          .filter((_, index) => index % 2 === 0);
        const allowed = postings.filter(({ docId }) =>
          ranges.some(({ start, end }) => start <= docId && docId < end),
        );
        expect(sorted(found(postings, ranges))).toEqual(sorted(expectedOf(postings, allowed)));
      }),
      { numRuns: 100 },
    );
  });

  test("bound their scores from above, by the highest of each field", () => {
    fc.assert(
      fc.property(lists, (postings) => {
        const mark = kernel.mark();
        const list = encodePostings(postings, averageLengths);
        const address = kernel.allocate(list.length);
        new Uint8Array(kernel.memory.buffer, address, list.length).set(list);
        const bound = kernel.bound(kernel.open(address, weight));
        kernel.release(mark);
        const scores = Array.from(expectedOf(postings, postings).values(), ({ score }) => score);
        expect(bound).toBeGreaterThanOrEqual(Math.max(0, ...scores));
        const highest = fields.reduce((sum, _, number) => {
          const held = postings.filter(({ frequencies }) => (frequencies[number] ?? 0) > 0);
          const saturated = held.map(({ frequencies, lengths }) =>
            saturatedFrequency(frequencies[number] ?? 0, lengths[number] ?? 0, averageLengths[number] ?? 1),
          );
          const idf = inverseDocumentFrequency(held.length, passages);
          return sum + (fieldWeights[number] ?? 0) * idf * Math.max(0, ...saturated);
        }, 0);
        expect(bound).toBeCloseTo(highest * weight, 9);
      }),
      { numRuns: 50 },
    );
  });
});

test("the field that postings have positions of is the text", () => {
  expect(fields[textField]).toBe("text");
});

test("a search that breaks off leaves nothing for the next one to count", () => {
  const postings = Array.from({ length: 300 }, (_, index) =>
    postingOf(index * 3, Array.from({ length: 4 }, () => ({ frequency: 1, length: 9 })) as Fields, 1),
  );
  const own = startKernel(module);
  let breaks = true;
  const best: Kernel["best"] = (...parameters) => {
    if (breaks) throw new RangeError("no memory");
    return own.best(...parameters);
  };
  const broken = new PassageRanker({ passages: 1_000, averageLengths }, { ...own, best });
  expect(() => broken.best(queryOf(postings), [{ start: 0, end: 1_000 }], 10)).toThrow("no memory");
  breaks = false;
  const lists = queryOf(postings.slice(0, 5));
  const fresh = new PassageRanker({ passages: 1_000, averageLengths }, startKernel(module));
  const everything = [{ start: 0, end: 1_000 }];
  expect(broken.best(lists, everything, 10)).toEqual(fresh.best(lists, everything, 10));
  expect(broken.scores(lists, [0, 600])).toEqual(fresh.scores(lists, [0, 600]));
});

test("a search gives back all memory that it takes", () => {
  const postings = Array.from({ length: 2_000 }, (_, index) =>
    postingOf(index * 3, Array.from({ length: 4 }, () => ({ frequency: 1, length: 9 })) as Fields, 1),
  );
  const before = kernel.mark();
  ranker.best(queryOf(postings), everywhere, 100);
  ranker.scores(queryOf(postings), [3, 4, 9]);
  expect(kernel.mark()).toBe(before);
});
