import type { StoredPassage } from "../index/store.ts";
import { introducedTerms } from "../text/introduced.ts";
import type { Language } from "../text/language.ts";
import { introducedTerm } from "../text/whole-term.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { Question } from "./question.ts";

/** Returns a function that tells whether a sentence of a passage says what the very thing is whose meaning is asked. */
export function introducingJudge(
  { whole }: Pick<Question, "whole">,
  { passage: { start: textStart, section, headings } }: StoredPassage,
  language: Language,
): (sentence: SentenceTokens) => boolean {
  const name = whole === undefined ? undefined : introducedTerm(whole);
  return ({ start, text }) => {
    const heading = textStart + start === section ? headings.at(-1) : undefined;
    return name !== undefined && introducedTerms(text, language, heading).includes(name);
  };
}
