import { fieldBound, fieldCount } from "./bm25";
import { allocate } from "./memory";
import { fields, passOccurrence, scoreOccurrence, textFrequency } from "./occurrence";
import { boundSteps, notInTable } from "./shared-constants";
import { end, readVarint, skipVarints } from "./varint";

const none = i32.MAX_VALUE;

/** Inverse document frequency, imported: JavaScript's logarithm, since another may round differently. */
declare function inverseDocumentFrequency(documentFrequency: u32, passages: u32): f64;

/**
 * Iterates over a posting list by ascending key (docId) and scores the current posting. Positioned before the first posting until
 * `seek` is called. The format is described in format/postings.ts and drawn in docs/index-format.md.
 */
@unmanaged
export class PostingCursor {
  /** Document frequency. */
  count: u32;
  /** Upper bound of what the term adds to a score. */
  bound: f64;
  /** Key of the current posting. */
  key: i32;
  private weight: f64;
  /** Inverse document frequencies by field. */
  private idfs: usize;
  private listEnd: usize;
  /** The table: address of each occurrence; its score, computed lazily, 0 until then; its frequency in the text. */
  private tableLength: u32;
  private tableStarts: usize;
  private tableScores: usize;
  private tableFrequencies: usize;
  private firstBlock: usize;
  private nextBlock: usize;
  /** Key of the first posting of the next block; `none` behind the last. */
  private nextBlockKey: i32;
  /** Number of postings in the block, and index of the current one. */
  private blockLength: u32;
  private place: u32;
  /** Address of the delta to the block's next key. */
  private distances: usize;
  /** Addresses of the block's occurrences and positions. */
  private occurrences: usize;
  private positionsStart: usize;
  /**
   * Number of the block's postings skipped so far; address of the next occurrence that is not in the table; number of positions
   * skipped.
   */
  private passed: u32;
  private otherOccurrence: usize;
  private positionsBefore: u32;

  /** Opens the posting list of a query term. */
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

  /** Advances to the first posting with a key of at least `least`. @returns false when there is none */
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

  /** Moves back before the first posting. */
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
   * Writes a record of the current posting: its score (f64); then as u32 its key, field mask, number of positions, words per
   * sentence in this block, and the positions in these units. Padded to 64 bits.
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
   * Adds the score of every posting from the current one on with a key in [first, limit) to `scores`. Keys that had no score are
   * appended to `found`.
   *
   * @param foundLength length of `found` so far
   * @returns its new length
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

  /** Table index of an occurrence in the block, or `notInTable`. */
  private code(place: u32): u32 {
    return this.tableLength === 0 ? notInTable : load<u8>(this.occurrences + place);
  }

  /** Address of the current occurrence. */
  private occurrence(): usize {
    const code = this.code(this.place);
    if (code !== notInTable) return load<u32>(this.tableStarts + 4 * code);
    this.pass();
    return this.otherOccurrence;
  }

  /** Skips the block's postings up to the current one, from where it last stopped. */
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
