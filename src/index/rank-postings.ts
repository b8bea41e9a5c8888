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

/** Finds the best passages by posting lists, a term at a time. Touches no passage that holds none of the terms. */
export class PassageRanker {
  readonly #statistics: FieldStatistics;
  /** Score of each passage, 0 between searches. */
  readonly #scores: Float64Array;

  constructor(statistics: FieldStatistics) {
    this.#statistics = statistics;
    this.#scores = new Float64Array(statistics.passages);
  }

  /**
   * The `limit` best passages, best first, of equal ones the lowest key first.
   *
   * @param allowed keys that may be found
   */
  best(lists: readonly QueryList[], allowed: Ranges, limit: number): ScoredPassage[] {
    const touched: number[] = [];
    for (const list of lists) this.#accumulate(list, allowed, touched);
    const best = new BestKeys(limit);
    for (const key of touched) {
      best.add(key, this.#scores[key] ?? 0);
      this.#scores[key] = 0;
    }
    return this.#matches(
      lists,
      [...best.keys].sort((a, b) => a - b),
    );
  }

  #accumulate(query: QueryList, allowed: Ranges, touched: number[]): void {
    if (query.list === undefined) return;
    const cursor = new PostingCursor(query.list);
    const scorer = new TermScorer(query.weight, cursor.documentFrequencies, this.#statistics);
    const scores = this.#scores;
    for (const { start, end } of allowed) {
      if (!cursor.seek(start)) return;
      while (cursor.key < end) {
        const before = scores[cursor.key] ?? 0;
        if (before === 0) touched.push(cursor.key);
        scores[cursor.key] = before + scorer.score(cursor);
        if (!cursor.next()) return;
      }
    }
  }

  /** How the terms occur in each of some passages, keys ascending. */
  #matches(lists: readonly QueryList[], keys: readonly number[]): ScoredPassage[] {
    const passages = keys.map((key) => ({ key, score: 0, matches: [] as TermMatch[] }));
    lists.forEach(({ list, weight }, term) => {
      if (list === undefined) return;
      const cursor = new PostingCursor(list);
      const scorer = new TermScorer(weight, cursor.documentFrequencies, this.#statistics);
      for (const passage of passages) {
        if (!cursor.seek(passage.key)) return;
        if (cursor.key !== passage.key) continue;
        const score = scorer.score(cursor);
        passage.score += score;
        passage.matches.push({ term, score, fields: cursor.mask, positions: cursor.positions() });
      }
    });
    return passages.sort((a, b) => b.score - a.score || a.key - b.key);
  }
}
