import type { AnalysedArticle, AnalysedPassage } from "../index/analyse-passage.ts";
import type { Article, Passage } from "../model/index.ts";

/** The passages and terms of an article as plain data for the build cache, without the text, which the article has. */
export interface AnalysisRecord {
  readonly title: readonly string[];
  readonly questions: readonly string[];
  readonly passages: readonly {
    readonly passage: Omit<Passage, "article" | "text">;
    readonly headings: readonly string[];
    readonly positions: readonly (readonly [term: string, positions: readonly number[]])[];
  }[];
}

export function toRecord({ passages, analysed }: AnalysedArticle): AnalysisRecord {
  return {
    title: analysed[0]?.terms.title ?? [],
    questions: analysed[0]?.terms.questions ?? [],
    passages: passages.map(({ article: _article, text: _text, ...passage }, index) => ({
      passage,
      headings: analysed[index]?.terms.headings ?? [],
      positions: [...(analysed[index]?.positions ?? [])],
    })),
  };
}

export function fromRecord(article: Article, record: AnalysisRecord): AnalysedArticle {
  const { title, questions } = record;
  return {
    article,
    passages: record.passages.map(({ passage }) => ({
      ...passage,
      article: article.id,
      text: article.text.slice(passage.start, passage.end),
    })),
    analysed: record.passages.map(({ headings, positions }): AnalysedPassage => {
      const text = positions.flatMap(([term, places]) => places.map(() => term));
      return { terms: { title, headings, questions, text }, positions: new Map(positions) };
    }),
  };
}
