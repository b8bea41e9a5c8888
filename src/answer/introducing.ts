import type { StoredPassage } from "../index/store.ts";
import { introducedTerms } from "../text/introduced.ts";
import type { Language } from "../text/language.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { Question } from "./question.ts";

/** Returns a function that tells whether a sentence of a passage says what the very thing is whose meaning is asked. */
export function introducingJudge(
  { named }: Pick<Question, "named">,
  { passage: { start: textStart, section, headings } }: StoredPassage,
  language: Language,
): (sentence: SentenceTokens) => boolean {
  return ({ start, text }) => {
    if (named.length === 0) return false;
    const heading = textStart + start === section ? headings.at(-1) : undefined;
    return introducedTerms(text, language, heading).some((term) => named.includes(term));
  };
}
