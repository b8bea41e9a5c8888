import { type FieldStatistics, saturatedFrequency } from "./bm25.ts";
import { ByteWriter, compareCodePoints } from "./bytes.ts";
import type { AnalysedPassage } from "./fields.ts";
import { encodePostings, PostingCursor, type PostingsHead } from "./postings.ts";
import { indexSegment, type Segment, type SegmentTerm } from "./segment.ts";
import { fields } from "./store.ts";
import type { TableEntry } from "./table.ts";

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
    const segment = indexSegment(this.#pending, this.#indexed);
    for (const lengths of segment.fieldLengths) {
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

/** The posting lists of a whole index. */
export class PostingLists {
  readonly statistics: FieldStatistics;
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[], statistics: FieldStatistics) {
    this.#segments = segments;
    this.statistics = statistics;
  }

  /** Bytes of all lists, without their heads. */
  get bytes(): number {
    return this.#segments.reduce(
      (sum, { terms }) => terms.reduce((bytes, { blocks }) => bytes + blocks.length, sum),
      0,
    );
  }

  /** The list of each term, by term. */
  *postings(): Generator<TableEntry> {
    for (const { term, parts } of this.#terms()) {
      const head = { ...headOf(parts), highest: fields.map(() => 0) };
      const blocks = parts.map((part) => part.blocks);
      const highest = this.#highest(encodePostings(head, blocks));
      yield { key: term, value: encodePostings({ ...head, highest }, blocks) };
    }
  }

  /** In how many passages each term occurs, by term. */
  *documentFrequencies(): Generator<TableEntry> {
    for (const { term, parts } of this.#terms()) {
      const writer = new ByteWriter();
      writer.varint(headOf(parts).count);
      yield { key: term, value: writer.finish() };
    }
  }

  /** Each term with what the segments say of it, both in order. */
  *#terms(): Generator<{ term: string; parts: SegmentTerm[] }> {
    const places = this.#segments.map(() => 0);
    const termAt = (segment: number): SegmentTerm | undefined =>
      this.#segments[segment]?.terms[places[segment] ?? 0];
    for (;;) {
      let least: string | undefined;
      for (let segment = 0; segment < places.length; segment++) {
        const term = termAt(segment)?.term;
        if (term !== undefined && (least === undefined || compareCodePoints(term, least) < 0)) least = term;
      }
      if (least === undefined) return;
      const parts: SegmentTerm[] = [];
      for (let segment = 0; segment < places.length; segment++) {
        const part = termAt(segment);
        if (part?.term !== least) continue;
        parts.push(part);
        places[segment] = (places[segment] ?? 0) + 1;
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
