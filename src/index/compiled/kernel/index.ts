/**
 * The hot loops of a search: decoding posting lists, adding scores, keeping the top k. Compiled to WebAssembly, which runs at full
 * speed in an isolate that has just started, while V8 still interprets JavaScript there. A key is a docId.
 */

import * as bestKeys from "./best-keys";
import { defineField, defineFields } from "./bm25";
import { allocate, mark, release } from "./memory";
import { PostingCursor } from "./posting-cursor";
import { scoreTolerance } from "./shared-constants";

export { allocate, defineField, defineFields, mark, release };

/** Score of each passage, 0 between searches. */
let scores: usize = 0;
/** Keys of the passages found in a search. */
let keys: usize = 0;
let passages: u32 = 0;

/** Allocates scores for so many passages. @returns the address where found keys are written */
export function definePassages(count: u32): usize {
  passages = count;
  scores = allocate(8 * count);
  keys = allocate(4 * count);
  return keys;
}

/** Opens the posting list of a term. @returns the cursor that the functions below take */
export function open(list: usize, weight: f64): usize {
  return changetype<usize>(PostingCursor.open(list, weight, passages));
}

/** Document frequency of the term. */
export function count(cursor: PostingCursor): u32 {
  return cursor.count;
}

/** Upper bound of what the term adds to a score. */
export function bound(cursor: PostingCursor): f64 {
  return cursor.bound;
}

/**
 * Writes a record of the term's posting in each of some passages to newly allocated memory.
 *
 * @param keysAt address of the keys, ascending
 * @returns number of records
 * @see PostingCursor.describe
 */
export function describe(cursor: PostingCursor, keysAt: usize, keyCount: u32): u32 {
  let described: u32 = 0;
  cursor.rewind();
  for (let index: u32 = 0; index < keyCount; index++) {
    const key = load<i32>(keysAt + 4 * index);
    if (!cursor.seek(key)) break;
    if (cursor.key !== key) continue;
    cursor.describe();
    described++;
  }
  return described;
}

/** Adds the term's score to every passage in its list with a key in [first, limit). @returns the new number of passages found */
export function scoreAll(cursor: PostingCursor, first: i32, limit: i32, found: u32): u32 {
  return cursor.addScores(first, limit, scores, keys, found);
}

/** Adds the term's score only to passages already found, whose keys must ascend. */
export function scorePresent(cursor: PostingCursor, found: u32): void {
  for (let index: u32 = 0; index < found; index++) {
    const key = load<i32>(keys + 4 * index);
    if (!cursor.seek(key)) return;
    if (cursor.key !== key) continue;
    const address = scores + 8 * key;
    store<f64>(address, load<f64>(address) + cursor.score());
  }
}

/** Drops passages that score less than `least`. @returns how many are left, in the same order */
export function prune(found: u32, least: f64): u32 {
  let kept: u32 = 0;
  for (let index: u32 = 0; index < found; index++) {
    const key = load<u32>(keys + 4 * index);
    const address = scores + 8 * key;
    if (load<f64>(address) >= least) {
      store<u32>(keys + 4 * kept, key);
      kept++;
    } else {
      store<f64>(address, 0);
    }
  }
  return kept;
}

/** The score of a passage so far. */
export function scoreOf(key: u32): f64 {
  return load<f64>(scores + 8 * key);
}

/** When more than one in so many passages were found, clearing all scores is faster. */
const manyFound = 16;

/** Resets the scores of the passages found to 0. */
export function forget(found: u32): void {
  if (found > passages / manyFound) {
    memory.fill(scores, 0, 8 * passages);
    return;
  }
  for (let index: u32 = 0; index < found; index++) store<f64>(scores + 8 * load<u32>(keys + 4 * index), 0);
}

/**
 * Selects the best of the passages found.
 * @param most how many, at most as many as were found
 * @param into address for their keys, in no order
 * @returns the lowest of their scores
 */
export function best(found: u32, most: u32, into: usize): f64 {
  const before = mark();
  bestKeys.begin(most, into, allocate(8 * most));
  let least: f64 = -Infinity;
  for (let index: u32 = 0; index < found; index++) {
    const key = load<u32>(keys + 4 * index);
    const score = load<f64>(scores + 8 * key);
    // Most passages are rejected here, without a call.
    if (score < least) continue;
    bestKeys.add(key, <f64>(<f32>score));
    least = bestKeys.threshold * (1 - scoreTolerance);
  }
  release(before);
  return bestKeys.threshold;
}
