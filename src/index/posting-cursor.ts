import { encodePosition } from "../text/analyser.ts";
import { type Occurrence, type TermScorer, textField, textOnly } from "./bm25.ts";
import { ByteReader } from "./bytes.ts";
import { boundSteps, notInTable, readOccurrence } from "./postings.ts";
import type { Ranges } from "./ranges.ts";
import { fields } from "./store.ts";

/** Walks a list in the order of its keys. It stands before the first posting until `next` or `seek` was called. */
export class PostingCursor {
  /** In how many passages the term occurs. */
  readonly count: number;
  /** In how many of them each of `fields` holds it. */
  readonly documentFrequencies: readonly number[];
  /** The highest saturated frequency of each field, rounded up. */
  readonly highest: readonly number[];
  /** Key of the current posting. */
  key = -1;
  readonly #bytes: Uint8Array;
  readonly #reader: ByteReader;
  /** Stands at the distance to the next key of the block. */
  readonly #distances: ByteReader;
  /** Where each occurrence of the table begins, and how often the text holds the term in it. */
  readonly #tableStarts: Uint32Array;
  readonly #tableFrequencies: Uint32Array;
  readonly #occurrence = {
    mask: 0,
    frequencies: new Uint32Array(fields.length),
    lengths: new Uint32Array(fields.length),
  };
  readonly #firstBlock: number;
  #nextBlock: number;
  /** Key of the first posting of the next block; infinity behind the last. */
  #nextBlockKey = Number.POSITIVE_INFINITY;
  /** Postings of the block, and the place of the current one among them. */
  #blockLength = 0;
  #place = 0;
  /** Where the block's occurrences begin, and its positions. */
  #occurrencesStart = 0;
  #positionsStart = 0;

  constructor(list: Uint8Array) {
    const reader = new ByteReader(list);
    this.#bytes = list;
    this.#reader = reader;
    this.#distances = new ByteReader(list);
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
    const tableLength = reader.varint();
    this.#tableStarts = new Uint32Array(tableLength);
    this.#tableFrequencies = new Uint32Array(tableLength);
    for (let code = 0; code < tableLength; code++) {
      this.#tableStarts[code] = reader.offset;
      this.#tableFrequencies[code] = textFrequency(this.#read());
    }
    this.#firstBlock = reader.offset;
    this.#nextBlock = reader.offset;
    this.#findNextBlockKey();
  }

  /** Moves to the next posting. False at the end. */
  next(): boolean {
    return this.seek(this.key + 1);
  }

  /** Moves to the first posting whose key is at least `least`, never back. False when there is none. */
  seek(least: number): boolean {
    if (this.key >= least) return true;
    while (this.#nextBlockKey <= least) this.#enterBlock();
    do {
      let { key } = this;
      let place = this.#place;
      const distances = this.#distances;
      const last = this.#blockLength - 1;
      while (key < least && place < last) {
        key += distances.varint();
        place++;
      }
      this.key = key;
      this.#place = place;
      if (key >= least) return true;
    } while (this.#enterBlock());
    return false;
  }

  /** Goes back before the first posting. */
  rewind(): void {
    this.key = -1;
    this.#blockLength = 0;
    this.#place = 0;
    this.#nextBlock = this.#firstBlock;
    this.#findNextBlockKey();
  }

  /** What scoring needs of the current posting. It is the same object each time. */
  occurrence(): Occurrence {
    const code = this.#code(this.#place);
    if (code === notInTable) this.#passOver();
    else this.#reader.offset = this.#tableStarts[code] ?? 0;
    return this.#read();
  }

  /** The positions of the current posting. */
  positions(): number[] {
    const before = this.#passOver();
    const code = this.#code(this.#place);
    const frequency = code === notInTable ? textFrequency(this.#read()) : (this.#tableFrequencies[code] ?? 0);
    const reader = this.#reader;
    reader.offset = this.#positionsStart;
    const sentenceLength = reader.varint();
    reader.skipVarints(before);
    const positions: number[] = [];
    let distance = 0;
    for (let left = frequency; left > 0; left--) {
      distance += reader.varint();
      positions.push(encodePosition(Math.floor(distance / sentenceLength), distance % sentenceLength));
    }
    return positions;
  }

  /**
   * Adds the scores of the postings from the current one on to the `scores` of their keys, as far as those are `allowed`.
   * Keys without a score before go into `found`, from `length` on. Here a search spends most of its time.
   *
   * @returns the new length of what was found
   */
  addScores(
    scorer: TermScorer,
    allowed: Ranges,
    scores: Float64Array,
    found: Uint32Array,
    length: number,
  ): number {
    const bytes = this.#bytes;
    const table = this.#scoresOfTable(scorer);
    const hasTable = this.#tableStarts.length > 0;
    let foundLength = length;
    for (const { start, end } of allowed) {
      if (!this.seek(start)) break;
      do {
        let { key } = this;
        let place = this.#place;
        const distances = this.#distances;
        const last = this.#blockLength - 1;
        const codes = this.#occurrencesStart;
        this.#passOver();
        while (key < end) {
          let score = hasTable ? (table[bytes[codes + place] ?? notInTable] ?? 0) : 0;
          if (score === 0) score = scorer.score(this.#read());
          const before = scores[key] ?? 0;
          if (before === 0) found[foundLength++] = key;
          scores[key] = before + score;
          if (place === last) break;
          key += distances.varint();
          place++;
        }
        this.key = key;
        this.#place = place;
      } while (this.key < end && this.#enterBlock());
    }
    return foundLength;
  }

  /** The score of each occurrence of the table, by its number; 0 beyond. */
  #scoresOfTable(scorer: TermScorer): Float64Array {
    const scores = new Float64Array(notInTable + 1);
    this.#tableStarts.forEach((start, code) => {
      this.#reader.offset = start;
      scores[code] = scorer.score(this.#read());
    });
    return scores;
  }

  /** The number in the table of an occurrence of the block. */
  #code(place: number): number {
    return this.#tableStarts.length === 0 ? notInTable : (this.#bytes[this.#occurrencesStart + place] ?? 0);
  }

  /**
   * Moves the reader to the current occurrence among those of the block that are not in the table.
   * @returns how many positions the postings of the block have before the current one
   */
  #passOver(): number {
    const frequencies = this.#tableFrequencies;
    const hasTable = frequencies.length > 0;
    const codes = this.#occurrencesStart;
    this.#reader.offset = codes + (hasTable ? this.#blockLength : 0);
    let positions = 0;
    for (let place = 0; place < this.#place; place++) {
      const code = this.#code(place);
      positions += code === notInTable ? textFrequency(this.#read()) : (frequencies[code] ?? 0);
    }
    return positions;
  }

  /** Reads an occurrence where the reader stands. */
  #read(): Occurrence {
    readOccurrence(this.#reader, this.#occurrence);
    return this.#occurrence;
  }

  #enterBlock(): boolean {
    if (this.#nextBlock >= this.#bytes.length) return false;
    const reader = this.#reader;
    reader.offset = this.#nextBlock;
    this.#blockLength = reader.varint();
    this.#place = 0;
    this.key = reader.varint();
    const keysLength = reader.varint();
    const occurrencesLength = reader.varint();
    const positionsLength = reader.varint();
    this.#distances.offset = reader.offset;
    this.#occurrencesStart = reader.offset + keysLength;
    this.#positionsStart = this.#occurrencesStart + occurrencesLength;
    this.#nextBlock = this.#positionsStart + positionsLength;
    this.#findNextBlockKey();
    return true;
  }

  #findNextBlockKey(): void {
    this.#nextBlockKey = Number.POSITIVE_INFINITY;
    if (this.#nextBlock >= this.#bytes.length) return;
    this.#reader.offset = this.#nextBlock;
    this.#reader.skipVarints(1);
    this.#nextBlockKey = this.#reader.varint();
  }
}

/** How often the text holds the term. */
const textFrequency = ({ mask, frequencies }: Occurrence): number =>
  (mask & textOnly) === 0 ? 0 : (frequencies[textField] ?? 0);
