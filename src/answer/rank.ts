import { textOnly } from "../index/bm25.ts";
import { maskOf } from "../index/fields.ts";
import type { Candidate } from "../index/store.ts";
import { sentenceOf } from "../text/analyser.ts";
import type { QuestionForm } from "./question.ts";
import { type RetrievalResult, type SearchedTerm, wordWeights } from "./retrieve.ts";

/** What a passage is judged by. Sums of inverse document frequencies, so that they add up with BM25. */
export interface Features {
  /** BM25 over all fields, rare words of the question counted a little more than BM25 does. */
  readonly bm25: number;
  /** Neighbours in the question that stand within a few words of each other in the passage, as often as they do. */
  readonly neighbours: number;
  /** The words of the question in the one sentence, together with the title and headings, that contains most of them. */
  readonly sentence: number;
  /** The words of the question in the title. */
  readonly title: number;
  /** The words of the question anywhere in the passage. */
  readonly coverage: number;
  /** The words of parts of the question in quotation marks, where they stand as they do in the question. */
  readonly phrases: number;
}

/** A candidate with its final score and what it is made of. */
export interface RankedPassage {
  readonly docId: number;
  readonly score: number;
  /** What of the score its words make: the rest is where it stands, which says nothing of whether it answers. */
  readonly wordScore: number;
  readonly features: Features;
  readonly candidate: Candidate;
}

/**
 * How much each feature counts, by the form of the question. A fact is stated in one sentence; a topic is what a whole
 * article, its title first, is about. The ablation in bench/RESULTS.md shows what each is worth.
 */
export const featureWeights: Readonly<Record<QuestionForm, Features>> = {
  fact: {
    bm25: 1,
    neighbours: 0.4,
    sentence: 0.9,
    title: 0.2,
    coverage: 0.2,
    phrases: 3,
  },
  topic: {
    bm25: 1,
    neighbours: 0.3,
    sentence: 0.7,
    title: 0.7,
    coverage: 0.3,
    phrases: 3,
  },
};

/** The fields that say what a whole article is about, and those that hold for every sentence of a passage. */
const titleFields = maskOf(({ role }) => role === "title");
const contextFields = maskOf(({ role }) => role !== "text");
/** Words apart, at most, that two neighbours of a question may stand to count as near. */
const nearWindow = 8;
/** What a word in the title or headings adds to a sentence that lacks it, against 1 in the sentence itself. */
const contextShare = 0.8;
/** The same of a word in the text of which the index does not say where it stands. */
const unplacedShare = 0.5;
/**
 * Features of word order and sentences count in full for questions of at most this many words; the words of a longer
 * one seldom stand together.
 */
const shortQuestion = 7;
/** Exponent of a word's idf, over the mean of its question, in its BM25 score: rare words name what is asked about. */
const rarityExponent = 0.25;
/** Candidates that are judged by more than BM25. */
const rerankedDepth = 100;

/** Saturates a count as BM25 does a term frequency. */
const saturate = (count: number): number => (count * 2.2) / (count + 1.2);

/**
 * Orders candidates by BM25 together with proximity (after Metzler and Croft's sequential dependence model, 2005), sentence
 * coverage and the title. Candidates beyond the first hundred keep their order behind them.
 */
export function rank(retrieved: RetrievalResult): RankedPassage[] {
  const judge = createJudge(retrieved);
  const weights = featureWeights[retrieved.question.form];
  const names = Object.keys(weights) as (keyof Features)[];
  const judged = retrieved.candidates.slice(0, rerankedDepth).map((candidate): RankedPassage => {
    const features = judge(candidate);
    const score = names.reduce((sum, name) => sum + weights[name] * features[name], 0);
    return { docId: candidate.docId, score, wordScore: score, features, candidate };
  });
  judged.sort((a, b) => b.score - a.score || a.docId - b.docId);
  const last = judged.at(-1);
  const rest = retrieved.candidates.slice(rerankedDepth).map((candidate): RankedPassage => {
    const features = { ...noFeatures, bm25: candidate.score };
    // BM25 alone is below the judged scores, and is kept so whatever the weights.
    const score = Math.min(candidate.score, last?.score ?? candidate.score);
    return { docId: candidate.docId, score, wordScore: score, features, candidate };
  });
  return [...judged, ...rest];
}

const noFeatures: Features = {
  bm25: 0,
  neighbours: 0,
  sentence: 0,
  title: 0,
  coverage: 0,
  phrases: 0,
};

/** How one word of the question occurs in a passage, all its forms together. */
interface WordMatch {
  /** Idf of the word, less for a form that stands in for it. */
  weight: number;
  inTitle: boolean;
  inContext: boolean;
  /** Whether it is in the text, and the index does not say where. */
  isUnplaced: boolean;
  positions: readonly number[];
}

/** The BM25 score of each term counts this much more or less than in the index: by its smoothed idf, and by its rarity. */
function rarityFactors(terms: readonly SearchedTerm[]): number[] {
  const mean = terms.reduce((sum, { idf }) => sum + idf, 0) / Math.max(1, terms.length);
  return terms.map(({ idf, indexedIdf }) => Math.min(1, idf / indexedIdf) * (idf / mean) ** rarityExponent);
}

function createJudge(retrieved: RetrievalResult): (candidate: Candidate) => Features {
  const { terms, question, topicScores } = retrieved;
  const positionOf = new Map(question.terms.map(({ word, position }) => [word, position]));
  const phrases = question.phrases.map((words) =>
    words.map((word) => ({ word, position: positionOf.get(word) ?? 0 })),
  );
  const factors = rarityFactors(terms);
  const weights = wordWeights(terms);
  const together = Math.min(1, shortQuestion / Math.max(1, weights.size));

  return (candidate) => {
    const found = matchWords(candidate, terms);
    let bm25 = topicScores.get(candidate.docId) ?? 0;
    for (const { term, score } of candidate.matches) {
      bm25 += score * (factors[term] ?? 1);
    }
    let title = 0;
    let coverage = 0;
    for (const match of found.values()) {
      coverage += match.weight;
      if (match.inTitle) title += match.weight;
    }
    return {
      bm25,
      neighbours: together * neighbours(found),
      sentence: together * bestSentence(found),
      title,
      coverage,
      phrases: phrases.reduce((sum, phrase) => sum + phraseWeight(phrase, found), 0),
    };
  };
}

function matchWords(candidate: Candidate, terms: readonly SearchedTerm[]): Map<number, WordMatch> {
  const found = new Map<number, WordMatch>();
  for (const match of candidate.matches) {
    const term = terms[match.term];
    if (term === undefined) continue;
    const weight = term.idf * term.weight;
    const inTitle = (match.fields & titleFields) !== 0;
    const inContext = (match.fields & contextFields) !== 0;
    const isUnplaced = (match.fields & textOnly) !== 0 && match.positions.length === 0;
    const known = found.get(term.word);
    if (known === undefined) {
      found.set(term.word, { weight, inTitle, inContext, isUnplaced, positions: match.positions });
    } else {
      known.weight = Math.max(known.weight, weight);
      known.inTitle ||= inTitle;
      known.inContext ||= inContext;
      known.isUnplaced ||= isUnplaced;
      // Forms of one word mostly stand at the same places.
      if (match.positions.length > known.positions.length) known.positions = match.positions;
    }
  }
  return found;
}

/** A word of a phrase and its place in the question. */
interface PhraseWord {
  readonly word: number;
  readonly position: number;
}

/** Idf of the words of a phrase when they stand in a passage as in the question, as far as the index says where; else 0. */
function phraseWeight(phrase: readonly PhraseWord[], found: ReadonlyMap<number, WordMatch>): number {
  const [first, ...rest] = phrase.filter(({ word }) => found.get(word)?.isUnplaced !== true);
  if (first === undefined) return 0;
  const stands = found
    .get(first.word)
    ?.positions.some((start) =>
      rest.every(({ word, position }) =>
        found.get(word)?.positions.includes(start + position - first.position),
      ),
    );
  return stands === true ? phrase.reduce((sum, { word }) => sum + (found.get(word)?.weight ?? 0), 0) : 0;
}

/** Idf-weighted, saturated count of neighbours of the question that are near each other in the passage. */
function neighbours(found: ReadonlyMap<number, WordMatch>): number {
  let sum = 0;
  for (const [word, first] of found) {
    const second = found.get(word + 1);
    if (second === undefined) continue;
    let near = 0;
    for (const a of first.positions) {
      for (const b of second.positions) if (Math.abs(b - a) < nearWindow) near++;
    }
    sum += ((first.weight + second.weight) / 2) * saturate(near);
  }
  return sum;
}

/** Idf of the words in the best sentence, what it lacks and the title or headings hold counted in part. */
function bestSentence(found: ReadonlyMap<number, WordMatch>): number {
  let context = 0;
  let best = 0;
  const bySentence: number[] = [];
  for (const { weight, inContext, isUnplaced, positions } of found.values()) {
    const elsewhere = isUnplaced ? unplacedShare : 0;
    const shared = (inContext ? contextShare : elsewhere) * weight;
    context += shared;
    let previous = -1;
    for (const position of positions) {
      const sentence = sentenceOf(position);
      if (sentence === previous) continue;
      previous = sentence;
      const held = (bySentence[sentence] ?? 0) + weight - shared;
      bySentence[sentence] = held;
      best = Math.max(best, held);
    }
  }
  return context + best;
}
