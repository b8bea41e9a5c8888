import fc from "fast-check";
import { expect, test } from "vitest";
import { analysePassage } from "../../../../src/index/analyse-passage.ts";
import { indexPassages } from "../../../../src/index/compiled/write/minisearch.ts";
import { PostingsBuilder } from "../../../../src/index/compiled/write/postings-builder.ts";
import { corpora, languages, type TestCorpus } from "../../corpora.ts";

const analysed = ({ articles }: TestCorpus) =>
  articles.flatMap(({ article, passages }) =>
    passages.map((passage) => analysePassage(passage, article, languages.of(article.lang))),
  );

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

test("mean lengths are MiniSearch's", () => {
  fc.assert(
    fc.property(corpora, fc.integer({ min: 1, max: 20 }), (corpus, segmentLength) => {
      const { averageFieldLength } = indexPassages(analysed(corpus)).toJSON();
      const expected = Array.from({ length: 4 }, (_, field) => averageFieldLength[field] ?? 0);
      expect(build(corpus, segmentLength).statistics.averageLengths).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
