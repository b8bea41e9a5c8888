import { bm25, fields, fieldWeights } from "./store.ts";

/** Inverse document frequency of a term in `documentFrequency` of `total` passages, always above 0. */
export function inverseDocumentFrequency(documentFrequency: number, total: number): number {
  return Math.log(1 + (total - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** What scoring has to know of a whole index. */
export interface FieldStatistics {
  readonly passages: number;
  /** Mean number of distinct terms of each of `fields`, as MiniSearch counts it. */
  readonly averageLengths: readonly number[];
}

/** How often one term occurs in each of `fields` of one passage (0 when it does not), and how many distinct terms each has. */
export interface Occurrence {
  readonly frequencies: ArrayLike<number>;
  readonly lengths: ArrayLike<number>;
}

/**
 * Share of its inverse document frequency that a term scores in a field, 0 to `k + 1`: its frequency, saturated, against
 * the field's length. The operations are MiniSearch's, in its order, so that scores are equal to the last bit.
 */
export function saturatedFrequency(frequency: number, length: number, averageLength: number): number {
  const { k, b } = bm25;
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength));
}

/** The BM25 score of one query term in any passage. */
export class TermScorer {
  readonly #weight: number;
  readonly #idf: readonly number[];
  readonly #averageLengths: readonly number[];

  /** @param documentFrequencies in how many passages each of `fields` holds the term */
  constructor(weight: number, documentFrequencies: readonly number[], statistics: FieldStatistics) {
    this.#weight = weight;
    this.#idf = documentFrequencies.map((count) => inverseDocumentFrequency(count, statistics.passages));
    this.#averageLengths = statistics.averageLengths;
  }

  score({ frequencies, lengths }: Occurrence): number {
    let sum = 0;
    for (let field = 0; field < fields.length; field++) {
      const frequency = frequencies[field] ?? 0;
      if (frequency === 0) continue;
      const saturated = saturatedFrequency(frequency, lengths[field] ?? 0, this.#averageLengths[field] ?? 1);
      sum += (weights[field] ?? 0) * ((this.#idf[field] ?? 0) * saturated);
    }
    return sum * this.#weight;
  }

  /** What no passage scores more than, given the highest `saturatedFrequency` of each field. */
  bound(highest: readonly number[]): number {
    const sum = highest.reduce(
      (total, saturated, field) => total + (weights[field] ?? 0) * (this.#idf[field] ?? 0) * saturated,
      0,
    );
    return sum * this.#weight;
  }
}

const weights: readonly number[] = fields.map((field) => fieldWeights[field]);
