import type { QuoteCandidate } from "./quote-features.ts";
import { lackOf, type RetrievalResult } from "./retrieve.ts";

/** What is left of the confidence in an answer that does not name what the question counts. */
export const notCountedFactor = 0.3;

/**
 * Whether a question counts something, "How many stars does it have?", and a quote and the passage it is from name nothing of
 * it: any number in them counts other things.
 *
 * @param inPassage numbers of the question's words that the passage contains
 */
export function lacksCounted(
  { question, terms }: RetrievalResult,
  quote: QuoteCandidate,
  inPassage: ReadonlySet<number | undefined>,
): boolean {
  const { text, language } = question;
  if (question.answerType !== "quantity" || language.counting === undefined) return false;
  const words = question.terms.filter(({ weight, isPart }) => weight === 1 && isPart !== true);
  const from = words.findIndex(({ range }) => {
    const before = ` ${text.slice(0, range.start).trimEnd().toLowerCase()}`;
    return language.counting?.some((phrase) => before.endsWith(` ${phrase}`));
  });
  const first = words[from];
  if (first === undefined) return false;
  // "free counseling sessions": the words that follow one another.
  const counted = words.slice(from).filter(({ position }, index) => position === first.position + index);
  const lack = lackOf(terms);
  return counted.every(({ word }) => lack(word) === 1 || !(quote.matched.has(word) || inPassage.has(word)));
}
