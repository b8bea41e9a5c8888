import { inverseDocumentFrequency } from "../index/bm25.ts";
import type { Candidate, Filter, PassageStore } from "../index/store.ts";
import type { Question, QuestionTerm } from "./question.ts";
import { smoothedIdf } from "./smoothed-idf.ts";

/** A term that was searched for, with what the index says of it. */
export interface SearchedTerm extends QuestionTerm {
  /** Inverse document frequency, as BM25 defines it, ln(1 + (N - n + 0.5) / (n + 0.5)), over the corpus and general text. */
  readonly idf: number;
  /** The same over the corpus alone, as in the BM25 scores of the index. */
  readonly indexedIdf: number;
  readonly documentFrequency: number;
}

/** What the index holds on a question. */
export interface RetrievalResult {
  readonly question: Question;
  readonly terms: readonly SearchedTerm[];
  /** Best BM25 score first; `matches[i].term` counts in `terms`. */
  readonly candidates: readonly Candidate[];
  /** What the words of its topic, which the question lacks, add to the score of a candidate, by docId; empty without feedback. */
  readonly topicScores: ReadonlyMap<number, number>;
  /** How many passages the index holds. */
  readonly passages: number;
}

/** How many passages are looked at more closely than by BM25. */
export const retrievalDepth = 100;

/**
 * Searches for the terms of a question. A word that the index lacks in all its forms is searched for again by the terms
 * it could be a misspelling of; words that it holds are never expanded, which would cost precision.
 */
export async function retrieve(
  store: PassageStore,
  question: Question,
  filter: Filter,
  limit: number = retrievalDepth,
): Promise<RetrievalResult> {
  const query = await store.prepare(question.terms, filter);
  const added = await replacements(store, question, query.documentFrequencies);
  await query.add(added);
  const { passages } = store.info;
  const { documentFrequencies } = query;
  const terms = [...question.terms, ...added].map((term, index): SearchedTerm => {
    const documentFrequency = documentFrequencies[index] ?? 0;
    const indexedIdf = inverseDocumentFrequency(documentFrequency, passages);
    const idf = smoothedIdf(term.term, documentFrequency, passages, question.language);
    return { ...term, documentFrequency, idf, indexedIdf };
  });
  return { question, terms, candidates: await query.best(limit), topicScores: new Map(), passages };
}

/** Terms that the words could be a misspelling of that the index lacks. */
async function replacements(
  store: PassageStore,
  { terms }: Question,
  documentFrequencies: readonly number[],
): Promise<QuestionTerm[]> {
  const held = new Set(terms.filter((_, index) => documentFrequencies[index] !== 0).map(({ word }) => word));
  const missing = terms.filter(({ word, weight }) => weight === 1 && !held.has(word));
  const replaced = await Promise.all(missing.map((term) => similarTerms(store, term)));
  const known = new Set(terms.map(({ term }) => term));
  return replaced.flat().filter(({ term }) => !known.has(term));
}

async function similarTerms(store: PassageStore, missing: QuestionTerm): Promise<QuestionTerm[]> {
  const similar = await store.similarTerms(missing.term);
  return similar.map(({ term, weight }) => ({ ...missing, term, weight: missing.weight * weight }));
}

/**
 * What each word of the question could contribute at most: the idf of the best of its forms that the index holds, or of
 * the word itself when it holds none.
 */
export function wordWeights(terms: readonly SearchedTerm[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { word, idf, weight, documentFrequency } of terms) {
    if (documentFrequency > 0) weights.set(word, Math.max(weights.get(word) ?? 0, idf * weight));
  }
  for (const { word, idf } of terms) if (!weights.has(word)) weights.set(word, idf);
  return weights;
}
