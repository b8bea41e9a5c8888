import { ByteReader, ByteWriter, compareCodePoints } from "./bytes.ts";
import type { AnalysedPassage } from "./fields.ts";
import { indexPassages } from "./minisearch.ts";
import { encodeBlocks, type Posting } from "./postings.ts";
import { fields } from "./store.ts";

/** What one segment says of one term. */
export interface SegmentTerm {
  /** In how many of the segment's passages the term occurs. */
  readonly count: number;
  /** In how many each of `fields` holds it. */
  readonly documentFrequencies: readonly number[];
  /** Posting blocks with the keys of the whole index. */
  readonly blocks: Uint8Array;
}

/** Some consecutive passages, indexed by MiniSearch and packed. */
export class Segment {
  /** Ascending by code point. */
  readonly terms: readonly string[];
  /** For each term its count, its document frequencies and its blocks. */
  readonly #packed: Uint8Array;
  readonly #starts: Uint32Array;

  constructor(entries: readonly (SegmentTerm & { readonly term: string })[]) {
    this.terms = entries.map(({ term }) => term);
    const packed = new ByteWriter();
    this.#starts = Uint32Array.from(entries, ({ count, documentFrequencies, blocks }) => {
      const start = packed.length;
      packed.varint(count);
      for (const frequency of documentFrequencies) packed.varint(frequency);
      packed.bytes(blocks);
      return start;
    });
    this.#packed = packed.finish();
  }

  /** Bytes that it takes, its terms apart. */
  get bytes(): number {
    return this.#packed.length;
  }

  /** What is said of the term with this number. */
  read(number: number): SegmentTerm {
    const reader = new ByteReader(this.#packed, this.#starts[number]);
    const count = reader.varint();
    const documentFrequencies = fields.map(() => reader.varint());
    return {
      count,
      documentFrequencies,
      blocks: this.#packed.subarray(reader.offset, this.#starts[number + 1]),
    };
  }
}

/** The number of distinct terms of each of `fields` of a passage; undefined where the passage lacks the field. */
export type FieldLengths = readonly (number | undefined)[];

/** Indexes consecutive passages, the first of which has the key `firstKey`. */
export function indexSegment(
  passages: readonly AnalysedPassage[],
  firstKey: number,
): { segment: Segment; fieldLengths: FieldLengths[] } {
  const { index, fieldLength } = indexPassages(passages).toJSON();
  const fieldLengths = passages.map((_, number) => fields.map((_, field) => fieldLength[number]?.[field]));
  const lengths = fieldLengths.map((ofPassage) => ofPassage.map((length) => length ?? 0));
  const entries = index.map(([term, byField]) => {
    const frequencies = fields.map((_, field) => byField[field] ?? {});
    const numbers = frequencies.map((counts) => Object.keys(counts).map(Number));
    const merged = [...new Set(numbers.flat())].sort((a, b) => a - b);
    const postings = merged.map(
      (number): Posting => ({
        key: firstKey + number,
        frequencies: frequencies.map((counts) => counts[number] ?? 0),
        lengths: lengths[number] ?? [],
        positions: passages[number]?.positions.get(term) ?? [],
      }),
    );
    return {
      term,
      count: merged.length,
      documentFrequencies: numbers.map(({ length }) => length),
      blocks: encodeBlocks(postings),
    };
  });
  entries.sort((a, b) => compareCodePoints(a.term, b.term));
  return { segment: new Segment(entries), fieldLengths };
}
