import type { ArticleMetadata, Passage } from "../model.ts";
import { analyse, encodePosition } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import type { Field } from "./store.ts";

/** A term of the text field and its encoded positions, ascending. */
export type TermPositions = ReadonlyMap<string, readonly number[]>;

/** What is indexed of a passage. */
export interface AnalysedPassage {
  /** The terms of each field, repeated as often as they occur. */
  readonly terms: Readonly<Record<Field, readonly string[]>>;
  /** Where each term of the text stands. */
  readonly positions: TermPositions;
}

const terms = (text: string, language: Language): string[] =>
  analyse(text, language).map((token) => token.term);

/** Analyses all fields of a passage. */
export function analysePassage(
  passage: Passage,
  article: ArticleMetadata,
  language: Language,
): AnalysedPassage {
  const { text } = passage;
  const inText: string[] = [];
  const positions = new Map<string, number[]>();
  sentences(text, { start: 0, end: text.length }, language).forEach((range, sentence) => {
    for (const token of analyse(text, language, range)) {
      inText.push(token.term);
      const position = encodePosition(sentence, token.position);
      const known = positions.get(token.term);
      if (known === undefined) positions.set(token.term, [position]);
      else known.push(position);
    }
  });
  return {
    terms: {
      title: terms(article.title, language),
      headings: passage.headings.flatMap((heading) => terms(heading, language)),
      questions: article.questions.flatMap((question) => terms(question, language)),
      text: inText,
    },
    positions,
  };
}
