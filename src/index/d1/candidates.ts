/**
 * Which passages are looked at for a question. FTS5 scores every passage that a query matches, so a term that stands almost
 * everywhere would make it score almost all. Terms are taken from the rarest on until they match as many passages as a
 * search may score; the others find none, but count where they occur in what was found.
 */

import type { Filter } from "../store.ts";
import { filterTerm, phraseOf } from "./token.ts";

/** Passages that FTS5 scores for one search, roughly, at most. */
const budget = 6_000;

/**
 * What it costs to count the passages of a term, against scoring them: FTS5 counts those of each term of a query, matched
 * or not, for its inverse document frequency.
 */
const countingCost = 1 / 8;

/** A term and in how many passages it occurs. */
export interface CountedTerm {
  readonly term: string;
  readonly count: number;
}

/** What to ask of FTS5. */
export interface CandidateQuery {
  /** A query in the syntax of FTS5. */
  readonly match: string;
  /**
   * Share of the newest passages to look at. Below 1 only for a question of nothing but terms that are over the budget
   * each: any passages that hold them answer it as well as others.
   */
  readonly share: number;
}

/** The filters of a search as terms. */
export function filterTerms({ lang, tag, article }: Filter): string[] {
  return [
    ...(lang === undefined ? [] : [filterTerm("lang", lang)]),
    ...(tag === undefined ? [] : [filterTerm("tag", tag)]),
    ...(article === undefined ? [] : [filterTerm("article", article)]),
  ];
}

/**
 * Chooses the terms to find passages by; undefined when none can be found.
 *
 * @param filters those that not all passages pass
 * @param total how many passages there are
 */
export function candidateQuery(
  terms: readonly CountedTerm[],
  filters: readonly CountedTerm[],
  total: number,
): CandidateQuery | undefined {
  const held = terms.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  const [rarest, ...others] = held;
  if (rarest === undefined || filters.some(({ count }) => count === 0)) return undefined;
  const passing = Math.min(total, ...filters.map(({ count }) => count)) / total;
  const costOf = ({ count }: CountedTerm): number => count * Math.max(passing, countingCost);
  let left = budget - costOf(rarest);
  const chosen = [rarest];
  for (const term of others) {
    left -= costOf(term);
    if (left < 0) break;
    chosen.push(term);
  }
  const any = chosen.map(({ term }) => phraseOf(term)).join(" OR ");
  return {
    match: [`(${any})`, ...filters.map(({ term }) => phraseOf(term))].join(" AND "),
    share: Math.min(1, budget / costOf(rarest)),
  };
}
