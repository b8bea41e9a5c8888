import { BestKeys } from "./best-keys.ts";
import { type FieldStatistics, Saturation, scoreOf, TermScorer } from "./bm25.ts";
import { PostingCursor } from "./posting-cursor.ts";
import type { Ranges } from "./ranges.ts";
import type { Candidate, TermMatch, WeightedTerm } from "./store.ts";

/** A query term and its posting list. */
export interface QueryList extends WeightedTerm {
  /** Undefined when no passage holds the term. */
  readonly list: Uint8Array | undefined;
}

/** One query term while passages are scored. */
interface TermReader {
  readonly cursor: PostingCursor;
  readonly scorer: TermScorer;
  /** What the term adds to no passage more than. */
  readonly bound: number;
}

/** Passages, those found first, of whose scores the least of the best is told while more is read: they hold rare terms. */
const judgedFirst = 4_096;

/** Share of all passages from which on it is faster to forget the scores of all than of those found. */
const manyFound = 1 / 16;

/** Scores that differ by this share at most may be equal: single precision rounds them by less. */
const tolerance = 1e-6;

/**
 * Finds the best passages by their posting lists, a term at a time, rarest first. Passages that hold none of the terms
 * are never touched; and once those left to read cannot lift a new passage among the best, they are looked up in what
 * was found already and not read through (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations",
 * 1995).
 */
export class PassageRanker {
  readonly #passages: number;
  readonly #saturation: Saturation;
  /** Score of each passage, 0 between searches. */
  readonly #scores: Float64Array;
  /** Keys of the passages found in a search, at the beginning. An array that grows would take most of its time. */
  readonly #keys: Uint32Array;

  constructor(statistics: FieldStatistics) {
    this.#passages = statistics.passages;
    this.#saturation = new Saturation(statistics.averageLengths);
    this.#scores = new Float64Array(statistics.passages);
    this.#keys = new Uint32Array(statistics.passages);
  }

  /**
   * The `limit` best passages, best first, of equal ones the lowest key first.
   *
   * @param allowed keys that may be found
   */
  best(lists: readonly QueryList[], allowed: Ranges, limit: number): Candidate[] {
    const opened = lists.map((query) => this.#open(query));
    const readers = opened
      .filter((reader) => reader !== undefined)
      .sort((a, b) => a.cursor.count - b.cursor.count);
    // Of the readers from each on, what they add to no passage more than.
    const bounds = readers.map((_, index) => readers.slice(index).reduce((sum, { bound }) => sum + bound, 0));
    let found = this.#keys.subarray(0, 0);
    let reading = true;
    readers.forEach((reader, index) => {
      if (reader.cursor.count > found.length) {
        const rest = bounds[index] ?? 0;
        const least = this.#leastOfBest(found.subarray(0, judgedFirst), limit) * (1 - tolerance);
        const ends = reading && rest < least;
        if (ends) reading = false;
        if (!reading) found = this.#keepFrom(found, least - rest);
        // Cursors go forward only. Few are left to be put in order by now.
        if (ends) found.sort();
      }
      if (reading) found = this.#readThrough(reader, allowed, found.length);
      else this.#lookUp(reader, found);
    });
    const best = this.#takeBest(found, limit);
    return Array.from(matchesIn(opened, best.sort()), ([key, matches]) => ({
      key,
      score: scoreOf(matches),
      matches,
    })).sort((a, b) => b.score - a.score || a.key - b.key);
  }

  /** The scores of the passages with these keys, in this order. */
  scores(lists: readonly QueryList[], keys: readonly number[]): number[] {
    const sorted = Uint32Array.from(keys).sort();
    for (const query of lists) {
      const reader = this.#open(query);
      if (reader !== undefined) this.#lookUp(reader, sorted);
    }
    const scores = keys.map((key) => Math.fround(this.#scores[key] ?? 0));
    for (const key of keys) this.#scores[key] = 0;
    return scores;
  }

  #open({ list, weight }: QueryList): TermReader | undefined {
    if (list === undefined) return undefined;
    const cursor = new PostingCursor(list);
    const scorer = new TermScorer(weight, cursor.documentFrequencies, this.#passages, this.#saturation);
    return { cursor, scorer, bound: scorer.bound(cursor.highest) };
  }

  /** Adds a term's scores to all passages that hold it, and to the `found` keys those without a score before. */
  #readThrough({ cursor, scorer }: TermReader, allowed: Ranges, found: number): Uint32Array {
    return this.#keys.subarray(0, cursor.addScores(scorer, allowed, this.#scores, this.#keys, found));
  }

  /** Adds a term's scores to some passages, keys ascending. */
  #lookUp({ cursor, scorer }: TermReader, keys: Uint32Array): void {
    const scores = this.#scores;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      if (!cursor.seek(key)) return;
      if (cursor.key === key) scores[key] = (scores[key] ?? 0) + scorer.score(cursor.occurrence());
    }
  }

  /** Forgets the passages that score less than `least`. Gives the others, in the same order. */
  #keepFrom(keys: Uint32Array, least: number): Uint32Array {
    const scores = this.#scores;
    let kept = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      if ((scores[key] ?? 0) >= least) keys[kept++] = key;
      else scores[key] = 0;
    }
    return keys.subarray(0, kept);
  }

  /** The keys of the best of the passages found, in no order. The scores of all are forgotten. */
  #takeBest(found: Uint32Array, limit: number): Uint32Array {
    const { keys } = this.#bestOf(found, limit);
    if (found.length > manyFound * this.#scores.length) this.#scores.fill(0);
    else for (let index = 0; index < found.length; index++) this.#scores[found[index] ?? 0] = 0;
    return keys;
  }

  /** What the last of the best scores, among the passages found so far; minus infinity while they are fewer than `limit`. */
  #leastOfBest(found: Uint32Array, limit: number): number {
    return found.length < limit ? Number.NEGATIVE_INFINITY : this.#bestOf(found, limit).threshold;
  }

  /** The loops here go by index: in an isolate that has just started, one over an iterator takes several times as long. */
  #bestOf(found: Uint32Array, limit: number): BestKeys {
    const scores = this.#scores;
    const best = new BestKeys(Math.min(limit, found.length));
    let least = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < found.length; index++) {
      const key = found[index] ?? 0;
      const score = scores[key] ?? 0;
      // Most end here, before a call.
      if (score < least) continue;
      best.add(key, Math.fround(score));
      least = best.threshold * (1 - tolerance);
    }
    return best;
  }
}

/** How the terms occur in each of some passages, keys ascending. */
function matchesIn(
  readers: readonly (TermReader | undefined)[],
  keys: Uint32Array,
): Map<number, TermMatch[]> {
  const found = new Map(Array.from(keys, (key) => [key, [] as TermMatch[]]));
  readers.forEach((reader, term) => {
    if (reader === undefined) return;
    const { cursor, scorer } = reader;
    cursor.rewind();
    for (const [key, matches] of found) {
      if (!cursor.seek(key)) return;
      if (cursor.key !== key) continue;
      const occurrence = cursor.occurrence();
      matches.push({
        term,
        score: scorer.score(occurrence),
        fields: occurrence.mask,
        positions: cursor.positions(),
      });
    }
  });
  return found;
}
