import { fieldBound, fieldCount } from "./bm25";
import { allocate } from "./memory";
import { fields, passOccurrence, scoreOccurrence, textFrequency } from "./occurrence";
import { boundSteps, notInTable } from "./shared-constants";
import { end, readVarint, skipVarints } from "./varint";

const none = i32.MAX_VALUE;

/** Inverse document frequency of a term in `documentFrequency` of `passages`. JavaScript's logarithm: another one may round otherwise. */
declare function inverseDocumentFrequency(documentFrequency: u32, passages: u32): f64;

/**
 * Walks the posting list of a term in the order of its keys, and scores what it stands at. It stands before the first
 * posting until `seek` was called. postings.ts tells the format.
 */
@unmanaged
export class PostingCursor {
  /** In how many passages the term occurs. */
  count: u32;
  /** What the term adds to the score of no passage more than. */
  bound: f64;
  /** Key of the current posting. */
  key: i32;
  private weight: f64;
  /** Inverse document frequencies by field. */
  private idfs: usize;
  private listEnd: usize;
  /** Where each occurrence of the table begins; its score, 0 until it was asked for; how often the text holds the term in it. */
  private tableLength: u32;
  private tableStarts: usize;
  private tableScores: usize;
  private tableFrequencies: usize;
  private firstBlock: usize;
  private nextBlock: usize;
  /** Key of the first posting of the next block; `none` behind the last. */
  private nextBlockKey: i32;
  /** Postings of the block, and the place of the current one among them. */
  private blockLength: u32;
  private place: u32;
  /** Stands at the distance to the next key of the block. */
  private distances: usize;
  /** Where the block's occurrences begin, and its positions. */
  private occurrences: usize;
  private positionsStart: usize;
  /**
   * How many postings of the block were passed over; where those occurrences go on from there that are not in the table, and
   * how many positions there are before.
   */
  private passed: u32;
  private otherOccurrence: usize;
  private positionsBefore: u32;

  /** Opens the list of a term that weighs so much in a query. */
  static open(start: usize, length: u32, weight: f64, passages: u32): PostingCursor {
    const cursor = changetype<PostingCursor>(allocate(offsetof<PostingCursor>()));
    cursor.weight = weight;
    cursor.listEnd = start + length;
    cursor.idfs = allocate(8 * fieldCount);
    cursor.count = readVarint(start);
    const mask = readVarint(end);
    let bound: f64 = 0;
    for (let field: u32 = 0; field < fieldCount; field++) {
      if ((mask & (1 << field)) === 0) continue;
      const idf = inverseDocumentFrequency(readVarint(end), passages);
      store<f64>(cursor.idfs + 8 * field, idf);
      bound += fieldBound(field, idf, <f64>readVarint(end) / boundSteps);
    }
    cursor.bound = bound * weight;
    cursor.readTable(end);
    cursor.rewind();
    return cursor;
  }

  /** Moves to the first posting whose key is at least `least`, never back. False when there is none. */
  seek(least: i32): bool {
    if (this.key >= least) return true;
    while (this.nextBlockKey <= least) this.enterBlock();
    do {
      const last = this.blockLength - 1;
      let key = this.key;
      let place = this.place;
      let at = this.distances;
      while (key < least && place < last) {
        key += readVarint(at);
        at = end;
        place++;
      }
      this.key = key;
      this.place = place;
      this.distances = at;
      if (key >= least) return true;
    } while (this.enterBlock());
    return false;
  }

  /** Goes back before the first posting. */
  rewind(): void {
    this.key = -1;
    this.blockLength = 1;
    this.place = 0;
    this.nextBlock = this.firstBlock;
    this.findNextBlockKey();
  }

  /** The score of the current posting. */
  score(): f64 {
    const code = this.code(this.place);
    return code === notInTable ? this.weigh(this.occurrence()) : this.tableScore(code);
  }

  /**
   * Writes down what there is to know of the current posting: its score, in 64 bits; then in 32 each its key, the bits of the
   * fields that hold the term, how many positions there are, how long the block says that a sentence is, and the positions,
   * as if all sentences were that long; all filled up to 64 bits.
   */
  describe(): void {
    this.pass();
    const score = this.weigh(this.occurrence());
    const frequency = textFrequency;
    const record = allocate(24 + 4 * frequency);
    store<f64>(record, score);
    store<i32>(record + 8, this.key);
    store<u32>(record + 12, fields);
    store<u32>(record + 16, frequency);
    store<u32>(record + 20, readVarint(this.positionsStart));
    let at = skipVarints(end, this.positionsBefore);
    let position: u32 = 0;
    for (let index: u32 = 0; index < frequency; index++) {
      position += readVarint(at);
      at = end;
      store<u32>(record + 24 + 4 * index, position);
    }
  }

  /**
   * Adds the scores of the postings from the current one on, as far as their keys lie from `first` up to `limit`, to the
   * `scores` by key. Keys without a score before go to `found`.
   *
   * @param foundLength of `found` so far
   * @returns the new length
   */
  addScores(first: i32, limit: i32, scores: usize, found: usize, foundLength: u32): u32 {
    let length = foundLength;
    const hasTable = this.tableLength > 0;
    if (!this.seek(first)) return length;
    do {
      const occurrences = this.occurrences;
      const last = this.blockLength - 1;
      let key = this.key;
      let place = this.place;
      let at = this.distances;
      this.pass();
      let other = this.otherOccurrence;
      while (key < limit) {
        const code = hasTable ? <u32>load<u8>(occurrences + place) : notInTable;
        let score: f64;
        if (code === notInTable) {
          score = this.weigh(other);
          other = end;
        } else {
          score = this.tableScore(code);
        }
        const address = scores + 8 * <usize>key;
        const before = load<f64>(address);
        if (before === 0) {
          store<u32>(found + 4 * length, key);
          length++;
        }
        store<f64>(address, before + score);
        if (place === last) break;
        const distance: u32 = load<u8>(at++);
        if (distance < 0x80) {
          key += distance;
        } else {
          key += readVarint(at - 1);
          at = end;
        }
        place++;
      }
      this.key = key;
      this.place = place;
      this.distances = at;
    } while (this.key < limit && this.enterBlock());
    return length;
  }

  private readTable(start: usize): void {
    const length = readVarint(start);
    this.tableLength = length;
    this.tableStarts = allocate(4 * length);
    this.tableFrequencies = allocate(4 * length);
    this.tableScores = allocate(8 * length);
    memory.fill(this.tableScores, 0, 8 * length);
    let at = end;
    for (let code: u32 = 0; code < length; code++) {
      store<u32>(this.tableStarts + 4 * code, <u32>at);
      at = passOccurrence(at);
      store<u32>(this.tableFrequencies + 4 * code, textFrequency);
    }
    this.firstBlock = at;
  }

  private weigh(occurrence: usize): f64 {
    return scoreOccurrence(occurrence, this.idfs) * this.weight;
  }

  private tableScore(code: u32): f64 {
    const address = this.tableScores + 8 * code;
    let score = load<f64>(address);
    if (score === 0) {
      score = this.weigh(load<u32>(this.tableStarts + 4 * code));
      store<f64>(address, score);
    }
    return score;
  }

  /** The number in the table of an occurrence of the block. */
  private code(place: u32): u32 {
    return this.tableLength === 0 ? notInTable : load<u8>(this.occurrences + place);
  }

  /** Where the current occurrence begins. */
  private occurrence(): usize {
    const code = this.code(this.place);
    if (code !== notInTable) return load<u32>(this.tableStarts + 4 * code);
    this.pass();
    return this.otherOccurrence;
  }

  /** Passes over the postings of the block before the current one, from where it was left. */
  private pass(): void {
    let at = this.otherOccurrence;
    let positions = this.positionsBefore;
    for (let place = this.passed; place < this.place; place++) {
      const code = this.code(place);
      if (code === notInTable) {
        at = passOccurrence(at);
        positions += textFrequency;
      } else {
        positions += load<u32>(this.tableFrequencies + 4 * code);
      }
    }
    this.passed = this.place;
    this.otherOccurrence = at;
    this.positionsBefore = positions;
  }

  private enterBlock(): bool {
    if (this.nextBlock >= this.listEnd) return false;
    this.blockLength = readVarint(this.nextBlock);
    this.place = 0;
    this.key = readVarint(end);
    const keysLength = readVarint(end);
    const occurrencesLength = readVarint(end);
    const positionsLength = readVarint(end);
    this.distances = end;
    this.occurrences = end + keysLength;
    this.passed = 0;
    this.otherOccurrence = this.occurrences + (this.tableLength === 0 ? 0 : this.blockLength);
    this.positionsBefore = 0;
    this.positionsStart = this.occurrences + occurrencesLength;
    this.nextBlock = this.positionsStart + positionsLength;
    this.findNextBlockKey();
    return true;
  }

  private findNextBlockKey(): void {
    if (this.nextBlock >= this.listEnd) {
      this.nextBlockKey = none;
      return;
    }
    this.nextBlockKey = readVarint(skipVarints(this.nextBlock, 1));
  }
}
