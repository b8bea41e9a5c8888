import { encodePosition } from "../text/analyser.ts";
import {
  type Occurrence,
  rememberedFrequencies,
  rememberedLengths,
  type TermScorer,
  textField,
  textOnly,
} from "./bm25.ts";
import { ByteReader } from "./bytes.ts";
import { boundSteps, manyFields, moreThanTwice, type PostingsHead } from "./postings.ts";
import { fields } from "./store.ts";

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
    while (this.next()) if (this.key >= key) return true;
    return false;
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
