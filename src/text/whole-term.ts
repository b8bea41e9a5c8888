import { analyseTitle, type Token } from "./analyser.ts";
import type { Language } from "./language.ts";
import { withoutLabel } from "./number-label.ts";

/** Prefix of the words of a whole title or heading, so that no word equals it. */
const wholeMark = "#";
/** Stands between them. */
const joiner = "_";
/** Letters from which on further words are left out: the first ones tell it from others. */
const enough = 40;

/** Whether a term is a whole title or heading, or its number, rather than a word. */
export const isWholeTerm = (term: string): boolean => term.startsWith(wholeMark);

/**
 * The term of a whole title, heading or question: its content words as they are indexed, in the order of the alphabet. The same
 * for "Creating a blog post" and "How do I create a blog post?", for "Die Haustür öffnen" and "Wie öffne ich die Haustür?", so that
 * a heading is found in one look-up however common its words are.
 *
 * @param tokens as `analyseTitle` returns them
 * @returns undefined when it has no content word
 */
export function wholeTerm(tokens: readonly Token[]): string | undefined {
  const words = new Set(tokens.filter(({ weight }) => weight === 1).map(({ term }) => term));
  let whole = "";
  for (const word of [...words].sort()) {
    whole += `${whole === "" ? wholeMark : joiner}${word}`;
    if (whole.length > enough) break;
  }
  return whole === "" ? undefined : whole;
}

/** The terms by which a title or heading is found as a whole: with the number that says where it stands, and by what it is about. */
export const headingTerms = (heading: string, language: Language): string[] =>
  [...new Set([heading, withoutLabel(heading)])].flatMap(
    (text) => wholeTerm(analyseTitle(text, language)) ?? [],
  );

/** Content words of what a question asks the meaning of, at most: more of them ask for something about it. */
export const longestDefined = 3;

/** Stands after what a sentence says what it is of. */
const introducedMark = "=";

/** The term of what a passage says that it is: `#tokio=` where it says "Tokio is a runtime". @param whole of its name */
export const introducedTerm = (whole: string): string => `${whole}${introducedMark}`;

/** Stands after a short form that a sentence spells out. */
const expandedMark = "&";

/** The term of a short form that a passage spells out: `#acme&`. @param whole of the short form */
export const expandedTerm = (whole: string): string => `${whole}${expandedMark}`;

/** The term of a number that a heading begins with, `§ 433` or `2.4.1`, by which it is found whatever else it says. */
export const labelTerm = (label: string): string => `${wholeMark}${label.replaceAll(" ", joiner)}`;
