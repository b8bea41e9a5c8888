import { fields } from "../index/fields.ts";
import type { Answer } from "../model/index.ts";
import type { AnswerType } from "../text/language.ts";
import type { SearchOutcome } from "./answer.ts";
import { coefficients } from "./coefficients.ts";
import { confidenceFactors, confidenceFloor, confidenceThreshold } from "./confidence.ts";
import type { QuestionForm } from "./question.ts";
import { quotedText } from "./quote.ts";
import { quoteWeights } from "./quote-weights.ts";
import { featureWeights, type RankedPassage } from "./rank.ts";
import { readWeights } from "./rerank.ts";
import type { SearchedTerm } from "./retrieve.ts";

/** A feature of a score, and what it adds: its value times its weight. */
export interface FeatureShare {
  readonly name: string;
  readonly value: number;
  readonly weight: number;
  readonly share: number;
}

/** A term that was searched for. */
export interface ExplainedTerm {
  readonly term: string;
  /** The word of the question that it stands for, as it is written there. */
  readonly word: string;
  /** 1 for a word of the question; less for a synonym, a similar term or another form. */
  readonly weight: number;
  readonly documentFrequency: number;
  readonly idf: number;
}

/** How a term matches a passage. */
export interface ExplainedMatch {
  readonly term: string;
  /** Its share of the passage's BM25 score. */
  readonly score: number;
  /** Names of the fields that contain it. */
  readonly fields: readonly string[];
  /** How often the text contains it. */
  readonly frequency: number;
}

/** Why a passage has its score, which is the sum of the shares of its features, those of what was read of it among them. */
export interface ExplainedPassage {
  readonly id: string;
  /** Its rank in the answer, from 1. */
  readonly rank: number;
  readonly score: number;
  readonly features: readonly FeatureShare[];
  readonly matches: readonly ExplainedMatch[];
}

/** Why a quote has its score, which is the sum of the features' shares. */
export interface ExplainedQuote {
  readonly text: string;
  /** Rank of its passage, from 1; undefined when the answer does not show it. */
  readonly passage: number | undefined;
  readonly score: number;
  readonly features: readonly FeatureShare[];
}

/** A logistic regression: the features' shares and the intercept are log-odds. */
export interface ExplainedProbability {
  readonly name: string;
  readonly intercept: number;
  readonly features: readonly FeatureShare[];
}

/** Why a question is answered as it is. */
export interface Explanation {
  readonly language: string;
  readonly form: QuestionForm;
  readonly answerType: AnswerType | undefined;
  readonly terms: readonly ExplainedTerm[];
  readonly passages: readonly ExplainedPassage[];
  readonly quotes: readonly ExplainedQuote[];
  /** The product of the probabilities and factors; the question is answered when it is at least the threshold. */
  readonly confidence: number;
  readonly threshold: number;
  readonly probabilities: readonly ExplainedProbability[];
  readonly factors: ReturnType<typeof confidenceFactors>;
  /** Confidence is at least this; 0 but for a question that an article declares. */
  readonly floor: number;
}

/** Those that add or take most first. */
const byShare = (shares: readonly FeatureShare[]): FeatureShare[] =>
  [...shares].sort((a, b) => Math.abs(b.share) - Math.abs(a.share));

/** The features of a score, those that add or take most first. Features without a weight are left out. */
export function featureShares<Features extends { readonly [Name in keyof Features]: number }>(
  features: Features,
  weights: { readonly [Name in keyof Features]: number },
): FeatureShare[] {
  const names = Object.keys(weights) as (keyof Features & string)[];
  return byShare(
    names.map((name): FeatureShare => {
      const [value, weight] = [features[name], weights[name]];
      return { name, value, weight, share: value * weight };
    }),
  );
}

function explainMatches({ candidate }: RankedPassage, terms: readonly SearchedTerm[]): ExplainedMatch[] {
  return candidate.matches
    .map(({ term, score, fields: mask, positions }) => ({
      term: terms[term]?.term ?? "",
      score,
      fields: fields.filter((_, number) => (mask & (1 << number)) !== 0),
      frequency: positions.length,
    }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Says what the scores of an answer's passages and quotes, and its confidence, are made of. All numbers come from the tables
 * of weights that the search itself uses.
 *
 * @param answer what `answerQuestion` made of the outcome
 */
export function explain(outcome: SearchOutcome, answer: Answer): Explanation {
  const { retrieved, fetched, quotes, features, confidence } = outcome;
  const { question, terms } = retrieved;
  const rankOf = (id: string | undefined) => answer.passages.find((hit) => hit.id === id)?.rank;
  const shown = fetched.filter(({ stored }) => rankOf(stored.passage.id) !== undefined);
  return {
    language: question.language.code,
    form: question.form,
    answerType: question.answerType,
    terms: terms.map(({ term, range, weight, documentFrequency, idf }) => {
      const word = question.text.slice(range.start, range.end);
      return { term, word, weight, documentFrequency, idf };
    }),
    passages: shown.map(({ ranked, stored, features: readFeatures }) => ({
      id: stored.passage.id,
      rank: rankOf(stored.passage.id) ?? 0,
      score: ranked.score,
      features: byShare([
        ...featureShares(ranked.features, featureWeights[question.form]),
        ...featureShares(readFeatures, readWeights).map((share) => ({
          ...share,
          name: `read ${share.name}`,
        })),
      ]),
      matches: explainMatches(ranked, terms),
    })),
    quotes: quotes.map((quote) => ({
      text: quotedText(quote),
      passage: rankOf(fetched[quote.passage]?.stored.passage.id),
      score: quote.score,
      features: featureShares(quote.features, quoteWeights),
    })),
    confidence,
    threshold: confidenceThreshold,
    probabilities: [
      {
        name: "topic",
        intercept: coefficients.topic.intercept,
        features: featureShares(features.topic, coefficients.topic.weights),
      },
      {
        name: "choice",
        intercept: coefficients.choice.intercept,
        features: featureShares(features.choice, coefficients.choice.weights),
      },
    ],
    factors: confidenceFactors(features),
    floor: confidenceFloor(features),
  };
}
