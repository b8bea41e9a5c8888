import { asks } from "../text/asks.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { HeadingMatcher, plainHeading } from "./heading-match.ts";
import type { ReadPassage } from "./rerank.ts";
import { type RetrievalResult, wordWeights } from "./retrieve.ts";

/** Share of the question's weight that a related question contains at least: one common word makes none related. */
export const leastShare = 0.25;

/**
 * Questions near one that is refused, nearest first: those that the articles of the passages say they answer, and headings
 * above the passages that ask. Whether they are answered is for the caller to find out.
 */
export function nearQuestions(
  { question, terms }: RetrievalResult,
  passages: readonly ReadPassage[],
  languages: LanguageSet,
): string[] {
  const weights = wordWeights(terms);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const matcher = new HeadingMatcher(terms, weights);
  const asked = plainHeading(question.text);
  const nearness = new Map<string, number>();
  for (const { stored } of passages) {
    const { article, passage } = stored;
    const language = languages.of(article.lang);
    const headings = passage.headings.filter((heading) => asks(heading));
    const title = asks(article.title) ? [article.title] : [];
    for (const text of [...article.questions, ...headings, ...title]) {
      if (nearness.has(text) || plainHeading(text) === asked) continue;
      const { weight, share } = matcher.match(text, language);
      if (weight >= leastShare * total) nearness.set(text, weight * (0.5 + share));
    }
  }
  return [...nearness].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}
