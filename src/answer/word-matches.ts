import type { Token } from "../text/analyser.ts";
import { type RetrievalResult, type SearchedTerm, wordWeights } from "./retrieve.ts";

/** What a piece of text contains of a question. */
export interface WordMatches {
  /** The best weight of a form of each word of the question, by its number. */
  readonly matched: ReadonlyMap<number, number>;
  readonly order: readonly { readonly word: number; readonly position: number }[];
  /** Distinct terms that the question does not have. */
  readonly newTerms: number;
}

/** Words apart, at most, that neighbours of the question may stand in a sentence. */
const neighbourWindow = 4;

/** Compares pieces of text with one question. */
export class WordMatcher {
  readonly asked: ReadonlyMap<string, SearchedTerm>;
  /** Idf of each word of the question, by its number. */
  readonly idf: ReadonlyMap<number, number>;
  readonly #total: number;

  constructor({ terms }: RetrievalResult) {
    this.asked = new Map(terms.map((term) => [term.term, term]));
    this.idf = wordWeights(terms);
    this.#total = [...this.idf.values()].reduce((sum, weight) => sum + weight, 0);
  }

  match(tokens: readonly Token[]): WordMatches {
    const matched = new Map<number, number>();
    const order: { word: number; position: number }[] = [];
    const newTerms = new Set<string>();
    for (const { term, position, weight } of tokens) {
      const known = this.asked.get(term);
      if (known !== undefined) {
        matched.set(known.word, Math.max(matched.get(known.word) ?? 0, known.weight));
        order.push({ word: known.word, position });
      } else if (weight === 1) newTerms.add(term);
    }
    return { matched, order, newTerms: newTerms.size };
  }

  /** Idf of words, each as far as it is matched, as a share of the question's: 0 to 1. */
  share(matched: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const [word, weight] of this.idf) sum += weight * (matched.get(word) ?? 0);
    return this.shareOf(sum);
  }

  /** The same, of words that others lack. */
  shareBeyond(matched: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const [word, weight] of this.idf) {
      if (!others.has(word)) sum += weight * (matched.get(word) ?? 0);
    }
    return this.shareOf(sum);
  }

  /** A sum of idf as a share of the question's: 0 to 1. */
  shareOf(sum: number): number {
    return this.#total === 0 ? 0 : Math.min(1, sum / this.#total);
  }

  /** Idf of neighbours in the question that are neighbours here, as a share: 0 to 1. */
  neighbours({ order }: WordMatches): number {
    let sum = 0;
    for (const first of order) {
      for (const second of order) {
        const distance = second.position - first.position;
        if (second.word !== first.word + 1 || distance <= 0 || distance > neighbourWindow) continue;
        sum += ((this.idf.get(first.word) ?? 0) + (this.idf.get(second.word) ?? 0)) / 2;
      }
    }
    return this.shareOf(sum);
  }
}

/** Distinct words of a text, other forms of them left out. */
export function wordTerms(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter(({ weight }) => weight === 1).map(({ term }) => term));
}

/** The greatest value of each key of some maps. */
export function greatest(maps: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const [only] = maps;
  if (only !== undefined && maps.length === 1) return only;
  const all = new Map<number, number>();
  for (const map of maps) {
    for (const [key, value] of map) all.set(key, Math.max(all.get(key) ?? 0, value));
  }
  return all;
}
