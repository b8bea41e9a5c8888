import type { Article, ArticleMetadata, Passage } from "../model/index.ts";
import { analyse, analyseTitle, encodePosition } from "../text/analyser.ts";
import { introducedTerms } from "../text/introduced.ts";
import type { Language } from "../text/language.ts";
import { labelOf } from "../text/number-label.ts";
import { sentences } from "../text/sentences.ts";
import { headingTerms, labelTerm } from "../text/whole-term.ts";
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

/** @param opened titles, headings and declared questions that what follows in the article from this passage on stands below */
function analysePassage(
  passage: Passage,
  article: ArticleMetadata,
  language: Language,
  opened: readonly string[],
): AnalysedPassage {
  const { text } = passage;
  const inText: string[] = [];
  const introducing = new Set<string>();
  const positions = new Map<string, number[]>();
  sentences(text, { start: 0, end: text.length }, language).forEach((range, sentence) => {
    const heading = sentence === 0 && passage.start === passage.section ? passage.headings.at(-1) : undefined;
    const said = introducedTerms(text.slice(range.start, range.end), language, heading);
    for (const term of said) introducing.add(term);
    for (const token of analyse(text, language, range)) {
      inText.push(token.term);
      const position = encodePosition(sentence, token.position);
      const known = positions.get(token.term);
      if (known === undefined) positions.set(token.term, [position]);
      else known.push(position);
    }
  });
  const whole = opened.flatMap((text) => {
    const label = labelOf(text);
    return [...headingTerms(text, language), ...(label === undefined ? [] : [labelTerm(label)])];
  });
  return {
    terms: fieldRecord((field) => {
      if (field.role === "text") return inText;
      const terms = textsOf(field, passage, article).flatMap((text) => titleTerms(text, language));
      return field.name === "headings" ? [...terms, ...new Set(whole), ...introducing] : terms;
    }),
    positions,
  };
}

/** Analyses all passages of an article. */
export function analyseArticle(split: SplitArticle, language: Language): AnalysedArticle {
  const { article, passages } = split;
  const analysed = passages.map((passage, index) => {
    const previous = passages[index - 1];
    const opened =
      previous === undefined
        ? [article.title, ...article.questions, ...passage.headings]
        : openedHeadings(previous, passage);
    return analysePassage(passage, article, language, opened);
  });
  return { ...split, analysed };
}

/** The headings that stand between two passages: a section may begin with another below it. */
function openedHeadings(previous: Passage, { section, start, headings }: Passage): readonly string[] {
  if (section !== start) return [];
  const depth = headings.findIndex((heading, level) => heading !== previous.headings[level]);
  return headings.slice(depth === -1 ? headings.length - 1 : depth);
}
