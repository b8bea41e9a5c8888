import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { introducedTerms } from "../text/introduced.ts";
import type { Language } from "../text/language.ts";
import { introducedTerm } from "../text/whole-term.ts";
import type { Question } from "./question.ts";

/** Returns a function that tells whether a sentence of a passage says what the very thing is whose meaning is asked. */
export function introducingJudge(
  { whole }: Pick<Question, "whole">,
  { passage: { text, start: textStart, section, headings } }: StoredPassage,
  language: Language,
): (sentence: Range) => boolean {
  const name = whole === undefined ? undefined : introducedTerm(whole);
  return ({ start, end }) => {
    const heading = textStart + start === section ? headings.at(-1) : undefined;
    return name !== undefined && introducedTerms(text.slice(start, end), language, heading).includes(name);
  };
}
