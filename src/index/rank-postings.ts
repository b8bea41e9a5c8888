import { BestKeys } from "./best-keys.ts";
import { type FieldStatistics, TermScorer } from "./bm25.ts";
import { PostingCursor } from "./postings.ts";
import type { Ranges } from "./ranges.ts";
import type { TermMatch, WeightedTerm } from "./store.ts";

/** A query term and its posting list. */
export interface QueryList extends WeightedTerm {
  /** Undefined when no passage holds the term. */
  readonly list: Uint8Array | undefined;
}

/** A passage among the best. */
export interface ScoredPassage {
  readonly key: number;
  readonly score: number;
  readonly matches: readonly TermMatch[];
}

/** One query term while passages are scored. */
interface TermReader {
  readonly list: Uint8Array;
  readonly cursor: PostingCursor;
  readonly scorer: TermScorer;
  /** What the term adds to no passage more than. */
  readonly bound: number;
}

/** Scores that differ by this share at most may be equal: single precision rounds them by less. */
const tolerance = 1e-6;

/**
 * Finds the best passages by their posting lists, a term at a time, rarest first. Passages that hold none of the terms
 * are never touched; and once those left to read cannot lift a new passage among the best, they are looked up in what
 * was found already and not read through (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations",
 * 1995).
 */
export class PassageRanker {
  readonly #statistics: FieldStatistics;
  /** Score of each passage, 0 between searches. */
  readonly #scores: Float64Array;
  /** Keys of the passages found in a search, at the beginning. An array that grows would take most of its time. */
  readonly #keys: Uint32Array;

  constructor(statistics: FieldStatistics) {
    this.#statistics = statistics;
    this.#scores = new Float64Array(statistics.passages);
    this.#keys = new Uint32Array(statistics.passages);
  }

  /**
   * The `limit` best passages, best first, of equal ones the lowest key first. Scores are single precision, which makes
   * them equal whatever the order in which terms were added.
   *
   * @param allowed keys that may be found
   */
  best(lists: readonly QueryList[], allowed: Ranges, limit: number): ScoredPassage[] {
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
        const least = this.#bestOf(found, limit).threshold * (1 - tolerance);
        if (reading && rest < least) {
          reading = false;
          found.sort();
        }
        if (!reading) found = this.#keepFrom(found, least - rest);
      }
      if (reading) found = this.#readThrough(reader, allowed, found.length);
      else this.#lookUp(reader, found);
    });
    const best = this.#bestOf(found, limit).keys;
    this.#keepFrom(found, Number.POSITIVE_INFINITY);
    return matchesOf(
      opened,
      [...best].sort((a, b) => a - b),
    );
  }

  #open({ list, weight }: QueryList): TermReader | undefined {
    if (list === undefined) return undefined;
    const cursor = new PostingCursor(list);
    const scorer = new TermScorer(weight, cursor.documentFrequencies, this.#statistics);
    return { list, cursor, scorer, bound: scorer.bound(cursor.highest) };
  }

  /** Adds a term's scores to all passages that hold it, and to the `found` keys those without a score before. */
  #readThrough({ cursor, scorer }: TermReader, allowed: Ranges, found: number): Uint32Array {
    const scores = this.#scores;
    const keys = this.#keys;
    let length = found;
    for (const { start, end } of allowed) {
      let more = cursor.seek(start);
      while (more && cursor.key < end) {
        const { key } = cursor;
        const before = scores[key] ?? 0;
        if (before === 0) keys[length++] = key;
        scores[key] = before + scorer.score(cursor);
        more = cursor.next();
      }
      if (!more) break;
    }
    return keys.subarray(0, length);
  }

  /** Adds a term's scores to some passages, keys ascending. */
  #lookUp({ cursor, scorer }: TermReader, keys: Uint32Array): void {
    const scores = this.#scores;
    for (const key of keys) {
      if (!cursor.seek(key)) return;
      if (cursor.key === key) scores[key] = (scores[key] ?? 0) + scorer.score(cursor);
    }
  }

  /** Forgets the passages that score less than `least`. Gives the others, in the same order. */
  #keepFrom(keys: Uint32Array, least: number): Uint32Array {
    let kept = 0;
    for (const key of keys) {
      if ((this.#scores[key] ?? 0) >= least) keys[kept++] = key;
      else this.#scores[key] = 0;
    }
    return keys.subarray(0, kept);
  }

  #bestOf(keys: Uint32Array, limit: number): BestKeys {
    const best = new BestKeys(limit);
    for (const key of keys) best.add(key, Math.fround(this.#scores[key] ?? 0));
    return best;
  }
}

/** How the terms occur in each of some passages, keys ascending. */
function matchesOf(readers: readonly (TermReader | undefined)[], keys: readonly number[]): ScoredPassage[] {
  const passages = keys.map((key) => ({ key, score: 0, matches: [] as TermMatch[] }));
  readers.forEach((reader, term) => {
    if (reader === undefined) return;
    const { list, scorer } = reader;
    // The reader's own cursor does not go back.
    const cursor = new PostingCursor(list);
    for (const passage of passages) {
      if (!cursor.seek(passage.key)) return;
      if (cursor.key !== passage.key) continue;
      const score = scorer.score(cursor);
      passage.score += score;
      passage.matches.push({ term, score, fields: cursor.mask, positions: cursor.positions() });
    }
  });
  return passages
    .map(({ key, score, matches }) => ({ key, score: Math.fround(score), matches }))
    .sort((a, b) => b.score - a.score || a.key - b.key);
}
