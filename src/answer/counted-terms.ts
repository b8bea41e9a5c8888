import { memoizeByObject } from "../shared/memoize.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { Question, QuestionTerm } from "./question.ts";

/** The words that a question counts, "How many free seats does it have?", that follow one another; none when it counts nothing. */
export const countedTerms = memoizeByObject((question: Question): readonly QuestionTerm[] => {
  const { text, language, answerType, terms } = question;
  if (answerType !== "quantity" || language.counting === undefined) return [];
  const words = terms.filter(({ weight, isPart }) => weight === 1 && isPart !== true);
  const from = words.findIndex(({ range }) => {
    const before = ` ${text.slice(0, range.start).trimEnd().toLowerCase()}`;
    return language.counting?.some((phrase) => before.endsWith(` ${phrase}`));
  });
  const first = words[from];
  if (first === undefined) return [];
  return words.slice(from).filter(({ position }, index) => position === first.position + index);
});

/** Words, at most, that stand between a number and what it counts: "5 of the free seats". */
const countReach = 3;

/**
 * Makes a function that tells whether a sentence has a number right before what a question counts. Any other number in it
 * may count other things.
 *
 * @param isAmount whether a piece of text has a number, in digits or words
 */
export function countJudge(
  question: Question,
  isAmount: (text: string) => boolean,
): ((sentence: SentenceTokens) => boolean) | undefined {
  const counted = new Set(countedTerms(question).map(({ term }) => term));
  if (counted.size === 0) return undefined;
  return ({ start, text, tokens }) =>
    tokens.some((token) => {
      if (!counted.has(token.term)) return false;
      const before = text
        .slice(0, token.start - start)
        .split(/\s+/u)
        .slice(-countReach - 1);
      return isAmount(` ${before.join(" ")}`);
    });
}
