import type { Candidate, PassageStore, WeightedTerm } from "../../src/index/store.ts";
import type { Filter } from "../../src/model/request.ts";

/** What a store found, and in how many passages each term is. */
export interface SearchResult {
  readonly candidates: readonly Candidate[];
  readonly documentFrequencies: readonly number[];
}

/** Searches a store for terms that are all known beforehand. */
export async function search(
  store: PassageStore,
  terms: readonly WeightedTerm[],
  filter: Filter,
  limit: number,
): Promise<SearchResult> {
  const query = await store.prepare(terms, filter);
  return { candidates: await query.best(limit), documentFrequencies: query.documentFrequencies };
}
