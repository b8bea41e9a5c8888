import { DistanceRows } from "./distance-rows.ts";
import type { WeightedTerm } from "./store.ts";

/** Maximum number of terms that replace one the index lacks. */
const maximumSimilarTerms = 4;

/** Weight that a term loses per typing mistake. */
const mistakeCost = 0.25;

const digit = /\p{N}/u;

/**
 * Typing mistakes allowed in a term. A short term with a mistake could be any other word, and a number or a code with one
 * is another.
 */
export function allowedDistance(term: string): number {
  if (term.length < 4 || digit.test(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

/** Edit distance with transpositions (optimal string alignment), or `limit + 1` when it is more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  const rows = new DistanceRows(right, limit);
  for (let at = 0; at < left.length; at++) if (!rows.push(left.charCodeAt(at))) return limit + 1;
  return rows.distance;
}

/**
 * Length of the shortest prefix of `key` that rules out every term within the allowed edit distance; undefined if none does.
 */
export function ruledOut(key: string, term: string): number | undefined {
  if (key === "") return undefined;
  if (key.charAt(0) !== term.charAt(0)) return 1;
  const rows = new DistanceRows(term, allowedDistance(term));
  for (let at = 0; at < key.length; at++) if (!rows.push(key.charCodeAt(at))) return at + 1;
  return undefined;
}

/**
 * The terms that could be meant by one that the index lacks, best first: fewest mistakes, then most passages. Only terms
 * with its first character are considered, which is where people rarely err and what keeps a dictionary look-up in
 * one range.
 */
export function rankSimilarTerms(
  term: string,
  dictionary: Iterable<{ readonly term: string; readonly documentFrequency: number }>,
): WeightedTerm[] {
  const limit = allowedDistance(term);
  if (limit === 0) return [];
  const found: { term: string; distance: number; documentFrequency: number }[] = [];
  for (const entry of dictionary) {
    if (entry.term.charAt(0) !== term.charAt(0) || digit.test(entry.term)) continue;
    const distance = editDistance(term, entry.term, limit);
    if (distance <= limit) found.push({ ...entry, distance });
  }
  found.sort(
    (a, b) =>
      a.distance - b.distance || b.documentFrequency - a.documentFrequency || (a.term < b.term ? -1 : 1),
  );
  const best = found[0]?.distance ?? 0;
  return found
    .filter((entry) => entry.distance === best)
    .slice(0, maximumSimilarTerms)
    .map((entry) => ({ term: entry.term, weight: 1 - mistakeCost * entry.distance }));
}
