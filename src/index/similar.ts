import type { WeightedTerm } from "./store.ts";

/** Most terms that stand in for one that the index lacks. */
const maximumSimilarTerms = 4;

/** What each typing mistake takes off the weight of a term. */
const mistakeCost = 0.25;

/** Typing mistakes allowed in a term of this length; a short term with a mistake could be any other word. */
export function allowedDistance(term: string): number {
  if (term.length < 4) return 0;
  return term.length < 8 ? 1 : 2;
}

/** Edit distances between a beginning of one string and each beginning of another. */
interface DistanceRow {
  /** Length of the beginning: all of the string, or as much of it as puts every distance over the limit. */
  readonly length: number;
  readonly distances: readonly number[];
  readonly isOver: boolean;
}

/**
 * Edit distances between `left`, as far as they are within `limit`, and each beginning of `right`, where swapping two
 * neighbours counts once (optimal string alignment). Works on UTF-16 units; O(length²), for terms only.
 */
function lastRow(left: string, right: string, limit: number): DistanceRow {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return { length: row, distances: current, isOver: true };
    beforePrevious = previous;
    previous = current;
  }
  return { length: left.length, distances: previous, isOver: false };
}

/** Edit distance in which swapping two neighbours counts once, or `limit + 1` when it is more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  return Math.min(lastRow(left, right, limit).distances.at(-1) ?? 0, limit + 1);
}

/**
 * The length of the shortest beginning of `key` with which nothing begins that could be meant by `term`; undefined when
 * something could.
 */
export function ruledOut(key: string, term: string): number | undefined {
  if (key === "") return undefined;
  if (key.charAt(0) !== term.charAt(0)) return 1;
  const { length, isOver } = lastRow(key, term, allowedDistance(term));
  return isOver ? length : undefined;
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
    if (entry.term.charAt(0) !== term.charAt(0)) continue;
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
