import { fieldCount, fieldScore } from "./bm25";
import { roomForScores, slotOf } from "./kept-scores";
import { allocate } from "./memory";
import { fields, kindEnd, lengthsEnd, passOccurrence, scoreOccurrence, textFrequency } from "./occurrence";
import { blockLength } from "./shared-constants";
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
  /** Whether the list has rough lengths, and no positions. */
  private isRough: bool;
  /** Inverse document frequencies by field. */
  private idfs: usize;
  /** Room for scores that are computed once; 0 when none are kept. */
  private kept: usize;
  /** Addresses of the directory, and of the streams. */
  private directory: usize;
  private distancesStart: usize;
  private kindsStart: usize;
  private lengthsStart: usize;
  private sentencesStart: usize;
  private wordsStart: usize;
  /** How many blocks there are, and how many were entered. */
  private blocks: u32;
  private entered: u32;
  /** Of the next block: the key of its first posting, `none` behind the last; the sizes of its pieces; and these. */
  private nextKey: i32;
  private nextSizes: usize;
  private nextDistances: usize;
  private nextKinds: usize;
  private nextLengths: usize;
  private nextSentences: usize;
  private nextWords: usize;
  /** Number of postings in the block, and index of the current one. */
  private blockLength: u32;
  private place: u32;
  /** Address of the distance to the block's next key. */
  private distances: usize;
  /** Addresses of the block's positions. */
  private sentences: usize;
  private words: usize;
  /** Number of the block's postings skipped so far; addresses of the next one's occurrence; number of positions skipped. */
  private passed: u32;
  private kind: usize;
  private lengths: usize;
  private positionsBefore: u32;

  /** Opens the posting list of a query term. */
  static open(start: usize, weight: f64, passages: u32): PostingCursor {
    const cursor = changetype<PostingCursor>(allocate(offsetof<PostingCursor>()));
    cursor.weight = weight;
    cursor.idfs = allocate(8 * fieldCount);
    cursor.count = readVarint(start);
    const mask = readVarint(end);
    cursor.isRough = (mask & (1 << fieldCount)) !== 0;
    let bound: f64 = 0;
    for (let field: u32 = 0; field < fieldCount; field++) {
      if ((mask & (1 << field)) === 0) continue;
      const idf = inverseDocumentFrequency(readVarint(end), passages);
      store<f64>(cursor.idfs + 8 * field, idf);
      const frequency = readVarint(end);
      bound += fieldScore(field, idf, frequency, readVarint(end), cursor.isRough);
    }
    cursor.bound = bound * weight;
    cursor.kept = roomForScores(cursor.count);
    cursor.readDirectory(end);
    cursor.rewind();
    return cursor;
  }

  /** Advances to the first posting with a key of at least `least`. @returns false when there is none */
  seek(least: i32): bool {
    if (this.key >= least) return true;
    while (this.nextKey <= least) this.enterBlock();
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
    this.entered = 0;
    this.nextKey = 0;
    this.nextDistances = this.distancesStart;
    this.nextKinds = this.kindsStart;
    this.nextLengths = this.lengthsStart;
    this.nextSentences = this.sentencesStart;
    this.nextWords = this.wordsStart;
    this.findNextKey(this.directory);
  }

  /** The score of the current posting. */
  score(): f64 {
    this.pass();
    return this.weigh(this.kind, this.lengths);
  }

  /**
   * Writes a record of the current posting: its score (f64); then as u32 its key, field mask, number of positions, and for each of
   * these its sentence and its word. Padded to 64 bits. A rough list tells no positions.
   */
  describe(): void {
    this.pass();
    const score = this.weigh(this.kind, this.lengths);
    const frequency: u32 = this.isRough ? 0 : textFrequency;
    const record = allocate(20 + 8 * frequency);
    store<f64>(record, score);
    store<i32>(record + 8, this.key);
    store<u32>(record + 12, fields);
    store<u32>(record + 16, frequency);
    let sentenceAt = skipVarints(this.sentences, this.positionsBefore);
    let wordAt = skipVarints(this.words, this.positionsBefore);
    let sentence: u32 = 0;
    let word: u32 = 0;
    for (let index: u32 = 0; index < frequency; index++) {
      const distance = readVarint(sentenceAt);
      sentenceAt = end;
      if (distance > 0) word = 0;
      sentence += distance;
      word += readVarint(wordAt);
      wordAt = end;
      store<u32>(record + 20 + 8 * index, sentence);
      store<u32>(record + 24 + 8 * index, word);
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
    const kept = this.kept;
    if (!this.seek(first)) return length;
    do {
      const last = this.blockLength - 1;
      let key = this.key;
      let place = this.place;
      let at = this.distances;
      this.pass();
      let kind = this.kind;
      let lengths = this.lengths;
      while (key < limit) {
        let score: f64;
        const slot = slotOf(kept, load<u8>(kind), load<u8>(lengths));
        if (slot !== 0) {
          score = load<f64>(slot);
          if (score === 0) {
            score = this.weigh(kind, lengths);
            store<f64>(slot, score);
          }
          kind++;
          lengths++;
        } else {
          score = this.weigh(kind, lengths);
          kind = kindEnd;
          lengths = lengthsEnd;
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

  /** Finds where the streams begin: each is as long as its pieces in all blocks. */
  private readDirectory(start: usize): void {
    this.directory = start;
    this.blocks = (this.count + blockLength - 1) / blockLength;
    let distances: u32 = 0;
    let kinds: u32 = 0;
    let lengths: u32 = 0;
    let sentences: u32 = 0;
    let at = start;
    for (let left = this.blocks; left > 0; left--) {
      at = skipVarints(at, 1);
      distances += readVarint(at);
      kinds += readVarint(end);
      lengths += readVarint(end);
      sentences += readVarint(end);
      at = skipVarints(end, 1);
    }
    this.distancesStart = at;
    this.kindsStart = at + distances;
    this.lengthsStart = this.kindsStart + kinds;
    this.sentencesStart = this.lengthsStart + lengths;
    this.wordsStart = this.sentencesStart + sentences;
  }

  private weigh(kind: usize, lengths: usize): f64 {
    return scoreOccurrence(kind, lengths, this.isRough, this.idfs) * this.weight;
  }

  /** Skips the block's postings up to the current one, from where it last stopped. */
  private pass(): void {
    let kind = this.kind;
    let lengths = this.lengths;
    let positions = this.positionsBefore;
    for (let place = this.passed; place < this.place; place++) {
      passOccurrence(kind, lengths);
      kind = kindEnd;
      lengths = lengthsEnd;
      positions += textFrequency;
    }
    this.passed = this.place;
    this.kind = kind;
    this.lengths = lengths;
    this.positionsBefore = positions;
  }

  private enterBlock(): bool {
    if (this.entered === this.blocks) return false;
    const left = this.count - this.entered * blockLength;
    this.blockLength = min(left, <u32>blockLength);
    this.entered++;
    this.place = 0;
    this.key = this.nextKey;
    this.passed = 0;
    this.positionsBefore = 0;
    this.distances = this.nextDistances;
    this.kind = this.nextKinds;
    this.lengths = this.nextLengths;
    this.sentences = this.nextSentences;
    this.words = this.nextWords;
    this.nextDistances += readVarint(this.nextSizes);
    this.nextKinds += readVarint(end);
    this.nextLengths += readVarint(end);
    this.nextSentences += readVarint(end);
    this.nextWords += readVarint(end);
    this.findNextKey(end);
    return true;
  }

  /** @param entry address of the next block's entry in the directory */
  private findNextKey(entry: usize): void {
    if (this.entered === this.blocks) {
      this.nextKey = none;
      return;
    }
    this.nextKey += readVarint(entry);
    this.nextSizes = end;
  }
}
