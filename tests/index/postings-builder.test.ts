import fc from "fast-check";
import { expect, test } from "vitest";
import { analysePassage } from "../../src/index/fields.ts";
import { indexPassages } from "../../src/index/minisearch.ts";
import { PostingCursor } from "../../src/index/posting-cursor.ts";
import type { Posting } from "../../src/index/postings.ts";
import { PostingsBuilder } from "../../src/index/postings-builder.ts";
import { corpora, languages, type TestCorpus } from "./corpora.ts";

const analysed = ({ articles }: TestCorpus) =>
  articles.flatMap(({ article, passages }) =>
    passages.map((passage) => analysePassage(passage, article, languages.of(article.lang))),
  );

function build(corpus: TestCorpus, segmentLength: number) {
  const builder = new PostingsBuilder(segmentLength);
  for (const passage of analysed(corpus)) builder.add(passage);
  const lists = builder.finish();
  const terms = Array.from(lists, ({ term, list }) => {
    const cursor = new PostingCursor(list);
    const postings: (Posting & { mask: number })[] = [];
    while (cursor.next()) {
      const { key } = cursor;
      const { mask, ...occurrence } = cursor.occurrence();
      const ifHeld = (value: number, field: number): number => ((mask & (1 << field)) === 0 ? 0 : value);
      const frequencies = Array.from(occurrence.frequencies, ifHeld);
      const lengths = Array.from(occurrence.lengths, ifHeld);
      postings.push({ key, mask, frequencies, lengths, positions: cursor.positions() });
    }
    const { count, documentFrequencies, highest } = cursor;
    return { term, count, documentFrequencies, highest, postings };
  });
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
