import { coefficients } from "../../src/answer/coefficients.ts";
import {
  type ChoiceFeatures,
  type ConfidenceFeatures,
  type ConfidenceModel,
  confidenceFeatures,
  confidenceOf,
  type TopicFeatures,
} from "../../src/answer/confidence.ts";
import { chooseQuotes } from "../../src/answer/quote.ts";
import type { QuoteFeatures } from "../../src/answer/quote-features.ts";
import { quoteWeights } from "../../src/answer/quote-weights.ts";
import { type QuoteCandidate, scoreUnits } from "../../src/answer/score-units.ts";
import { fitListwise } from "./listwise.ts";
import { fitLogistic, type LogisticModel } from "./logistic.ts";
import type { Asked, Observed } from "./observe.ts";

/** Strength of the L2 penalties, against one unit of weight for each list, and for each corpus. */
const penalties = { quotes: 0.003, topic: 0.0005, choice: 0.002 } as const;

/** How much a set of an encyclopedia's passages counts against one of articles as their owner has them. */
const rankedWeight = { quotes: 0.7, topic: 1.5, choice: 0.45 } as const;

/**
 * Weights that are set by hand, since the sets hold too few cases: sentences in the very words of a question, which make many more first passages right on SQuAD 2.0 and lose none on real sets, sections that are named by
 * their numbers, questions that an article declares, what introduces the thing whose meaning is asked, commands that install what is asked, what tells a purpose or a limit that is asked, antonyms of what is asked, lists of names for a question after a way, steps below a heading that is asked, what stands below a heading that asks the same, numbers right before what a question counts, questions after a person, a date or an amount where a unit shows none, units in
 * another language, which one set alone has, what is of something else than the product that is asked about, labels, teasers, and what stands below headings of special matters or in old posts, of which most sets have none.
 */
const given: Partial<QuoteFeatures> = {
  wording: 1.5,
  numbered: 6,
  declared: 8,
  declaredOpening: 6,
  besides: -4,
  introducing: 3,
  stepsForManner: 3,
  headingAsks: 1.5,
  countTold: 1.5,
  answerTypeAbsent: -2.5,
  otherLanguage: -1.5,
  isLabel: -1.5,
  purpose: 3,
  limit: 2,
  opposed: -1,
  namesForManner: -3,
  installs: 3,
  addition: -1,
  teaser: -3,
  aside: -0.35,
  chronicle: -0.5,
};

const names = Object.keys(quoteWeights) as (keyof QuoteFeatures)[];
const fittedNames = names.filter((name) => given[name] === undefined);

/** Fits the weights of the units: a list for each answerable question, each corpus as much as it has questions, at most 60. */
export function fitQuotes(observed: readonly Observed[]): QuoteFeatures {
  const lists = observed.flatMap(({ kind, asked }) => {
    const answerable = asked.filter((one) => one.answerable);
    const weight = (kind === "ranked" ? rankedWeight.quotes : 1) * Math.min(1, 60 / answerable.length);
    return answerable.map(({ candidates, answers }) => ({
      weight,
      candidates: candidates.map((candidate) => ({
        features: fittedNames.map((name) => candidate.features[name]),
        right: answers(candidate),
      })),
    }));
  });
  const fitted = fitListwise(lists, fittedNames.length, penalties.quotes);
  const weights: QuoteFeatures = { ...quoteWeights, ...given };
  return {
    ...weights,
    ...Object.fromEntries(fittedNames.map((name, index) => [name, round(fitted[index] ?? 0)])),
  };
}

/** What came of a question with some weights. */
export interface Outcome {
  readonly asked: Asked;
  readonly first: QuoteCandidate | undefined;
  readonly right: boolean;
  readonly features: ConfidenceFeatures;
}

/** Chooses quotes by other weights than those that are shipped. */
export function answerWith(weights: QuoteFeatures, { languages, asked }: Observed): Outcome[] {
  return asked.map((one): Outcome => {
    const { retrieved, fetched, answers } = one;
    const candidates = scoreUnits(retrieved, fetched, languages.of, weights);
    const [first] = chooseQuotes(candidates, retrieved.question.answerType);
    return {
      asked: one,
      first,
      right: first !== undefined && answers(first),
      features: confidenceFeatures(retrieved, fetched, first, candidates),
    };
  });
}

const topicNames = Object.keys(coefficients.topic.weights) as (keyof TopicFeatures)[];
const choiceNames = Object.keys(coefficients.choice.weights) as (keyof ChoiceFeatures)[];
const topicOf = ({ features }: Outcome): number[] => topicNames.map((name) => features.topic[name]);
const choiceOf = ({ features }: Outcome): number[] => choiceNames.map((name) => features.choice[name]);

/**
 * Fits confidence. Each corpus counts alike: real ones as their questions are, of which a quarter has no answer; of the others
 * the questions with and without one count a half each.
 */
export function fitConfidence(
  observed: readonly { readonly kind: Observed["kind"]; readonly outcomes: readonly Outcome[] }[],
): ConfidenceModel {
  const topic = observed.flatMap(({ kind, outcomes }) => {
    const answerable = outcomes.filter(({ asked }) => asked.answerable).length;
    return outcomes.map((one) => {
      const side = one.asked.answerable ? answerable : outcomes.length - answerable;
      const weight = kind === "real" ? 1 / outcomes.length : (rankedWeight.topic * 0.5) / side;
      return { features: topicOf(one), right: Number(one.asked.answerable), weight };
    });
  });
  const choice = observed.flatMap(({ kind, outcomes }) => {
    const answerable = outcomes.filter(({ asked, first }) => asked.answerable && first !== undefined);
    const weight = (kind === "real" ? 1 : rankedWeight.choice) / answerable.length;
    return answerable.map((one) => ({ features: choiceOf(one), right: Number(one.right), weight }));
  });
  return {
    topic: named(fitLogistic(topic, penalties.topic), topicNames),
    choice: named(fitLogistic(choice, penalties.choice), choiceNames),
  };
}

/** A model with its weights by the names of the features, to four decimals. */
function named<Name extends string>({ intercept, weights }: LogisticModel, names: readonly Name[]) {
  const byName = Object.fromEntries(names.map((name, index) => [name, round(weights[index] ?? 0)]));
  return { intercept: round(intercept), weights: byName as Record<Name, number> };
}

/** The confidence in an outcome; that of nothing to quote is 0. */
export const confidenceIn = (model: ConfidenceModel, { first, features }: Outcome): number =>
  first === undefined ? 0 : confidenceOf(features, model);

/** Four decimals. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
