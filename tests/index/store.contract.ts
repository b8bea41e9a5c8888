import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate, PassageStore } from "../../src/index/store.ts";
import {
  corpusOf,
  filters,
  languages,
  queries,
  sampleCorpora,
  splitArticleOf,
  type TestCorpus,
  tellingCorpora,
} from "./corpora.ts";
import { MemoryStore } from "./memory-store.ts";
import { oracleIndex } from "./oracle-index.ts";
import { type SearchResult, search } from "./search.ts";

/** What engines may differ in. */
export interface StoreTraits {
  /** Largest relative difference of a score to MiniSearch's; undefined when the engine scores in a way of its own. */
  readonly scoreTolerance: number | undefined;
  /** Random corpora, on each of which every property is tried about once. */
  readonly runs: number;
  /** Whether a store holds what it does only until another is opened. */
  readonly isReplaced?: boolean;
}

const everything = Number.MAX_SAFE_INTEGER;

const oracleOf = ({ info, articles }: TestCorpus) => new MemoryStore(info, articles, languages.of);

/** A search without its scores, in the order of the keys. */
function members({ candidates, documentFrequencies }: SearchResult) {
  const withoutScores = ({ docId, matches }: Candidate) => ({
    docId,
    matches: matches.map(({ term, fields, positions }) => ({ term, fields, positions: [...positions] })),
  });
  return {
    candidates: [...candidates].sort((a, b) => a.docId - b.docId).map(withoutScores),
    documentFrequencies,
  };
}

/** Expects scores in descending order, and each as far as the tolerance from the oracle's. */
function expectScores(actual: SearchResult, expected: SearchResult, tolerance: number): void {
  const expectedScores = new Map(expected.candidates.map((candidate) => [candidate.docId, candidate]));
  actual.candidates.forEach(({ docId, score, matches }, rank) => {
    const other = expectedScores.get(docId);
    expect(Math.abs(score / (other?.score ?? 0) - 1)).toBeLessThanOrEqual(tolerance);
    matches.forEach((match, index) => {
      expect(Math.abs(match.score / (other?.matches[index]?.score ?? 0) - 1)).toBeLessThanOrEqual(tolerance);
    });
    const expectedAtRank = expected.candidates[rank]?.score ?? 0;
    expect(Math.abs(score / expectedAtRank - 1)).toBeLessThanOrEqual(tolerance);
  });
}

/** What every engine must do, with plain MiniSearch over the same corpus as the oracle. */
export function describeStore(
  name: string,
  open: (corpus: TestCorpus) => Promise<PassageStore>,
  { scoreTolerance, runs, isReplaced }: StoreTraits,
): void {
  // All properties are tried on the same corpora: to index one takes longer than to try all of them.
  const sampled = sampleCorpora(runs);
  const opened = new Map<TestCorpus, Promise<{ store: PassageStore; oracle: MemoryStore }>>();
  const openOnce = (corpus: TestCorpus) => {
    if (isReplaced && !opened.has(corpus)) opened.clear();
    const known = opened.get(corpus) ?? open(corpus).then((store) => ({ store, oracle: oracleOf(corpus) }));
    opened.set(corpus, known);
    return known;
  };
  const check = async <Value>(
    arbitrary: fc.Arbitrary<Value>,
    expectation: (store: PassageStore, oracle: MemoryStore, value: Value) => Promise<void>,
  ): Promise<void> => {
    const property = fc.asyncProperty(fc.constantFrom(...sampled), arbitrary, async (corpus, value) => {
      const { store, oracle } = await openOnce(corpus);
      await expectation(store, oracle, value);
    });
    await tellingCorpora(fc.assert(property, { numRuns: runs }));
  };

  describe(`${name}: searching`, () => {
    test("finds the same passages and positions as MiniSearch, filters or not", async () => {
      await check(fc.tuple(queries, filters), async (store, oracle, [terms, filter]) => {
        const expected = await search(oracle, terms, filter, everything);
        expect(members(await search(store, terms, filter, everything))).toEqual(members(expected));
      });
    });

    test("orders by score, then by docId, and keeps the best", async () => {
      await check(fc.tuple(queries, fc.nat(8)), async (store, _, [terms, limit]) => {
        const { candidates } = await search(store, terms, {}, everything);
        const ordered = [...candidates].sort((a, b) => b.score - a.score || a.docId - b.docId);
        expect(candidates).toEqual(ordered);
        expect((await search(store, terms, {}, limit)).candidates).toEqual(ordered.slice(0, limit));
      });
    });

    test("finds with terms that are added what it finds with all at once", async () => {
      await check(fc.tuple(queries, filters, fc.nat(8)), async (store, _, [terms, filter, limit]) => {
        const expected = await search(store, terms, filter, limit);
        for (let given = 0; given <= terms.length; given++) {
          const query = await store.prepare(terms.slice(0, given), filter);
          expect(query.documentFrequencies).toEqual(expected.documentFrequencies.slice(0, given));
          await query.add(terms.slice(given));
          expect(query.documentFrequencies).toEqual(expected.documentFrequencies);
          expect(await query.best(limit)).toEqual(expected.candidates);
        }
      });
    });

    test("a passage's score is the sum of its terms'", async () => {
      await check(queries, async (store, _, terms) => {
        for (const { score, matches } of (await search(store, terms, {}, everything)).candidates) {
          expect(score).toBeCloseTo(
            matches.reduce((sum, match) => sum + match.score, 0),
            5,
          );
        }
      });
    });

    test("scores given passages as a search does", async () => {
      await check(
        fc.tuple(queries, fc.array(fc.nat(1000), { maxLength: 6 })),
        async (store, _, [terms, numbers]) => {
          const { candidates } = await search(store, terms, {}, everything);
          const found = new Map(candidates.map(({ docId, score }) => [docId, score]));
          const docIds = [...new Set(numbers.map((number) => number % store.info.passages))];
          const scores = await store.scores(terms, docIds);
          expect(scores).toHaveLength(docIds.length);
          docIds.forEach((docId, index) => {
            expect(scores[index]).toBeCloseTo(found.get(docId) ?? 0, 5);
          });
        },
      );
    });

    if (scoreTolerance !== undefined) {
      test("scores as MiniSearch does", async () => {
        await check(fc.tuple(queries, filters, fc.nat(8)), async (store, oracle, [terms, filter, limit]) => {
          const [actual, expected] = await Promise.all([
            search(store, terms, filter, limit),
            search(oracle, terms, filter, everything),
          ]);
          expectScores(actual, expected, scoreTolerance);
        });
      });

      test("scores as one MiniSearch search for all terms, divided by how many of them match", async () => {
        await check(queries, async (store, oracle, terms) => {
          const miniSearch = oracleIndex(oracle.analysed);
          const plain = terms.map(({ term }) => ({ term, weight: 1 }));
          const expected = miniSearch.search(plain.map(({ term }) => term).join(" ") || "absent");
          const { candidates } = await search(store, plain, {}, everything);
          expect(candidates.map(({ docId }) => docId).sort()).toEqual(expected.map(({ id }) => id).sort());
          for (const { id, score, queryTerms } of expected) {
            const candidate = candidates.find(({ docId }) => docId === id);
            const ratio = (candidate?.score ?? 0) / (score / queryTerms.length);
            expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(scoreTolerance);
          }
        });
      });
    }
  });

  describe(`${name}: terms that the index lacks`, () => {
    const misspelled = fc.oneof(
      fc.constantFrom(
        "hny",
        "honee",
        "hnoey",
        "nectra",
        "foraegr",
        "polinator",
        "swrm",
        "zebre",
        "wax",
        "蜜蜂",
      ),
      fc.stringMatching(/^[hqnf][a-z]{2,9}$/),
    );

    test("are replaced by the same terms as the oracle's", async () => {
      await check(misspelled, async (store, oracle, term) => {
        const terms = [term, "hnoey", "wax", "r2d2"];
        expect(await store.similarTerms(terms)).toEqual(await oracle.similarTerms(terms));
      });
    });
  });

  describe(`${name}: reading`, () => {
    test("gives passages by docId, in the order asked for, and by id", async () => {
      await check(fc.array(fc.nat(1000), { maxLength: 8 }), async (store, oracle, numbers) => {
        const docIds = numbers.map((number) => number % store.info.passages);
        const expected = await oracle.passages(docIds);
        expect(await store.passages(docIds)).toEqual(expected);
        for (const { passage } of expected) {
          expect(await store.passage(passage.id)).toEqual(await oracle.passage(passage.id));
        }
      });
    });

    test("gives articles by id", async () => {
      await check(fc.constant(undefined), async (store, oracle) => {
        for (const { id } of (await oracle.articles({}, 0, everything)).articles) {
          expect(await store.article(id)).toEqual(await oracle.article(id));
        }
      });
    });

    test("gives nothing for ids that are not there", async () => {
      const store = await open(corpusOf([splitArticleOf({ id: "bees" }, [{ text: "Bees dance." }])]));
      for (const id of ["", "bee", "bees:", "bees:9", ":0", "zoo", "zoo:0", "bees/"]) {
        expect(await store.passage(id)).toBeUndefined();
        expect(await store.article(id)).toBeUndefined();
      }
    });

    test("lists articles by id, a page at a time", async () => {
      const places = fc.nat(14);
      await check(fc.tuple(filters, places, places), async (store, oracle, [filter, offset, limit]) => {
        expect(await store.articles(filter, offset, limit)).toEqual(
          await oracle.articles(filter, offset, limit),
        );
      });
    });
  });
}
