import { type FieldStatistics, saturatedFrequency } from "./bm25.ts";
import { compareCodePoints } from "./bytes.ts";
import type { AnalysedPassage } from "./fields.ts";
import { PostingCursor } from "./posting-cursor.ts";
import { encodePostings, type PostingsHead } from "./postings.ts";
import { indexSegment, type Segment, type SegmentTerm } from "./segment.ts";
import { fields } from "./store.ts";

/** Passages that MiniSearch indexes at a time: its index takes some ten times the memory of packed posting lists. */
const defaultSegmentLength = 10_000;

/** Collects passages, segment by segment, and joins the segments into the posting lists of the whole. */
export class PostingsBuilder {
  readonly #segments: Segment[] = [];
  readonly #averageLengths: number[] = fields.map(() => 0);
  #pending: AnalysedPassage[] = [];
  #indexed = 0;
  readonly #segmentLength: number;

  constructor(segmentLength: number = defaultSegmentLength) {
    this.#segmentLength = segmentLength;
  }

  /** How many passages were added. */
  get passages(): number {
    return this.#indexed + this.#pending.length;
  }

  add(passage: AnalysedPassage): void {
    this.#pending.push(passage);
    if (this.#pending.length === this.#segmentLength) this.#closeSegment();
  }

  /** All that was added, as posting lists. Nothing can be added any more. */
  finish(): PostingLists {
    if (this.#pending.length > 0) this.#closeSegment();
    return new PostingLists(this.#segments, {
      passages: this.#indexed,
      averageLengths: this.#averageLengths,
    });
  }

  #closeSegment(): void {
    const { segment, fieldLengths } = indexSegment(this.#pending, this.#indexed);
    for (const lengths of fieldLengths) {
      // As MiniSearch does it: a passage without the field does not change the mean, but counts in the next one's.
      lengths.forEach((length, field) => {
        if (length === undefined) return;
        const total = (this.#averageLengths[field] ?? 0) * this.#indexed + length;
        this.#averageLengths[field] = total / (this.#indexed + 1);
      });
      this.#indexed++;
    }
    this.#segments.push(segment);
    this.#pending = [];
  }
}

/** The posting list of one term. */
export interface TermPostings {
  readonly term: string;
  readonly list: Uint8Array;
  /** In how many passages the term occurs. */
  readonly count: number;
}

/** The posting lists of a whole index. */
export class PostingLists implements Iterable<TermPostings> {
  readonly statistics: FieldStatistics;
  /** Bytes of all lists, roughly. */
  readonly bytes: number;
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[], statistics: FieldStatistics) {
    this.#segments = segments;
    this.statistics = statistics;
    this.bytes = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The lists, ascending by the code points of their terms. */
  *[Symbol.iterator](): Generator<TermPostings> {
    for (const { term, parts } of this.#terms()) {
      const head = { ...headOf(parts), highest: fields.map(() => 0) };
      const blocks = parts.map((part) => part.blocks);
      const highest = this.#highest(encodePostings(head, blocks));
      yield { term, list: encodePostings({ ...head, highest }, blocks), count: head.count };
    }
  }

  /** Each term with what the segments say of it, both in order. */
  *#terms(): Generator<{ term: string; parts: SegmentTerm[] }> {
    const places = this.#segments.map(() => 0);
    for (;;) {
      let least: string | undefined;
      this.#segments.forEach(({ terms }, segment) => {
        const term = terms[places[segment] ?? 0];
        if (term !== undefined && (least === undefined || compareCodePoints(term, least) < 0)) least = term;
      });
      if (least === undefined) return;
      const parts: SegmentTerm[] = [];
      for (const [number, segment] of this.#segments.entries()) {
        const place = places[number] ?? 0;
        if (segment.terms[place] !== least) continue;
        parts.push(segment.read(place));
        places[number] = place + 1;
      }
      yield { term: least, parts };
    }
  }

  #highest(list: Uint8Array): number[] {
    const cursor = new PostingCursor(list);
    const highest = fields.map(() => 0);
    while (cursor.next()) {
      for (let field = 0; field < highest.length; field++) {
        if ((cursor.mask & (1 << field)) === 0) continue;
        const frequency = cursor.frequencies[field] ?? 0;
        const average = this.statistics.averageLengths[field] ?? 1;
        const saturated = saturatedFrequency(frequency, cursor.lengths[field] ?? 0, average);
        if (saturated > (highest[field] ?? 0)) highest[field] = saturated;
      }
    }
    return highest;
  }
}

function headOf(parts: readonly SegmentTerm[]): Omit<PostingsHead, "highest"> {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    documentFrequencies: fields.map((_, field) =>
      parts.reduce((sum, { documentFrequencies }) => sum + (documentFrequencies[field] ?? 0), 0),
    ),
  };
}
