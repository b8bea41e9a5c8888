import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseArticle } from "../../../../src/index/analyse-passage.ts";
import { streamStarts } from "../../../../src/index/compiled/format/postings.ts";
import { PostingsBuilder } from "../../../../src/index/compiled/write/postings-builder.ts";
import { fields } from "../../../../src/index/fields.ts";
import { corpora, languages, type TestCorpus } from "../../corpora.ts";

const analysed = ({ articles }: TestCorpus) =>
  articles.flatMap((split) => analyseArticle(split, languages.of(split.article.lang)).analysed);

function build(corpus: TestCorpus, segmentLength: number) {
  const builder = new PostingsBuilder(segmentLength);
  for (const passage of analysed(corpus)) builder.add(passage);
  const lists = builder.finish();
  const terms = Array.from(lists, ({ term, list }) => ({ term, list: Array.from(list) }));
  return { statistics: lists.statistics, terms };
}

test("segments of any length give the same posting lists", () => {
  fc.assert(
    fc.property(corpora, fc.integer({ min: 1, max: 20 }), (corpus, segmentLength) => {
      expect(build(corpus, segmentLength)).toEqual(build(corpus, 10_000));
    }),
    { numRuns: 50 },
  );
});

test("a list of 4,096 postings is rough where its term is in more than a fifth of all passages, and no other", () => {
  const positions = (terms: readonly string[]) => new Map(terms.map((term, index) => [term, [index]]));
  const roughOf = (passages: number, held: number): boolean => {
    const builder = new PostingsBuilder();
    for (let number = 0; number < passages; number++) {
      const text = number < held ? ["often", `word${number % 9}`] : [`word${number % 9}`];
      builder.add({ terms: { title: [], headings: [], questions: [], text }, positions: positions(text) });
    }
    const { list } = [...builder.finish()].find(({ term }) => term === "often") ?? { list: new Uint8Array() };
    const [, , , sentences = 0, words = 0] = streamStarts(list);
    return sentences === words && words === list.length;
  };
  expect(roughOf(20_000, 4_096)).toBe(true);
  expect(roughOf(20_000, 4_095)).toBe(false);
  expect(roughOf(20_480, 4_096)).toBe(false);
});

test("mean lengths are over the passages that have the field, whatever the order of the passages", () => {
  fc.assert(
    fc.property(corpora, fc.integer({ min: 1, max: 20 }), (corpus, segmentLength) => {
      const lengths = analysed(corpus).map(({ terms }) => fields.map((field) => new Set(terms[field]).size));
      const expected = fields.map((_, field) => {
        const held = lengths.map((ofPassage) => ofPassage[field] ?? 0).filter((length) => length > 0);
        return held.length === 0 ? 0 : held.reduce((sum, length) => sum + length, 0) / held.length;
      });
      expect(build(corpus, segmentLength).statistics.averageLengths).toEqual(expected);
      const reversed = { ...corpus, articles: corpus.articles.toReversed() };
      expect(build(reversed, segmentLength).statistics.averageLengths).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
