import type { AnalysedArticle, AnalysedPassage } from "../index/analyse-passage.ts";
import { type FieldDefinition, fieldRecord, fieldTable } from "../index/fields.ts";
import type { Article, Passage } from "../model/index.ts";

/** The terms of some fields, by their names. */
type FieldTerms = Readonly<Partial<Record<string, readonly string[]>>>;

/** The passages and terms of an article as plain data for the build cache, without the text, which the article has. */
export interface AnalysisRecord {
  /** Terms of the fields that are the same for all passages. */
  readonly terms: FieldTerms;
  readonly passages: readonly {
    readonly passage: Omit<Passage, "article" | "text">;
    /** Terms of the other fields but the text, whose positions tell them. */
    readonly terms: FieldTerms;
    readonly positions: readonly (readonly [term: string, positions: readonly number[]])[];
  }[];
}

const definitions: readonly FieldDefinition[] = fieldTable;

function termsOf(analysed: AnalysedPassage | undefined, fields: readonly FieldDefinition[]): FieldTerms {
  const terms: FieldTerms = analysed?.terms ?? {};
  return Object.fromEntries(fields.map(({ name }) => [name, terms[name] ?? []]));
}

/** What the build cache keeps of an analysed article. */
export function toRecord({ passages, analysed }: AnalysedArticle): AnalysisRecord {
  const ofArticle = definitions.filter((field) => field.ofArticle !== undefined);
  const ofPassage = definitions.filter(({ ofPassage, role }) => ofPassage !== undefined && role !== "text");
  return {
    terms: termsOf(analysed[0], ofArticle),
    passages: passages.map(({ article: _article, text: _text, ...passage }, index) => ({
      passage,
      terms: termsOf(analysed[index], ofPassage),
      positions: [...(analysed[index]?.positions ?? [])],
    })),
  };
}

/** The analysed article that `toRecord` made a record of. @param article the same, with its text */
export function fromRecord(article: Article, record: AnalysisRecord): AnalysedArticle {
  return {
    article,
    passages: record.passages.map(({ passage }) => ({
      ...passage,
      article: article.id,
      text: article.text.slice(passage.start, passage.end),
    })),
    analysed: record.passages.map(({ terms, positions }): AnalysedPassage => {
      const text = positions.flatMap(([term, places]) => places.map(() => term));
      return {
        terms: fieldRecord(({ name, role }) =>
          role === "text" ? text : (terms[name] ?? record.terms[name] ?? []),
        ),
        positions: new Map(positions),
      };
    }),
  };
}
