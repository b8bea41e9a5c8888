/**
 * Candidate selection. FTS5 scores every passage that a query matches, so a term that occurs almost everywhere would make it
 * score almost all. Terms are taken from the rarest on until they match as many passages as a search may score; the others
 * select none, but still count in the candidates' scores.
 */

import type { Filter } from "../../model/request.ts";
import { setFilters } from "../filters.ts";
import { filterTerm, phraseOf } from "./token.ts";

/** Approximate maximum number of passages that FTS5 scores per search. */
const budget = 6_000;

/**
 * Cost of counting the passages of a term, relative to scoring them: FTS5 counts them for each term of a query, matched or not,
 * for its idf.
 */
const countingCost = 1 / 8;

/** A term and its document frequency. */
export interface CountedTerm {
  readonly term: string;
  readonly count: number;
}

/** A query for FTS5. */
export interface CandidateQuery {
  /** In FTS5's query syntax. */
  readonly match: string;
  /**
   * Share of the newest passages to search. Below 1 only when every term alone exceeds the budget: then any passages that
   * contain them are as good as others.
   */
  readonly share: number;
}

/** The filters of a search as terms. */
export const filterTerms = (filter: Filter): string[] => setFilters(filter).map(filterTerm);

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
