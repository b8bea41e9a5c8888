/** Grades of the judged documents of one query; absent means not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain at `depth`, 0 to 1, with gain equal to the grade and a log2 discount (Järvelin and
 * Kekäläinen, 2002), as trec_eval computes it.
 */
export function ndcg(ranking: readonly string[], judgements: Judgements, depth: number): number {
  const discounted = (grades: readonly number[]): number =>
    grades.slice(0, depth).reduce((sum, grade, index) => sum + Math.max(0, grade) / Math.log2(index + 2), 0);
  const ideal = discounted([...judgements.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(ranking.map((document) => judgements.get(document) ?? 0)) / ideal;
}

const isRelevant = (judgements: Judgements, document: string): boolean => (judgements.get(document) ?? 0) > 0;

/** 1 when the first document is relevant, else 0. */
export function hitAtOne(ranking: readonly string[], judgements: Judgements): number {
  const first = ranking[0];
  return first !== undefined && isRelevant(judgements, first) ? 1 : 0;
}

/** One over the rank of the first relevant document within `depth`, 0 when there is none. */
export function reciprocalRank(ranking: readonly string[], judgements: Judgements, depth: number): number {
  const index = ranking.slice(0, depth).findIndex((document) => isRelevant(judgements, document));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Share of the relevant documents that are within `depth`. */
export function recall(ranking: readonly string[], judgements: Judgements, depth: number): number {
  const relevant = [...judgements.values()].filter((grade) => grade > 0).length;
  if (relevant === 0) return 0;
  return ranking.slice(0, depth).filter((document) => isRelevant(judgements, document)).length / relevant;
}

/**
 * Area under the ROC curve: how likely a random positive scores above a random negative, ties counting a half
 * (Mann-Whitney U). Undefined when either side is empty.
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end++;
    const averageRank = (start + 1 + end) / 2;
    for (let index = start; index < end; index++) if (all[index]?.positive) rankSum += averageRank;
    start = end;
  }
  const count = positives.length;
  return (rankSum - (count * (count + 1)) / 2) / (count * negatives.length);
}

/** The mean, or 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that a share `quantile` of the values do not exceed (nearest rank); 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** A figure as it is printed. */
export const fourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000;
