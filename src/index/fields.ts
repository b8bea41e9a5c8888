import type { ArticleMetadata, Passage } from "../model.ts";
import { analyse, encodePosition } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import type { Field } from "./store.ts";

/** A term of the text field and its encoded positions, ascending. */
export type TermPositions = ReadonlyMap<string, readonly number[]>;

const terms = (text: string, language: Language): string[] =>
  analyse(text, language).map((token) => token.term);

/** The terms of a passage's text, sentence by sentence, in order. */
function textTokens(text: string, language: Language): { term: string; position: number }[] {
  return sentences(text, { start: 0, end: text.length }, language).flatMap((range, sentence) =>
    analyse(text, language, range).map((token) => ({
      term: token.term,
      position: encodePosition(sentence, token.position),
    })),
  );
}

/** What is indexed of a passage: the terms of each field, repeated as often as they occur. */
export function passageTerms(
  passage: Passage,
  article: ArticleMetadata,
  language: Language,
): Record<Field, string[]> {
  return {
    title: terms(article.title, language),
    headings: passage.headings.flatMap((heading) => terms(heading, language)),
    questions: article.questions.flatMap((question) => terms(question, language)),
    text: textTokens(passage.text, language).map((token) => token.term),
  };
}

/** Where each term of a passage's text stands. */
export function termPositions(text: string, language: Language): TermPositions {
  const positions = new Map<string, number[]>();
  for (const { term, position } of textTokens(text, language)) {
    const known = positions.get(term);
    if (known === undefined) positions.set(term, [position]);
    else known.push(position);
  }
  return positions;
}
