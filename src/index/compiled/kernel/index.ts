/**
 * Scores passages by their posting lists: the loops in which a search spends its time. Compiled to WebAssembly, which runs
 * at full speed in an isolate that has just started, while V8 interprets JavaScript there.
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

/** Makes room for the scores of so many passages. Gives where the keys go that are found. */
export function definePassages(count: u32): usize {
  passages = count;
  scores = allocate(8 * count);
  keys = allocate(4 * count);
  return keys;
}

/** Opens the posting list of a term. Gives the cursor that the functions below take. */
export function open(list: usize, length: u32, weight: f64): usize {
  return changetype<usize>(PostingCursor.open(list, length, weight, passages));
}

/** In how many passages the term occurs. */
export function count(cursor: PostingCursor): u32 {
  return cursor.count;
}

/** What the term adds to no passage more than. */
export function bound(cursor: PostingCursor): f64 {
  return cursor.bound;
}

/**
 * Describes how the term occurs in some passages, in newly allocated memory, one after the other.
 *
 * @param keysAt where the keys are, ascending
 * @returns in how many it occurs
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

/** Adds a term's scores to all passages that hold it, by key from `first` up to `limit`. Gives how many are found then. */
export function readThrough(cursor: PostingCursor, first: i32, limit: i32, found: u32): u32 {
  return cursor.addScores(first, limit, scores, keys, found);
}

/** Adds a term's scores to those found that hold it, keys ascending. */
export function lookUp(cursor: PostingCursor, found: u32): void {
  for (let index: u32 = 0; index < found; index++) {
    const key = load<i32>(keys + 4 * index);
    if (!cursor.seek(key)) return;
    if (cursor.key !== key) continue;
    const address = scores + 8 * key;
    store<f64>(address, load<f64>(address) + cursor.score());
  }
}

/** Forgets those found that score less than `least`. Gives how many are left, in the same order. */
export function keepFrom(found: u32, least: f64): u32 {
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

/** The score of a passage, as far as it was added up. */
export function scoreOf(key: u32): f64 {
  return load<f64>(scores + 8 * key);
}

/** Where more than one in so many passages were found, it is faster to forget the scores of all. */
const manyFound = 16;

/** Sets the scores of those found to 0. */
export function forget(found: u32): void {
  if (found > passages / manyFound) {
    memory.fill(scores, 0, 8 * passages);
    return;
  }
  for (let index: u32 = 0; index < found; index++) store<f64>(scores + 8 * load<u32>(keys + 4 * index), 0);
}

/**
 * Finds the best of those found.
 * @param most how many, no more than are found
 * @param into where their keys go, in no order
 * @returns what the last of them scores
 */
export function best(found: u32, most: u32, into: usize): f64 {
  const before = mark();
  bestKeys.begin(most, into, allocate(8 * most));
  let least: f64 = -Infinity;
  for (let index: u32 = 0; index < found; index++) {
    const key = load<u32>(keys + 4 * index);
    const score = load<f64>(scores + 8 * key);
    // Most end here, before a call.
    if (score < least) continue;
    bestKeys.add(key, <f64>(<f32>score));
    least = bestKeys.threshold * (1 - scoreTolerance);
  }
  release(before);
  return bestKeys.threshold;
}
