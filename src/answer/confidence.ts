import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { coefficients } from "./coefficients.ts";
import type { QuestionTerm } from "./question.ts";
import type { Sentence } from "./quote.ts";
import type { RankedPassage } from "./rank.ts";
import { type Evidence, groupWeights } from "./retrieve.ts";

/** What speaks for and against an answer. Each is 0 to 1. */
export interface ConfidenceFeatures {
  /** Share of the question's idf in the first quote, its title and headings. */
  readonly coverage: number;
  /** BM25 of the first passage as a share of what it could be; repeated words and short passages raise it. */
  readonly strength: number;
  /** Share of the question's words that the first passage lacks, common and rare ones alike. */
  readonly absent: number;
  /** Share of the question's idf that no passage holds. */
  readonly missing: number;
  /**
   * The rarest name or number that the first passage lacks: its idf over that of the question's rarest word. A passage
   * about another person or year answers another question.
   */
  readonly nameAbsent: number;
  /** 1 when the question says no or not and the first quote does not, else 0. */
  readonly negation: number;
  /** Words of the question. Log scale, 1 for twenty. */
  readonly length: number;
}

/** Answers below this confidence are refused: at it, 95 of 100 answerable questions of a small corpus are answered. */
export const confidenceThreshold = coefficients.threshold;

/** A word scores about this many times its idf in the best passage it can be in. */
const highestBm25 = 2;

const name = /\p{Lu}|\p{N}/u;

/** True for a word that is written as a name or has a digit. The first word of a question always has a capital. */
function isName(text: string, { range }: QuestionTerm): boolean {
  const written = text.slice(range.start, range.end);
  return /\p{N}/u.test(written) || (range.start > 0 && name.test(written));
}

/** Whether a text holds a word of negation. */
function isNegated(text: string, { negations, lowerCase }: Language): boolean {
  return words(text).some(
    ({ start, end }) => negations?.has(lower(text.slice(start, end), lowerCase)) === true,
  );
}

const share = (value: number, of: number): number => (of === 0 ? 0 : Math.min(1, value / of));
const logShare = (value: number, full: number): number =>
  Math.min(1, Math.log1p(Math.max(0, value)) / Math.log1p(full));

/** Measures what confidence depends on. */
export function confidenceFeatures(
  evidence: Evidence,
  ranked: readonly RankedPassage[],
  quote: Sentence | undefined,
): ConfidenceFeatures {
  const { question, terms } = evidence;
  const weights = groupWeights(terms);
  const [first] = ranked;
  const inFirst = new Set(first?.candidate.matches.map(({ term }) => terms[term]?.group));
  const inIndex = new Set(
    terms.filter(({ documentFrequency }) => documentFrequency > 0).map(({ group }) => group),
  );
  const names = new Set(
    question.terms.filter((term) => isName(question.text, term)).map(({ group }) => group),
  );
  let total = 0;
  let missing = 0;
  let rarest = 0;
  let absent = 0;
  let nameAbsent = 0;
  for (const [group, weight] of weights) {
    total += weight;
    rarest = Math.max(rarest, weight);
    if (!inIndex.has(group)) missing += weight;
    if (inFirst.has(group)) continue;
    absent++;
    if (names.has(group)) nameAbsent = Math.max(nameAbsent, weight);
  }
  const { language } = question;
  return {
    coverage: quote === undefined ? 0 : Math.min(1, quote.features.coverage + quote.features.context),
    strength: share(first?.features.bm25 ?? 0, highestBm25 * total),
    absent: weights.size === 0 ? 1 : absent / weights.size,
    missing: total === 0 ? 1 : missing / total,
    nameAbsent: share(nameAbsent, rarest),
    negation:
      quote !== undefined && isNegated(question.text, language) && !isNegated(quote.text, language) ? 1 : 0,
    length: logShare(weights.size, 20),
  };
}

interface LogisticCoefficients {
  readonly intercept: number;
  readonly weights: ConfidenceFeatures;
}

/** How likely it is that the first quote answers the question, 0 to 1, by logistic regression. */
export function confidenceOf(features: ConfidenceFeatures): number {
  const { intercept, weights }: LogisticCoefficients = coefficients;
  const names = Object.keys(weights) as (keyof ConfidenceFeatures)[];
  const logOdds = names.reduce((sum, feature) => sum + weights[feature] * features[feature], intercept);
  return 1 / (1 + Math.exp(-logOdds));
}
