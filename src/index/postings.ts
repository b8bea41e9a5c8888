/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * A list is a head and blocks. The head has the number of passages, a byte with a bit for each field that holds the term,
 * and for each such field the number of passages and the highest saturated frequency. A block has its number of
 * postings, its first key, the lengths of its two parts in bytes, then the parts: postings, and positions.
 *
 * A posting is a varint of four times the distance to the key before, and its form. Forms 0 to 2: the text alone holds
 * the term, once, twice, or as often as the next varint says; the length of the text follows. Form 3: the byte of fields
 * follows, then frequency and length for each.
 *
 * Positions are those of the text field. Sentences count as if all were as long as the block needs; that length is
 * first, and positions are the differences within one passage.
 */
import { encodePosition, sentenceOf, wordOf } from "../text/analyser.ts";
import {
  type Occurrence,
  rememberedFrequencies,
  rememberedLengths,
  type TermScorer,
  textField,
  textOnly,
} from "./bm25.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { fields } from "./store.ts";

/** One passage of a list, before it is written. */
export interface Posting {
  readonly key: number;
  /** How often each of `fields` holds the term, 0 when it does not, and how many distinct terms each has. */
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

/** Forms of a posting beside those for once and twice. */
const moreThanTwice = 2;
const manyFields = 3;

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
    let previousKey = block[0]?.key ?? 0;
    blocks.varint(block.length);
    blocks.varint(previousKey);
    for (const posting of block) {
      encodePosting(body, posting, posting.key - previousKey);
      previousKey = posting.key;
    }
    const positions = encodePositions(block);
    blocks.varint(body.length);
    blocks.varint(positions.length);
    blocks.bytes(body.finish());
    blocks.bytes(positions);
  }
  return blocks.finish();
}

function encodePosting(writer: ByteWriter, { frequencies, lengths }: Posting, distance: number): void {
  let mask = 0;
  for (let field = 0; field < fields.length; field++) if ((frequencies[field] ?? 0) > 0) mask |= 1 << field;
  if (mask === textOnly) {
    const frequency = frequencies[textField] ?? 0;
    writer.varint(4 * distance + Math.min(frequency - 1, moreThanTwice));
    if (frequency > 2) writer.varint(frequency);
    writer.varint(lengths[textField] ?? 0);
    return;
  }
  writer.varint(4 * distance + manyFields);
  writer.varint(mask);
  for (let field = 0; field < fields.length; field++) {
    if ((mask & (1 << field)) === 0) continue;
    writer.varint(frequencies[field] ?? 0);
    writer.varint(lengths[field] ?? 0);
  }
}

function encodePositions(block: readonly Posting[]): Uint8Array {
  const writer = new ByteWriter();
  let sentenceLength = 1;
  for (const { positions } of block) {
    for (const position of positions) sentenceLength = Math.max(sentenceLength, wordOf(position) + 1);
  }
  writer.varint(sentenceLength);
  for (const { positions } of block) {
    let previous = 0;
    for (const position of positions) {
      const place = sentenceOf(position) * sentenceLength + wordOf(position);
      writer.varint(place - previous);
      previous = place;
    }
  }
  return writer.finish();
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
  readonly #bytes: Uint8Array;
  readonly #firstBlock: number;
  #offset: number;
  /** Postings of the block that were not read yet. */
  #left = 0;
  #positionsStart = 0;
  /** Positions of the block's postings before the current one. */
  #positionsBefore = 0;
  #nextBlock: number;

  constructor(list: Uint8Array) {
    const reader = new ByteReader(list);
    this.count = reader.varint();
    const mask = reader.varint();
    const documentFrequencies = fields.map(() => 0);
    const highest = fields.map(() => 0);
    for (let field = 0; field < fields.length; field++) {
      if ((mask & (1 << field)) === 0) continue;
      documentFrequencies[field] = reader.varint();
      highest[field] = reader.varint() / boundSteps;
    }
    this.documentFrequencies = documentFrequencies;
    this.highest = highest;
    this.#bytes = list;
    this.#offset = reader.offset;
    this.#firstBlock = reader.offset;
    this.#nextBlock = reader.offset;
  }

  /** Moves to the next posting. False at the end. */
  next(): boolean {
    if (this.#left === 0 && !this.#enterBlock()) return false;
    this.#left--;
    const { frequencies, lengths } = this;
    this.#positionsBefore += frequencies[textField] ?? 0;
    const code = this.#varint();
    this.key += code >>> 2;
    if (this.mask !== textOnly) frequencies.fill(0);
    const form = code & 3;
    if (form !== manyFields) {
      this.mask = textOnly;
      frequencies[textField] = form === moreThanTwice ? this.#varint() : form + 1;
      lengths[textField] = this.#varint();
      return true;
    }
    this.mask = this.#varint();
    frequencies[textField] = 0;
    for (let field = 0; field < fields.length; field++) {
      if ((this.mask & (1 << field)) === 0) continue;
      frequencies[field] = this.#varint();
      lengths[field] = this.#varint();
    }
    return true;
  }

  /** Moves to the first posting whose key is at least `key`, never back. False when there is none. */
  seek(key: number): boolean {
    if (this.key >= key) return true;
    // Whole blocks are passed over as long as the one after them begins early enough.
    const peek = new ByteReader(this.#bytes);
    while (this.#nextBlock < this.#bytes.length) {
      peek.offset = this.#nextBlock;
      peek.skipVarints(1);
      if (peek.varint() > key) break;
      this.#enterBlock();
    }
    this.#skipBelow(key);
    do this.#skipBelow(key);
    while (this.next() && this.key < key);
    return this.key >= key;
  }

  /** Moves on within the block, to a posting after which one with a key of `key` or above may come. */
  #skipBelow(key: number): void {
    const bytes = this.#bytes;
    let at = this.key;
    let offset = this.#offset;
    let left = this.#left;
    let frequency = this.frequencies[textField] ?? 0;
    let positionsBefore = this.#positionsBefore;
    while (left > 1) {
      let start = offset;
      let byte = bytes[start++] ?? 0;
      let code = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[start++] ?? 0;
        code |= (byte & 0x7f) << shift;
      }
      const form = code & 3;
      if (form >= moreThanTwice || at + (code >>> 2) >= key) break;
      while ((bytes[start++] ?? 0) >= 0x80);
      positionsBefore += frequency;
      at += code >>> 2;
      frequency = form + 1;
      offset = start;
      left--;
    }
    if (left === this.#left) return;
    this.key = at;
    this.#offset = offset;
    this.#left = left;
    this.frequencies[textField] = frequency;
    this.#positionsBefore = positionsBefore;
  }

  /** Goes back before the first posting. */
  rewind(): void {
    this.key = -1;
    this.frequencies.fill(0);
    this.#left = 0;
    this.#nextBlock = this.#firstBlock;
  }

  /**
   * Adds the scores of postings to the `scores` of their keys, from the current posting on and up to the first with a key
   * of `end` or above, to which it moves. Keys without a score before go into `found`, from `length` on.
   *
   * Here a search spends most of its time. So the postings that most are, of passages whose text alone holds the term, are
   * read in one loop without a call; the rest goes through `next`.
   *
   * @returns the new length of what was found
   */
  addScores(
    scorer: TermScorer,
    end: number,
    scores: Float64Array,
    found: Uint32Array,
    length: number,
  ): number {
    const bytes = this.#bytes;
    const { frequencies, lengths } = this;
    const { textScores } = scorer;
    let foundLength = length;
    let more = true;
    while (more && this.key < end) {
      const score = scorer.score(this);
      const before = scores[this.key] ?? 0;
      if (before === 0) found[foundLength++] = this.key;
      scores[this.key] = before + score;

      let { key } = this;
      let offset = this.#offset;
      let left = this.#left;
      let frequency = frequencies[textField] ?? 0;
      let textLength = lengths[textField] ?? 0;
      let positionsBefore = this.#positionsBefore;
      while (left > 0) {
        let start = offset;
        let byte = bytes[start++] ?? 0;
        let code = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[start++] ?? 0;
          code |= (byte & 0x7f) << shift;
        }
        const form = code & 3;
        const nextKey = key + (code >>> 2);
        const nextFrequency = form === moreThanTwice ? (bytes[start++] ?? 0) : form + 1;
        const nextLength = bytes[start++] ?? 0;
        if (
          form === manyFields ||
          nextKey >= end ||
          nextFrequency >= rememberedFrequencies ||
          nextLength >= 0x80
        )
          break;
        positionsBefore += frequency;
        key = nextKey;
        frequency = nextFrequency;
        textLength = nextLength;
        offset = start;
        left--;
        const known = textScores[frequency * rememberedLengths + textLength] ?? 0;
        const score = known === 0 ? scorer.scoreOfText(frequency, textLength) : known;
        const before = scores[key] ?? 0;
        if (before === 0) found[foundLength++] = key;
        scores[key] = before + score;
      }
      if (left < this.#left) {
        // The loop has moved on, over postings of the text alone.
        frequencies.fill(0);
        this.mask = textOnly;
        this.key = key;
        this.#offset = offset;
        this.#left = left;
        frequencies[textField] = frequency;
        lengths[textField] = textLength;
        this.#positionsBefore = positionsBefore;
      }
      more = this.next();
    }
    return foundLength;
  }

  /** The positions of the current posting. */
  positions(): number[] {
    const reader = new ByteReader(this.#bytes, this.#positionsStart);
    const sentenceLength = reader.varint();
    reader.skipVarints(this.#positionsBefore);
    const positions: number[] = [];
    let place = 0;
    for (let left = this.frequencies[textField] ?? 0; left > 0; left--) {
      place += reader.varint();
      positions.push(encodePosition(Math.floor(place / sentenceLength), place % sentenceLength));
    }
    return positions;
  }

  #enterBlock(): boolean {
    if (this.#nextBlock >= this.#bytes.length) return false;
    this.#offset = this.#nextBlock;
    this.#left = this.#varint();
    this.key = this.#varint();
    const postingsLength = this.#varint();
    const positionsLength = this.#varint();
    this.#positionsStart = this.#offset + postingsLength;
    this.#nextBlock = this.#positionsStart + positionsLength;
    this.#positionsBefore = 0;
    this.frequencies[textField] = 0;
    return true;
  }

  /** As `ByteReader.varint`; a copy of its own, since scoring spends most of its time here. */
  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#offset++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.#offset++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}
