import MiniSearch, { type Options } from "minisearch";
import type { Article, Passage } from "../model.ts";
import type { Language } from "../text/language.ts";
import { passageTerms } from "./fields.ts";
import { bm25, type Field, fields, fieldWeights } from "./store.ts";

/** A passage as MiniSearch sees it: its number, and the analysed terms of each field separated by spaces. */
export type IndexedPassage = { readonly id: number } & Readonly<Partial<Record<Field, string>>>;

/** An article with its passages, as they are indexed. */
export interface SplitArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
}

const split = (terms: string): string[] => terms.split(" ");
const same = (term: string): string => term;

/** Text is analysed before MiniSearch sees it, so that every engine shares one analyser. */
export const miniSearchOptions: Options<IndexedPassage> = {
  fields: [...fields],
  tokenize: split,
  processTerm: same,
  autoVacuum: false,
  searchOptions: { boost: { ...fieldWeights }, bm25, combineWith: "OR", prefix: false, fuzzy: false },
};

/** Indexes all passages; their numbers count from 0 through the articles in order. */
export function indexPassages(
  articles: Iterable<SplitArticle>,
  languageOf: (code: string) => Language,
): MiniSearch<IndexedPassage> {
  const index = new MiniSearch<IndexedPassage>(miniSearchOptions);
  let id = 0;
  for (const { article, passages } of articles) {
    for (const passage of passages) {
      const terms = passageTerms(passage, article, languageOf(article.lang));
      const document: Record<string, string | number> = { id: id++ };
      // An empty field is left out: MiniSearch would count it as one empty term.
      for (const field of fields) if (terms[field].length > 0) document[field] = terms[field].join(" ");
      index.add(document as IndexedPassage);
    }
  }
  return index;
}
