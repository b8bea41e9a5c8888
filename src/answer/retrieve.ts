import type { Candidate, Filter, PassageStore } from "../index/store.ts";
import type { Question, QuestionTerm } from "./question.ts";

/** A term that was searched for, with what the index says of it. */
export interface SearchedTerm extends QuestionTerm {
  /** Inverse document frequency, as BM25 defines it: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  readonly idf: number;
  readonly documentFrequency: number;
}

/** What the index holds on a question. */
export interface Evidence {
  readonly question: Question;
  readonly terms: readonly SearchedTerm[];
  /** Best BM25 score first; `matches[i].term` counts in `terms`. */
  readonly candidates: readonly Candidate[];
}

/** Inverse document frequency of a term in `documentFrequency` of `total` passages, always above 0. */
export function inverseDocumentFrequency(documentFrequency: number, total: number): number {
  return Math.log(1 + (total - documentFrequency + 0.5) / (documentFrequency + 0.5));
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
): Promise<Evidence> {
  let terms: readonly QuestionTerm[] = question.terms;
  let result = await store.search(terms, filter, limit);
  const held = new Set(
    terms.flatMap(({ group }, index) => (result.documentFrequencies[index] === 0 ? [] : [group])),
  );
  const missing = terms.filter(({ group, weight }) => weight === 1 && !held.has(group));
  if (missing.length > 0) {
    const replaced = await Promise.all(missing.map((term) => similarTerms(store, term)));
    const known = new Set(terms.map(({ term }) => term));
    const added = replaced.flat().filter(({ term }) => !known.has(term));
    if (added.length > 0) {
      terms = [...terms, ...added];
      result = await store.search(terms, filter, limit);
    }
  }
  const total = store.info.passages;
  return {
    question,
    terms: terms.map((term, index) => {
      const documentFrequency = result.documentFrequencies[index] ?? 0;
      return { ...term, documentFrequency, idf: inverseDocumentFrequency(documentFrequency, total) };
    }),
    candidates: result.candidates,
  };
}

async function similarTerms(store: PassageStore, missing: QuestionTerm): Promise<QuestionTerm[]> {
  const similar = await store.similarTerms(missing.term);
  return similar.map(({ term, weight }) => ({ ...missing, term, weight: missing.weight * weight }));
}
