import type { AnalysedArticle, AnalysedPassage, SplitArticle } from "../../analyse-passage.ts";
import { fields } from "../../fields.ts";
import { filterValues } from "../../filters.ts";
import { withoutText } from "../../without-text.ts";
import { type StoredPostings, storedPostings } from "../occurrence.ts";
import { filterTerm, tokenOf } from "../token.ts";
import type { Rows } from "./batch.ts";

/** UTF-16 units per part of a long text: escaped as JSON in UTF-8, at most half of a row's limit. */
const partLength = 150_000;

/** A passage as it is stored. */
interface IndexedPassage {
  readonly analysed: AnalysedPassage;
  readonly postings: StoredPostings;
}

/** An article as it is stored. */
export interface IndexedArticle extends SplitArticle {
  /** In the order of the passages. */
  readonly indexed: readonly IndexedPassage[];
  /** Its language, tags and id, as terms. */
  readonly filters: readonly string[];
}

/** An article with its postings and the terms of its filters. */
export function indexArticle({ article, passages, analysed }: AnalysedArticle): IndexedArticle {
  return {
    article,
    passages,
    indexed: analysed.map((passage) => ({ analysed: passage, postings: storedPostings(passage) })),
    filters: filterValues(article).map(filterTerm),
  };
}

interface Place {
  /** Key of the article, and of its first passage. */
  readonly article: number;
  readonly firstPassage: number;
  readonly hash: string;
  /** First generation that contains it. */
  readonly validFrom: number;
}

/** All rows of an article. */
export function articleRows({ article, passages, indexed, filters }: IndexedArticle, place: Place): Rows {
  const { article: key, firstPassage, hash, validFrom } = place;
  const tokens = (terms: readonly string[]): string => terms.map(tokenOf).join(" ");
  return {
    source: article.id,
    tables: {
      passages: passages.map((passage, number) => [firstPassage + number, key, passage.id, passage]),
      postings: indexed.map(({ postings: { lengths, occurrences } }, number) => [
        firstPassage + number,
        key,
        lengths,
        Object.fromEntries(Array.from(occurrences, ([term, occurrence]) => [tokenOf(term), occurrence])),
      ]),
      search: indexed.map(({ analysed }, number) => [
        firstPassage + number,
        ...fields.map((field) => tokens(analysed.terms[field])),
        tokens(filters),
      ]),
      article_parts: parts(JSON.stringify(article)).map((content, part) => [key, part, content]),
      filters: filters.map((filter) => [filter, key]),
      articles: [[key, article.id, hash, withoutText(article), validFrom]],
    },
  };
}

/** All rows of a file. */
export function fileRows(
  path: string,
  content: string,
  place: { readonly key: number; readonly hash: string; readonly validFrom: number },
): Rows {
  const { key, hash, validFrom } = place;
  return {
    source: path,
    tables: {
      file_parts: parts(content).map((part, number) => [key, number, part]),
      files: [[key, path, hash, validFrom]],
    },
  };
}

/** Splits a text into parts that fit a row, never inside a surrogate pair. */
function parts(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + partLength);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}
