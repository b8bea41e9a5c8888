import { ByteReader, ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import type { AnalysedPassage } from "../../analyse-passage.ts";
import { fields } from "../../fields.ts";
import type { Posting } from "../format/postings.ts";
import { indexPassages } from "./minisearch.ts";
import { packPostings, unpackPostings } from "./packed-postings.ts";

/** Postings of consecutive passages, counted by MiniSearch and packed. */
export class Segment {
  /** Ascending by code point. */
  readonly terms: readonly string[];
  readonly #packed: Uint8Array;
  readonly #starts: Uint32Array;

  /** @param entries terms with their packed postings, docIds of the whole index */
  constructor(entries: readonly { readonly term: string; readonly postings: Uint8Array }[]) {
    this.terms = entries.map(({ term }) => term);
    const packed = new ByteWriter();
    this.#starts = Uint32Array.from(entries, ({ postings }) => {
      const start = packed.length;
      packed.bytes(postings);
      return start;
    });
    this.#packed = packed.finish();
  }

  /** Size in bytes without the terms. */
  get bytes(): number {
    return this.#packed.length;
  }

  /** The postings of the term with this number. */
  postings(number: number): Posting[] {
    return unpackPostings(new ByteReader(this.#packed, this.#starts[number]));
  }
}

/** The number of distinct terms of each of `fields` of a passage; undefined where the passage lacks the field. */
export type FieldLengths = readonly (number | undefined)[];

/**
 * Short names of terms, and the terms by their names. MiniSearch keeps terms in a tree and looks through the children of a
 * node one by one: of Chinese, each character would be a child of the root. Names of sixteen digits keep its nodes small.
 */
class Names {
  readonly #names = new Map<string, string>();
  readonly #terms: string[] = [];

  of(term: string): string {
    let name = this.#names.get(term);
    if (name === undefined) {
      name = this.#terms.length.toString(16);
      this.#names.set(term, name);
      this.#terms.push(term);
    }
    return name;
  }

  termOf(name: string): string {
    return this.#terms[Number.parseInt(name, 16)] ?? "";
  }
}

/** Indexes consecutive passages; the first has the docId `firstKey`. */
export function indexSegment(
  passages: readonly AnalysedPassage[],
  firstKey: number,
): { segment: Segment; fieldLengths: FieldLengths[] } {
  const names = new Names();
  const { index, fieldLength } = indexPassages(passages, (term) => names.of(term)).toJSON();
  const fieldLengths = passages.map((_, number) => fields.map((_, field) => fieldLength[number]?.[field]));
  const lengths = fieldLengths.map((ofPassage) => ofPassage.map((length) => length ?? 0));
  const entries = index.map(([name, byField]) => {
    const term = names.termOf(name);
    const frequencies = fields.map((_, field) => byField[field] ?? {});
    const numbers = frequencies.map((counts) => Object.keys(counts).map(Number));
    const merged = [...new Set(numbers.flat())].sort((a, b) => a - b);
    const postings = merged.map(
      (number): Posting => ({
        docId: firstKey + number,
        frequencies: frequencies.map((counts) => counts[number] ?? 0),
        lengths: lengths[number] ?? [],
        positions: passages[number]?.positions.get(term) ?? [],
      }),
    );
    return { term, postings: packPostings(postings) };
  });
  entries.sort((a, b) => compareCodePoints(a.term, b.term));
  return { segment: new Segment(entries), fieldLengths };
}
