import fc from "fast-check";
import { expect, test } from "vitest";
import { loadKernel, readScriptKernel } from "../../../../src/build/engines/compiled/kernel.ts";
import { encodePostings } from "../../../../src/index/compiled/format/postings.ts";
import {
  type ScriptKernel,
  startKernel,
  startScriptKernel,
} from "../../../../src/index/compiled/read/kernel.ts";
import { PassageRanker, type QueryList } from "../../../../src/index/compiled/read/top-k.ts";

const kernel = loadKernel();
const script: ScriptKernel = await import(`data:text/javascript,${encodeURIComponent(readScriptKernel())}`);
const passages = 3000;
const statistics = { passages, averageLengths: [3, 3, 3, 20] };

/** The list of a term that is in the text, and now and then in the title, of some share of the passages. */
function listOf(share: number, seed: number): Uint8Array {
  const postings = Array.from({ length: passages }, (_, key) => ({
    key,
    hash: Math.imul(key + 1, seed | 1) >>> 0,
  }))
    .filter(({ hash }) => (hash % 1000) / 1000 < share)
    .map(({ key, hash }) => {
      const inTitle = hash % 13 === 0 ? 1 : 0;
      const frequency = 1 + (hash % 3);
      return {
        docId: key,
        frequencies: [inTitle, 0, 0, frequency],
        lengths: [inTitle === 0 ? 0 : 1 + (hash % 5), 0, 0, 5 + (hash % 40)],
        positions: Array.from({ length: frequency }, (_, index) => index),
      };
    });
  return encodePostings(postings, statistics.averageLengths);
}

const queries = fc
  .array(
    fc.record({
      share: fc.constantFrom(0.002, 0.01, 0.05, 0.3, 0.7, 1),
      seed: fc.integer({ min: 1, max: 2 ** 31 }),
      weight: fc.constantFrom(1, 0.5),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((terms): QueryList[] =>
    terms.map(({ share, seed, weight }, index) => ({
      term: `term${index}`,
      weight,
      list: listOf(share, seed),
    })),
  );

test("passages that are passed over could not have been among the best", () => {
  const ranker = new PassageRanker(statistics, startKernel(kernel));
  fc.assert(
    fc.property(queries, fc.integer({ min: 1, max: 100 }), fc.nat(passages), (lists, limit, start) => {
      const allowed = [{ start, end: passages }];
      const all = ranker.best(lists, allowed, passages);
      expect(ranker.best(lists, allowed, limit)).toEqual(all.slice(0, limit));
    }),
    { numRuns: 100 },
  );
});

test("the kernel as a script scores as in WebAssembly, to the last bit, and stores share nothing", () => {
  const ranker = new PassageRanker(statistics, startKernel(kernel));
  const scripted = new PassageRanker(statistics, startScriptKernel(script));
  const other = new PassageRanker({ ...statistics, averageLengths: [1, 1, 1, 1] }, startScriptKernel(script));
  fc.assert(
    fc.property(queries, fc.integer({ min: 1, max: 100 }), fc.nat(passages), (lists, limit, start) => {
      const allowed = [{ start, end: passages }];
      const best = ranker.best(lists, allowed, limit);
      other.best(lists, allowed, limit);
      expect(scripted.best(lists, allowed, limit)).toEqual(best);
      const keys = best.map(({ docId }) => docId);
      expect(scripted.scores(lists, keys)).toEqual(ranker.scores(lists, keys));
    }),
    { numRuns: 100 },
  );
});
