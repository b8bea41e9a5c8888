import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { anyNumber } from "../text/patterns.ts";
import { coefficients } from "./coefficients.ts";
import { contradictionOf } from "./polarity.ts";
import type { QuestionTerm } from "./question.ts";
import type { QuoteCandidate } from "./quote-features.ts";
import type { RankedPassage } from "./rank.ts";
import { lackOf, type RetrievalResult, wordWeights } from "./retrieve.ts";

/** What tells whether the corpus treats what is asked about. Each is 0 to 1, but `evidence`. */
export interface TopicFeatures {
  /** Share of the question's idf that no passage holds; of a word that was guessed, what the guess lacks to certainty. */
  readonly missing: number;
  /**
   * The rarest name or number that the first passage lacks: its idf over that of the question's rarest word. A passage
   * about another person or year answers another question.
   */
  readonly nameAbsent: number;
  /** Words of the question. Log scale, 1 for twenty. */
  readonly length: number;
  /**
   * Score of the first passage over the log of how many there are, a tenth of it: about the tenth of how many rare words
   * match. One word of a question is in some passage of any corpus; several together are not by chance.
   */
  readonly evidence: number;
}

/** What tells whether the first quote answers a question that the corpus treats. Each is 0 to 1. */
export interface AnswerFeatures {
  /** The rarest name or number that the quote, its title and its headings lack, in the same way. */
  readonly nameAbsent: number;
  /** 1 when the question says no or not and the quote does not, else 0. */
  readonly negated: number;
  /** 1 when the quote has the opposite of a word of the question instead of it, else 0. */
  readonly antonym: number;
  /** 1 when the question asks for a person, a place, a time or a number and the quote gives none, else 0. */
  readonly answerTypeAbsent: number;
}

/** What confidence depends on. */
export interface ConfidenceFeatures {
  readonly topic: TopicFeatures;
  readonly answer: AnswerFeatures;
}

/** Answers below this confidence are refused: at it, 95 of 100 answerable questions of a small corpus are answered. */
export const confidenceThreshold = coefficients.threshold;

const capital = lazyRegExp(String.raw`\p{Lu}`, "u");

/** True for a word that is written as a name or has a digit. The first word of a question always has a capital. */
function isName(text: string, { range }: QuestionTerm): boolean {
  const written = text.slice(range.start, range.end);
  return anyNumber().test(written) || (range.start > 0 && capital().test(written));
}

const share = (value: number, of: number): number => (of === 0 ? 0 : Math.min(1, value / of));

/** Measures what confidence depends on. */
export function confidenceFeatures(
  retrieved: RetrievalResult,
  ranked: readonly RankedPassage[],
  quote: QuoteCandidate | undefined,
): ConfidenceFeatures {
  const { question, terms, passages } = retrieved;
  const [first] = ranked;
  const inFirst = new Set(first?.candidate.matches.map(({ term }) => terms[term]?.word));
  const lack = lackOf(terms);
  const names = new Set(question.terms.filter((term) => isName(question.text, term)).map(({ word }) => word));
  const all = [...wordWeights(terms)];
  const sum = (words: typeof all): number => words.reduce((total, [, weight]) => total + weight, 0);
  const rarest = (words: typeof all): number => Math.max(0, ...words.map(([, weight]) => weight));
  const total = sum(all);
  const highest = rarest(all);
  const named = all.filter(([word]) => names.has(word));
  const contradiction = quote && contradictionOf(question.words, quote.text, question.language);
  return {
    topic: {
      missing: total === 0 ? 1 : sum(all.map(([word, weight]) => [word, weight * lack(word)])) / total,
      nameAbsent: share(rarest(named.filter(([word]) => !inFirst.has(word))), highest),
      length: Math.min(1, Math.log1p(all.length) / Math.log1p(20)),
      evidence: (first?.score ?? 0) / Math.log(Math.max(2, passages)) / 10,
    },
    answer: {
      nameAbsent: share(rarest(named.filter(([word]) => quote?.matched.has(word) !== true)), highest),
      negated: Number(contradiction?.negated ?? false),
      antonym: Number(contradiction?.antonym ?? false),
      answerTypeAbsent: quote?.features.answerTypeAbsent ?? 0,
    },
  };
}

/** A logistic regression: log-odds are the intercept and each feature times its weight. */
interface Coefficients<Features> {
  readonly intercept: number;
  readonly weights: Features;
}

function probability<Features extends { readonly [Name in keyof Features]: number }>(
  features: Features,
  { intercept, weights }: Coefficients<Features>,
): number {
  const names = Object.keys(weights) as (keyof Features)[];
  const logOdds = names.reduce((sum, name) => sum + weights[name] * features[name], intercept);
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * How likely it is that the first quote answers the question, 0 to 1: that the corpus treats what is asked about, times,
 * if it does, that the quote answers it. A question may fail by either, and what tells of one says little of the other.
 */
export function confidenceOf({ topic, answer }: ConfidenceFeatures): number {
  return probability(topic, coefficients.topic) * probability(answer, coefficients.answer);
}
