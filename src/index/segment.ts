import { compareCodePoints } from "./bytes.ts";
import type { AnalysedPassage } from "./fields.ts";
import { indexPassages } from "./minisearch.ts";
import { encodeBlocks, type Posting } from "./postings.ts";
import { fields } from "./store.ts";

/** What one segment says of one term. */
export interface SegmentTerm {
  readonly term: string;
  /** In how many of the segment's passages the term occurs. */
  readonly count: number;
  /** In how many each of `fields` holds it. */
  readonly documentFrequencies: readonly number[];
  /** Posting blocks with the keys of the whole index. */
  readonly blocks: Uint8Array;
}

/** Some consecutive passages, indexed by MiniSearch and packed. */
export interface Segment {
  /** Ascending by code point. */
  readonly terms: readonly SegmentTerm[];
  /** For each passage, the number of distinct terms of each of `fields`; undefined where the passage lacks the field. */
  readonly fieldLengths: readonly (readonly (number | undefined)[])[];
}

/** Indexes consecutive passages, the first of which has the key `firstKey`. */
export function indexSegment(passages: readonly AnalysedPassage[], firstKey: number): Segment {
  const { index, fieldLength } = indexPassages(passages).toJSON();
  const lengthsOf = passages.map((_, number) => fields.map((_, field) => fieldLength[number]?.[field]));
  const terms = index.map(([term, byField]): SegmentTerm => {
    const frequencies = fields.map((_, field) => byField[field] ?? {});
    const numbers = [...new Set(frequencies.flatMap((counts) => Object.keys(counts).map(Number)))];
    const postings = numbers
      .sort((a, b) => a - b)
      .map(
        (number): Posting => ({
          key: firstKey + number,
          frequencies: frequencies.map((counts) => counts[number] ?? 0),
          lengths: (lengthsOf[number] ?? []).map((length) => length ?? 0),
          positions: passages[number]?.positions.get(term) ?? [],
        }),
      );
    return {
      term,
      count: numbers.length,
      documentFrequencies: frequencies.map((counts) => Object.keys(counts).length),
      blocks: encodeBlocks(postings),
    };
  });
  terms.sort((a, b) => compareCodePoints(a.term, b.term));
  return { terms, fieldLengths: lengthsOf };
}
