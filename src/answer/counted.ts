import { countedTerms } from "./counted-terms.ts";
import type { ShownUnit } from "./judge-unit.ts";
import { lackOf, type RetrievalResult } from "./retrieve.ts";

/** What is left of the confidence in an answer that does not name what the question counts. */
export const notCountedFactor = 0.3;

/**
 * Whether a question counts something and a quote and the passage it is from name nothing of
 * it: any number in them counts other things.
 *
 * @param inPassage numbers of the question's words that the passage contains
 */
export function lacksCounted(
  { question, terms }: RetrievalResult,
  quote: ShownUnit,
  inPassage: ReadonlySet<number | undefined>,
): boolean {
  const counted = countedTerms(question);
  const lack = lackOf(terms);
  return (
    counted.length > 0 &&
    counted.every(({ word }) => lack(word) === 1 || !(quote.matched.has(word) || inPassage.has(word)))
  );
}
