import { inverseDocumentFrequency } from "../index/bm25.ts";
import type { Budget } from "../index/budget.ts";
import type { Candidate, PassageStore, WeightedTerm } from "../index/store.ts";
import type { Filter } from "../model/request.ts";
import { isStopTerm } from "../text/analyser.ts";
import { lower } from "../text/fold.ts";
import { namesSection } from "../text/number-label.ts";
import { measures } from "../text/question-kind.ts";
import { labelTerm } from "../text/whole-term.ts";
import { guesses } from "./guess.ts";
import { asksForDefinition, type Question, type QuestionTerm, strengthOf, withTerms } from "./question.ts";
import { smoothedIdf } from "./smoothed-idf.ts";

/** A term that was searched for, with what the index says of it. */
export interface SearchedTerm extends QuestionTerm {
  /** Inverse document frequency, as BM25 defines it, ln(1 + (N - n + 0.5) / (n + 0.5)), over the corpus and general text; a half of it for a light term. */
  readonly idf: number;
  /** The same over the corpus alone, as in the BM25 scores of the index. */
  readonly indexedIdf: number;
  readonly documentFrequency: number;
}

/** What the index contains on a question. */
export interface RetrievalResult {
  readonly question: Question;
  readonly terms: readonly SearchedTerm[];
  /** Words of the question, by number, that the index lacks and the language knows for names. */
  readonly missingNames: ReadonlySet<number>;
  /** Those that it knows for a town, a disease, a drug or the like. */
  readonly missingKinds: ReadonlySet<number>;
  /** Those that are `headed` first, then by their BM25 score; `matches[i].term` counts in `terms`. */
  readonly candidates: readonly Candidate[];
  /** The passages, by docId, at which a title, heading or declared question begins that has all words of the question and no others, or that it names by its number. */
  readonly headed: ReadonlySet<number>;
  /** The passages, by docId, that say what the very thing is whose meaning is asked, each with how rare those are: their idf. */
  readonly introduced: ReadonlyMap<number, number>;
  /** What the words of its topic, which the question lacks, add to the score of a candidate, by docId; empty without feedback. */
  readonly topicScores: ReadonlyMap<number, number>;
  /** Whether words of the question, or what they could be, were left out, since it asks for more than its budget allows. */
  readonly isPartial: boolean;
  /** Number of passages in the index. */
  readonly passages: number;
}

/** What a heading that is asked as a whole counts when candidates are chosen: it is one of them, however common its words are. */
const wholeWeight = 20;

/** How many passages are looked at more closely than by BM25. */
export const retrievalDepth = 100;

/** Numbers of sections that are looked up: each costs a look-up, and a pasted list may have many. */
const mostLabels = 2;

/**
 * Searches for the terms of a question, as far as a budget goes the rarest. A word that the index lacks in all its forms may be searched for again by terms
 * that it could be a misspelling of, see `guesses`; words that it contains are never expanded, which would cost precision.
 */
export async function retrieve(
  store: PassageStore,
  asking: Question,
  filter: Filter,
  budget: Budget,
  limit: number = retrievalDepth,
): Promise<RetrievalResult> {
  const question = affordable(asking, budget);
  const numbers = [...question.labels].filter(namesSection).slice(0, mostLabels);
  const { whole: name, named } = question;
  const words = new Set(question.terms.map(({ word }) => word)).size;
  const introducing = asksForDefinition(question, words) ? named : [];
  const wanted = [name, ...introducing, ...numbers.map(labelTerm)].filter((term) => term !== undefined);
  const whole = budget.terms([...new Set(wanted)]);
  const query = await store.prepare(
    [...question.terms.map(asQuery), ...whole.map((term) => ({ term, weight: wholeWeight }))],
    filter,
  );
  const wholeNumber = question.terms.length;
  const introducingNumbers = new Set(introducing.map((term) => whole.indexOf(term)));
  const held = new Set(question.terms.filter((_, index) => query.documentFrequencies[index] !== 0));
  const asked = writtenAsOne(question.terms, held);
  const guessed = await guesses(store, question, asked, held, filter, budget);
  const { terms: added, names: missingNames, kinds: missingKinds } = guessed;
  await query.add(added.map(asQuery));
  const { passages } = store.info;
  const introducedIdf = (number: number): number =>
    inverseDocumentFrequency(query.documentFrequencies[wholeNumber + number] ?? 0, passages);
  const documentFrequencies = query.documentFrequencies.toSpliced(wholeNumber, whole.length);
  const terms = [...asked, ...added].map((term, index): SearchedTerm => {
    const documentFrequency = documentFrequencies[index] ?? 0;
    const indexedIdf = inverseDocumentFrequency(documentFrequency, passages);
    const idf =
      smoothedIdf(term.term, documentFrequency, passages, question.language) * bearing(term, question);
    return { ...term, documentFrequency, idf, indexedIdf };
  });
  const headed = new Set<number>();
  const introduced = new Map<number, number>();
  const best = (await query.best(limit)).map((candidate) => {
    if (whole.length === 0) return candidate;
    const { without, had } = withoutTerms(candidate, wholeNumber, whole.length);
    if (had.some((number) => !introducingNumbers.has(number))) headed.add(candidate.docId);
    const introducedBy = had.filter((number) => introducingNumbers.has(number));
    if (introducedBy.length > 0) {
      introduced.set(candidate.docId, Math.max(...introducedBy.map(introducedIdf)));
    }
    return without;
  });
  // A name of nothing but stop words is there as a whole, or it is not there.
  const isName = ({ matches }: Candidate): boolean => matches.length === terms.length;
  const candidates = terms.every(({ term }) => isStopTerm(term)) ? best.filter(isName) : best;
  const isPartial = question !== asking || guessed.isPartial;
  return {
    question,
    terms,
    missingNames,
    missingKinds,
    candidates,
    headed,
    introduced,
    topicScores: new Map(),
    isPartial,
    passages,
  };
}

/** What a light term bears of a question, against any other. */
const lightShare = 0.5;

/** How much a term bears of a question, besides how rare it is. What is the newest of its kind need not say that it is. */
function bearing({ term, range }: QuestionTerm, { text, answerType, language }: Question): number {
  const written = lower(text.slice(range.start, range.end), language.lowerCase);
  const isLight =
    language.recency?.includes(written) === true ||
    (answerType !== undefined && language.lightTerms?.[answerType]?.has(term) === true) ||
    (answerType === "quantity" && measures(lower(text.slice(0, range.end), language.lowerCase), language));
  return isLight ? lightShare : 1;
}

/** A question with those of its terms that a budget lets be searched for: the rarest, when it has too many. */
function affordable(question: Question, budget: Budget): Question {
  const { terms, language } = question;
  const strongest = [...terms].sort((a, b) => strengthOf(b, language) - strengthOf(a, language));
  const kept = new Set(budget.terms(strongest.map(({ term }) => term)));
  return kept.size === terms.length
    ? question
    : withTerms(
        question,
        terms.filter(({ term }) => kept.has(term)),
      );
}

/**
 * A candidate of a query with some terms more, without what these add to it, and which of them it has, counted from 0.
 *
 * @param first their numbers are from this one on
 */
function withoutTerms(
  candidate: Candidate,
  first: number,
  count: number,
): { without: Candidate; had: readonly number[] } {
  const { docId, score, matches } = candidate;
  if (matches.every(({ term }) => term < first)) return { without: candidate, had: [] };
  const own = matches.filter(({ term }) => term >= first && term < first + count);
  const others = matches.filter((match) => !own.includes(match));
  const shifted = others.map((match) =>
    match.term >= first ? { ...match, term: match.term - count } : match,
  );
  const added = own.reduce((sum, match) => sum + match.score, 0);
  const had = own.map(({ term }) => term - first);
  return { without: { docId, score: score - added, matches: shifted }, had };
}

/** A term as it is searched for: one that is asked twice counts twice. */
const asQuery = ({ term, weight, frequency }: QuestionTerm): WeightedTerm => ({
  term,
  weight: weight * frequency,
});

/** Lets a word that the index lacks be one with its neighbour where it contains both written as one: `hub` of `git hub`. */
function writtenAsOne(terms: readonly QuestionTerm[], held: Set<QuestionTerm>): readonly QuestionTerm[] {
  const words = new Set(
    [...held].filter(({ joinedWith }) => joinedWith === undefined).map(({ word }) => word),
  );
  const firstOf = new Map<number, number>();
  for (const { word, joinedWith } of held) {
    if (joinedWith !== undefined && !words.has(joinedWith)) firstOf.set(joinedWith, word);
  }
  if (firstOf.size === 0) return terms;
  return terms.map((term) => {
    const first = firstOf.get(term.word);
    if (first === undefined) return term;
    const moved = { ...term, word: first };
    if (held.has(term)) held.add(moved);
    return moved;
  });
}

/**
 * What each word of the question could contribute at most: its idf; that of the best form that stands in for it when the index
 * lacks it as it is written, and its own when the index contains none.
 */
export function wordWeights(terms: readonly SearchedTerm[]): Map<number, number> {
  const weights = new Map<number, number>();
  const held = terms.filter(({ documentFrequency }) => documentFrequency > 0);
  const add = ({ word, idf, weight }: SearchedTerm): unknown =>
    weights.set(word, Math.max(weights.get(word) ?? 0, idf * weight));
  // A form that stands in for a word may be rare by accident: it says nothing of how much the word bears.
  const written = held.filter(({ weight }) => weight === 1);
  written.forEach(add);
  const known = new Set(written.map(({ word }) => word));
  held.filter(({ word, joinedWith }) => joinedWith === undefined && !known.has(word)).forEach(add);
  // What two words are written as one is rarer than either, and says nothing of how much they bear of the question.
  for (const { word, idf, weight } of held) if (!weights.has(word)) weights.set(word, idf * weight);
  for (const { word, idf } of terms) if (!weights.has(word)) weights.set(word, idf);
  return weights;
}

/** What all words of a question contribute at most. */
export const questionWeight = (terms: readonly SearchedTerm[]): number =>
  [...wordWeights(terms).values()].reduce((sum, weight) => sum + weight, 0);

/**
 * Returns a function from a word of the question to how much of it the index lacks: 0 when it contains it, 1 when it does
 * not. A name of code is there in part when the longest word in it is.
 */
export function lackOf(terms: readonly SearchedTerm[]): (word: number) => number {
  const held = new Map<number, number>();
  for (const { word, weight, isGuess, isPart, documentFrequency } of terms) {
    if (documentFrequency === 0 || isPart === true) continue;
    held.set(word, Math.max(held.get(word) ?? 0, isGuess === true ? weight : 1));
  }
  const longest = new Map<number, SearchedTerm>();
  for (const part of terms) {
    const known = longest.get(part.word);
    if (part.isPart === true && lengthOf(part) > (known === undefined ? 0 : lengthOf(known))) {
      longest.set(part.word, part);
    }
  }
  for (const { word, weight, documentFrequency } of longest.values()) {
    if (documentFrequency > 0) held.set(word, Math.max(held.get(word) ?? 0, weight));
  }
  return (word) => 1 - (held.get(word) ?? 0);
}

const lengthOf = ({ range }: SearchedTerm): number => range.end - range.start;
