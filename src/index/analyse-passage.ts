import type { Article, ArticleMetadata, Passage } from "../model/index.ts";
import { analyse, analyseTitle, encodePosition } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import { type Field, fieldRecord, textsOf } from "./fields.ts";

/** An article with its passages. */
export interface SplitArticle {
  readonly article: Article;
  /** In order, one or more. */
  readonly passages: readonly Passage[];
}

/** An article with the analysis of its passages. */
export interface AnalysedArticle extends SplitArticle {
  /** The analysis of each passage, in their order. */
  readonly analysed: readonly AnalysedPassage[];
}

/** A term of the text field and its encoded positions, ascending. */
export type TermPositions = ReadonlyMap<string, readonly number[]>;

/** The terms and positions of a passage. */
export interface AnalysedPassage {
  /** The terms of each field in any order, repeated as often as they occur. */
  readonly terms: Readonly<Record<Field, readonly string[]>>;
  /** Positions of each term of the text. */
  readonly positions: TermPositions;
}

const titleTerms = (text: string, language: Language): string[] =>
  analyseTitle(text, language).map((token) => token.term);

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
    terms: fieldRecord((field) => {
      if (field.role === "text") return inText;
      return textsOf(field, passage, article).flatMap((text) => titleTerms(text, language));
    }),
    positions,
  };
}

/** Analyses all passages of an article. */
export function analyseArticle(split: SplitArticle, language: Language): AnalysedArticle {
  const { article, passages } = split;
  return { ...split, analysed: passages.map((passage) => analysePassage(passage, article, language)) };
}
