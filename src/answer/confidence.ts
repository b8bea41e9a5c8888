import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { anyNumber } from "../text/patterns.ts";
import { absentWordFactor, asksAbsentWord } from "./absent-word.ts";
import { alternativesIn } from "./alternatives.ts";
import { asksForEvident } from "./answer-type.ts";
import { coefficients } from "./coefficients.ts";
import { lacksCounted, notCountedFactor } from "./counted.ts";
import { labelWords } from "./heading-match.ts";
import { contradictionOf } from "./polarity.ts";
import { opensWithVerb, type Question, type QuestionTerm } from "./question.ts";
import { lackOf, type RetrievalResult, wordWeights } from "./retrieve.ts";
import type { FetchedPassage, QuoteCandidate } from "./score-units.ts";
import { asksUnknownName, lacksNumber, unknownNameFactor } from "./unknown-name.ts";

/**
 * The features of whether the articles answer a question at all. Shares are of the question's idf, 0 to 1; what is true or not is
 * 1 or 0. None depends on how many passages there are. What surrounds a quote is its title, its headings, and a question
 * of the author's above it.
 */
export interface TopicFeatures {
  /** Share that neither the first quote nor what surrounds it contains, and that its passage lacks as well. */
  readonly lacking: number;
  readonly passageLacking: number;
  /** Share that the one sentence of the quote, or of what leads to it, holds that holds most. */
  readonly focusHeld: number;
  /**
   * The rarest name or number that the quote and its surroundings lack: its idf over that of the question's rarest word.
   * What is said of another person or year answers another question.
   */
  readonly nameAbsent: number;
  /** Score of the first passage by its words over 1.9 times the idf of the question, at most 1: how well its words stand together. */
  readonly evidence: number;
  /** Words of the question: together they are not in a passage by chance. Log scale, 1 for twenty. */
  readonly length: number;
  /** Share contained in a title or heading whose every word is asked, in a question that the article declares, or in a sentence that says what the thing is. */
  readonly asked: number;
  /** Whether the question denies and the quote does not; see `mayDeny`. */
  readonly negated: number;
  /** Whether the quote has the opposite of a word of the question instead of it. */
  readonly antonym: number;
}

/** The features of whether the first quote is the one that answers, if the articles do. */
export interface ChoiceFeatures {
  /** A tenth of its log-odds among all units. */
  readonly score: number;
  /** How far these are above those of the best unit of another passage, a third, at most 1. */
  readonly margin: number;
  readonly lacking: number;
}

/** What confidence depends on. */
export interface ConfidenceFeatures {
  readonly topic: TopicFeatures;
  readonly choice: ChoiceFeatures;
  /** Whether the question asks for a person, a place, a time or a number and the quote shows none. */
  readonly isTypeAbsent: boolean;
  /** Whether the question has a name or number that no article, or that the quote's passage lacks. */
  readonly isOther: boolean;
  /** Whether the question is about a word that no article contains. */
  readonly isAbsent: boolean;
  /** Whether the question counts what neither the quote nor its passage names. */
  readonly isNotCounted: boolean;
  /** Whether the quote's article says that it answers the very question. */
  readonly isDeclared: boolean;
}

/** What confidence is at least in an article that says it answers the very question: its author knows. */
const declaredConfidence = 0.6;

/**
 * What remains of confidence when the quote shows no person, place, time or number that was asked for: of 21 such quotes, over
 * nine sets, six answered ("as soon as possible"), and none of twelve without an amount. Such questions are too few to fit.
 */
const typeAbsentShare = 0.2;

/** Answers below this confidence are refused. */
export const confidenceThreshold = coefficients.threshold;

const capital = lazyRegExp(String.raw`\p{Lu}`, "u");
// From the first letter on: looked for from each, the time would grow with the square of a word.
const innerCapital = lazyRegExp(String.raw`^\P{L}*\p{L}.*\p{Lu}|\p{Lu}\P{L}`, "u");

/** True for a word that is written as a name or has a digit. The first word of a question mostly has a capital. */
function isName(text: string, { range, joinedWith }: QuestionTerm): boolean {
  // Two words written together are no word of the question: of "install Rust" the first is no name.
  if (joinedWith !== undefined) return false;
  const written = text.slice(range.start, range.end);
  if (anyNumber().test(written)) return true;
  return (range.start > 0 ? capital() : innerCapital()).test(written);
}

const share = (value: number, of: number): number => (of === 0 ? 0 : Math.min(1, value / of));

/**
 * Whether a "not" in a question matters: in one for yes or no, or after a person, a place, a time, a number or a thing.
 * In "Why does it not start?", "How do I build without tests?", "What if it does not stop?" and "It does not start" it
 * tells of what is wrong or wanted.
 */
function mayDeny(question: Question): boolean {
  const { answerType, words, language } = question;
  if (answerType === undefined) return opensWithVerb(question);
  if (answerType !== "thing") return asksForEvident(question);
  return ![...words].some((word) => language.conditions?.has(word) === true);
}

/** Measures what confidence depends on. @param candidates the units that quotes were chosen from */
export function confidenceFeatures(
  retrieved: RetrievalResult,
  passages: readonly FetchedPassage[],
  quote: QuoteCandidate | undefined,
  candidates: readonly QuoteCandidate[],
): ConfidenceFeatures {
  const { question, terms } = retrieved;
  const all = [...wordWeights(terms)];
  const sum = (words: typeof all): number => words.reduce((total, [, weight]) => total + weight, 0);
  const rarest = (words: typeof all): number => Math.max(0, ...words.map(([, weight]) => weight));
  const total = sum(all);
  const names = new Set(question.terms.filter((term) => isName(question.text, term)).map(({ word }) => word));
  const source = passages[quote?.passage ?? 0];
  const inPassage = new Set(source?.ranked.candidate.matches.map(({ term }) => terms[term]?.word));
  const lack = lackOf(terms);
  const alternatives = alternativesIn(question);
  // `Artikel 5` is held by what stands below `Art. 5`, whether any text has the word or not.
  const labels = new Set(quote?.features.numbered === 1 ? labelWords(question) : []);
  // Of a word that was guessed, what the guess lacks to certainty is absent; of words of which either will do, none when one is held.
  const without = (isHeld: (word: number) => boolean | undefined): typeof all =>
    all.map(([word, weight]) => {
      if (labels.has(word)) return [word, 0];
      const held = [word, ...(alternatives.get(word) ?? [])].filter((one) => isHeld(one) === true);
      return [word, weight * Math.min(1, ...held.map(lack))];
    });
  const shown = quote?.show();
  const absent = without((word) => shown?.matched.has(word));
  const contradiction = shown && contradictionOf(question.words, shown.text, question.language);
  const lacking = total === 0 ? 1 : share(sum(absent), total);
  const {
    focusHeld = 0,
    headingAsked = 0,
    titleAsked = 0,
    declared = 0,
    answerTypeAbsent = 0,
    introducing = 0,
  } = quote?.features ?? {};
  return {
    topic: {
      lacking,
      passageLacking:
        total === 0
          ? 1
          : share(sum(without((word) => shown?.matched.has(word) === true || inPassage.has(word))), total),
      focusHeld,
      nameAbsent: share(rarest(absent.filter(([word]) => names.has(word))), rarest(all)),
      evidence: share((passages[0]?.ranked.wordScore ?? 0) / 1.9, total),
      length: Math.min(1, Math.log1p(all.length) / Math.log1p(20)),
      asked: Math.min(1, Math.max(headingAsked, titleAsked, declared, introducing)),
      negated: Number(mayDeny(question) && (contradiction?.negated ?? false)),
      // What does not start has stopped.
      antonym: Number(contradiction?.antonym === true && !contradiction.negated),
    },
    choice: {
      score: (quote?.score ?? 0) / 10,
      margin: Math.min(1, marginOf(quote, candidates) / 3),
      lacking,
    },
    isTypeAbsent: answerTypeAbsent === 1,
    isDeclared: declared === 1,
    isNotCounted: shown !== undefined && lacksCounted(retrieved, shown, inPassage),
    isAbsent: asksAbsentWord(retrieved),
    isOther: asksUnknownName(retrieved) || (source !== undefined && lacksNumber(retrieved, source)),
  };
}

/** How far a quote scores above the best unit of another passage. */
function marginOf(quote: QuoteCandidate | undefined, candidates: readonly QuoteCandidate[]): number {
  if (quote === undefined) return 0;
  const others = candidates.filter(({ passage }) => passage !== quote.passage).map(({ score }) => score);
  return Math.max(0, quote.score - Math.max(...others, 0));
}

/** A logistic regression: log-odds are the intercept and each feature times its weight. */
interface Coefficients<Features> {
  readonly intercept: number;
  readonly weights: Features;
}

/** The two regressions of confidence. */
export interface ConfidenceModel {
  readonly topic: Coefficients<TopicFeatures>;
  readonly choice: Coefficients<ChoiceFeatures>;
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
 * How likely it is that the first quote answers the question, 0 to 1: that the articles answer it, times, if they do, that
 * the quote is the one that does. A question may fail by either, and what indicates one says little of the other.
 */
export function confidenceOf(features: ConfidenceFeatures, model: ConfidenceModel = coefficients): number {
  const { topic, choice } = features;
  const likely = confidenceFactors(features).reduce(
    (product, { factor }) => product * factor,
    probability(topic, model.topic) * probability(choice, model.choice),
  );
  return Math.max(confidenceFloor(features), likely);
}

/** Confidence is at least this: an answer to a question that the article declares is sure of its topic. */
export const confidenceFloor = ({ isDeclared }: ConfidenceFeatures): number =>
  isDeclared ? declaredConfidence : 0;

/** What confidence is multiplied by besides: what hardly any right answer shows. */
export function confidenceFactors({
  isTypeAbsent,
  isOther,
  isAbsent,
  isNotCounted,
  isDeclared,
}: ConfidenceFeatures): readonly { readonly name: string; readonly factor: number }[] {
  if (isDeclared) return [];
  return [
    ...(isTypeAbsent ? [{ name: "isTypeAbsent", factor: typeAbsentShare }] : []),
    ...(isNotCounted ? [{ name: "isNotCounted", factor: notCountedFactor }] : []),
    ...(isAbsent ? [{ name: "isAbsent", factor: absentWordFactor }] : []),
    ...(isOther ? [{ name: "isOther", factor: unknownNameFactor }] : []),
  ];
}
