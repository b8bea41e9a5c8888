import { groupWeights, type Sentence } from "./quote.ts";
import type { Evidence } from "./retrieve.ts";

/** Answers below this confidence are refused. */
export const confidenceThreshold = 0.5;

/** Log-odds of a right answer: an intercept and a weight for each feature. */
const coefficients = { intercept: -3.2, coverage: 6.4, missing: -2.5 } as const;

/**
 * How likely the best sentence answers the question, 0 to 1, by logistic regression over: the share of the question's idf
 * that the sentence with its headings covers, and the share that occurs nowhere in the index.
 */
export function confidenceOf(evidence: Evidence, best: Sentence | undefined): number {
  if (best === undefined) return 0;
  const weights = groupWeights(evidence.terms);
  const present = new Set(
    evidence.terms.filter((term) => term.documentFrequency > 0).map((term) => term.group),
  );
  let total = 0;
  let absent = 0;
  for (const [group, weight] of weights) {
    total += weight;
    if (!present.has(group)) absent += weight;
  }
  const missing = total === 0 ? 1 : absent / total;
  const logOdds =
    coefficients.intercept + coefficients.coverage * best.coverage + coefficients.missing * missing;
  return 1 / (1 + Math.exp(-logOdds));
}
