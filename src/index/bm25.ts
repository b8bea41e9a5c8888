import { fields, fieldWeights, textField } from "./fields.ts";
import { bm25, type TermMatch } from "./store.ts";

/** Inverse document frequency of a term in `documentFrequency` of `total` passages, always above 0. */
export function inverseDocumentFrequency(documentFrequency: number, total: number): number {
  return Math.log(1 + (total - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** Statistics of an index that scoring needs. */
export interface FieldStatistics {
  readonly passages: number;
  /** Mean number of distinct terms of each of `fields`, over the passages that have it: so the order of the files counts for nothing. */
  readonly averageLengths: readonly number[];
}

/** How often one term occurs in each of `fields` of one passage, and how many distinct terms each has. */
export interface Occurrence {
  /** Bit `1 << i` is set when `fields[i]` contains the term. The other lists are undefined for other fields. */
  readonly mask: number;
  readonly frequencies: ArrayLike<number>;
  readonly lengths: ArrayLike<number>;
}

/** The bit of the text among the fields. */
export const textOnly = 1 << textField;

/**
 * BM25's saturated term frequency, 0 to `k + 1`: what the idf of a term is multiplied by. The operations are MiniSearch's, in its
 * order, so that scores are equal to the last bit.
 */
export function saturatedFrequency(frequency: number, length: number, averageLength: number): number {
  const { k, b } = bm25;
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength));
}

/** The BM25 score of one query term in any passage. */
export class TermScorer {
  readonly #weight: number;
  readonly #idf: Float64Array;
  readonly #averageLengths: readonly number[];

  /** @param documentFrequencies number of passages whose field contains the term, for each of `fields` */
  constructor(
    weight: number,
    documentFrequencies: readonly number[],
    { passages, averageLengths }: FieldStatistics,
  ) {
    this.#weight = weight;
    this.#idf = Float64Array.from(documentFrequencies, (count) => inverseDocumentFrequency(count, passages));
    this.#averageLengths = averageLengths;
  }

  score({ mask, frequencies, lengths }: Occurrence): number {
    let sum = 0;
    for (let field = 0; field < fields.length; field++) {
      if ((mask & (1 << field)) === 0) continue;
      sum += this.#share(field, frequencies[field] ?? 0, lengths[field] ?? 0);
    }
    return sum * this.#weight;
  }

  /** A field's contribution to the score, before the term's weight. */
  #share(field: number, frequency: number, length: number): number {
    const saturated = saturatedFrequency(frequency, length, this.#averageLengths[field] ?? 1);
    return (fieldWeights[field] ?? 0) * ((this.#idf[field] ?? 0) * saturated);
  }
}

/**
 * The score of a passage: the sum of its terms' scores, rounded to single precision so that the order of addition cannot decide
 * a rank.
 */
export const passageScore = (matches: readonly TermMatch[]): number =>
  Math.fround(matches.reduce((sum, { score }) => sum + score, 0));
