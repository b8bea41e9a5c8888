/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * A list is a head and blocks. The head has the number of passages, a byte with a bit for each field that holds the term,
 * and for each such field the number of passages and the highest saturated frequency. A block has its number of
 * postings, its first key, the lengths of its two parts in bytes, then the parts: postings, and positions.
 *
 * A posting is a varint of twice the distance to the key before. Even: the text alone holds the term, once; the length
 * of the text follows. Odd: the byte of fields follows, then frequency and length for each. Positions are those of the
 * text field, as differences within one passage.
 */
import type { Occurrence } from "./bm25.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { fields } from "./store.ts";

/** One passage of a list, before it is written. */
export interface Posting extends Occurrence {
  readonly key: number;
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

const textField = fields.indexOf("text");
const textOnly = 1 << textField;

/** Postings that share one block: what has to be decoded to find one of them. */
const blockLength = 64;

/** Steps in which highest saturated frequencies are written; at most `k + 1` steps of this fit a byte. */
const boundSteps = 100;

/** The blocks of some postings, ascending by key. Lists of ascending keys can be joined byte to byte. */
export function encodeBlocks(postings: readonly Posting[]): Uint8Array {
  const blocks = new ByteWriter();
  for (let start = 0; start < postings.length; start += blockLength) {
    const block = postings.slice(start, start + blockLength);
    const body = new ByteWriter();
    const positions = new ByteWriter();
    let previousKey = block[0]?.key ?? 0;
    blocks.varint(block.length);
    blocks.varint(previousKey);
    for (const posting of block) {
      encodePosting(body, posting, posting.key - previousKey);
      previousKey = posting.key;
      let previous = 0;
      for (const position of posting.positions) {
        positions.varint(position - previous);
        previous = position;
      }
    }
    blocks.varint(body.length);
    blocks.varint(positions.length);
    blocks.bytes(body.finish());
    blocks.bytes(positions.finish());
  }
  return blocks.finish();
}

function encodePosting(writer: ByteWriter, { frequencies, lengths }: Occurrence, distance: number): void {
  let mask = 0;
  for (let field = 0; field < fields.length; field++) if ((frequencies[field] ?? 0) > 0) mask |= 1 << field;
  if (mask === textOnly && frequencies[textField] === 1) {
    writer.varint(2 * distance);
    writer.varint(lengths[textField] ?? 0);
    return;
  }
  writer.varint(2 * distance + 1);
  writer.varint(mask);
  for (let field = 0; field < fields.length; field++) {
    if ((mask & (1 << field)) === 0) continue;
    writer.varint(frequencies[field] ?? 0);
    writer.varint(lengths[field] ?? 0);
  }
}

/** What a list says of its term as a whole. Lists of numbers count as `fields` do. */
export interface PostingsHead {
  /** In how many passages the term occurs. */
  readonly count: number;
  readonly documentFrequencies: readonly number[];
  /** The highest saturated frequency of each field, rounded up. */
  readonly highest: readonly number[];
}

/** A whole list, out of its head and blocks. */
export function encodePostings(head: PostingsHead, blocks: Iterable<Uint8Array>): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(head.count);
  let mask = 0;
  head.documentFrequencies.forEach((count, field) => {
    if (count > 0) mask |= 1 << field;
  });
  writer.varint(mask);
  head.documentFrequencies.forEach((count, field) => {
    if (count === 0) return;
    writer.varint(count);
    writer.varint(Math.ceil((head.highest[field] ?? 0) * boundSteps));
  });
  for (const block of blocks) writer.bytes(block);
  return writer.finish();
}

/** In how many passages the term of a list occurs. */
export function passageCount(list: Uint8Array): number {
  return new ByteReader(list).varint();
}

/** Walks a list in the order of its keys. It stands before the first posting until `next` or `seek` was called. */
export class PostingCursor implements PostingsHead, Occurrence {
  readonly count: number;
  readonly documentFrequencies: readonly number[];
  readonly highest: readonly number[];
  /** Key of the current posting. */
  key = -1;
  /** Bit `1 << i` is set when `fields[i]` of the current posting holds the term. */
  mask = 0;
  readonly frequencies = new Uint32Array(fields.length);
  readonly lengths = new Uint32Array(fields.length);
  readonly #reader: ByteReader;
  /** Postings of the block that were not read yet. */
  #left = 0;
  #positionsStart = 0;
  /** Positions of the block's postings before the current one. */
  #positionsBefore = 0;
  #nextBlock: number;

  constructor(list: Uint8Array) {
    this.#reader = new ByteReader(list);
    this.count = this.#reader.varint();
    const mask = this.#reader.varint();
    const documentFrequencies = fields.map(() => 0);
    const highest = fields.map(() => 0);
    for (let field = 0; field < fields.length; field++) {
      if ((mask & (1 << field)) === 0) continue;
      documentFrequencies[field] = this.#reader.varint();
      highest[field] = this.#reader.varint() / boundSteps;
    }
    this.documentFrequencies = documentFrequencies;
    this.highest = highest;
    this.#nextBlock = this.#reader.offset;
  }

  /** Moves to the next posting. False at the end. */
  next(): boolean {
    if (this.#left === 0 && !this.#enterBlock()) return false;
    this.#left--;
    this.#positionsBefore += this.frequencies[textField] ?? 0;
    const code = this.#reader.varint();
    this.key += code >>> 1;
    const { frequencies, lengths } = this;
    if ((this.mask & ~textOnly) !== 0) frequencies.fill(0);
    if ((code & 1) === 0) {
      this.mask = textOnly;
      frequencies[textField] = 1;
      lengths[textField] = this.#reader.varint();
      return true;
    }
    this.mask = this.#reader.varint();
    frequencies[textField] = 0;
    for (let field = 0; field < fields.length; field++) {
      if ((this.mask & (1 << field)) === 0) continue;
      frequencies[field] = this.#reader.varint();
      lengths[field] = this.#reader.varint();
    }
    return true;
  }

  /** Moves to the first posting whose key is at least `key`, never back. False when there is none. */
  seek(key: number): boolean {
    if (this.key >= key) return true;
    const { bytes } = this.#reader;
    // Whole blocks are passed over as long as the one after them begins early enough.
    const peek = new ByteReader(bytes);
    while (this.#nextBlock < bytes.length) {
      peek.offset = this.#nextBlock;
      peek.varint();
      if (peek.varint() > key) break;
      this.#enterBlock();
    }
    while (this.next()) if (this.key >= key) return true;
    return false;
  }

  /** The positions of the current posting. */
  positions(): number[] {
    const reader = new ByteReader(this.#reader.bytes, this.#positionsStart);
    reader.skipVarints(this.#positionsBefore);
    let position = 0;
    return Array.from({ length: this.frequencies[textField] ?? 0 }, () => {
      position += reader.varint();
      return position;
    });
  }

  #enterBlock(): boolean {
    if (this.#nextBlock >= this.#reader.bytes.length) return false;
    this.#reader.offset = this.#nextBlock;
    this.#left = this.#reader.varint();
    this.key = this.#reader.varint();
    const postingsLength = this.#reader.varint();
    const positionsLength = this.#reader.varint();
    this.#positionsStart = this.#reader.offset + postingsLength;
    this.#nextBlock = this.#positionsStart + positionsLength;
    this.#positionsBefore = 0;
    this.frequencies[textField] = 0;
    return true;
  }
}
