import { compareCodePoints } from "../../../shared/bytes.ts";
import type { AnalysedPassage } from "../../analyse-passage.ts";
import type { FieldStatistics } from "../../bm25.ts";
import { fields } from "../../fields.ts";
import { encodePostings, type Posting } from "../format/postings.ts";
import { indexSegment, type Segment } from "./segment.ts";

/** Passages that MiniSearch indexes at a time: its index takes some ten times the memory of packed posting lists. */
const defaultSegmentLength = 10_000;

/** A list of so many postings is rough where its term is in more than this share of all passages, and hardly tells one from another. */
const rough = { postings: 4_096, share: 1 / 5 } as const;

/** Collects passages, segment by segment, and joins the segments into the posting lists of the whole. */
export class PostingsBuilder {
  readonly #segments: Segment[] = [];
  /** Of each of `fields`: the lengths of the passages that have it, summed, and how many do. */
  readonly #totals = fields.map(() => ({ length: 0, passages: 0 }));
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
      averageLengths: this.#totals.map(({ length, passages }) => (passages === 0 ? 0 : length / passages)),
    });
  }

  #closeSegment(): void {
    const { segment, fieldLengths } = indexSegment(this.#pending, this.#indexed);
    for (const lengths of fieldLengths) {
      lengths.forEach((length, field) => {
        const total = this.#totals[field];
        if (length === undefined || total === undefined) return;
        total.length += length;
        total.passages++;
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
    for (const { term, postings } of this.#terms()) {
      const { averageLengths, passages } = this.statistics;
      const isRough = postings.length >= rough.postings && postings.length > rough.share * passages;
      const list = encodePostings(postings, averageLengths, isRough);
      yield { term, list, count: postings.length };
    }
  }

  /** Each term with its postings in all segments, both in order. */
  *#terms(): Generator<{ term: string; postings: Posting[] }> {
    const places = this.#segments.map(() => 0);
    for (;;) {
      let least: string | undefined;
      this.#segments.forEach(({ terms }, segment) => {
        const term = terms[places[segment] ?? 0];
        if (term !== undefined && (least === undefined || compareCodePoints(term, least) < 0)) least = term;
      });
      if (least === undefined) return;
      const parts: Posting[][] = [];
      for (const [number, segment] of this.#segments.entries()) {
        const place = places[number] ?? 0;
        if (segment.terms[place] !== least) continue;
        parts.push(segment.postings(place));
        places[number] = place + 1;
      }
      yield { term: least, postings: parts.flat() };
    }
  }
}
