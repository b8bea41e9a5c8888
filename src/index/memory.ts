import type MiniSearch from "minisearch";
import type { Article, ArticleMetadata } from "../model.ts";
import type { Language } from "../text/language.ts";
import { type TermPositions, termPositions } from "./fields.ts";
import type { IndexedPassage, SplitArticle } from "./minisearch.ts";
import { allowedDistance, rankSimilarTerms } from "./similar.ts";
import {
  type Candidate,
  type Filter,
  fields,
  type IndexInfo,
  type PassageStore,
  type SearchResult,
  type StoredPassage,
  type TermMatch,
  type WeightedTerm,
} from "./store.ts";

/** An article's metadata alone, without its text. */
export function metadataOf({ text: _text, blocks: _blocks, ...metadata }: Article): ArticleMetadata {
  return metadata;
}

/** Whether an article passes a filter. */
export function passes(article: ArticleMetadata, filter: Filter): boolean {
  return (
    (filter.lang === undefined || article.lang === filter.lang) &&
    (filter.tag === undefined || article.tags.includes(filter.tag)) &&
    (filter.article === undefined || article.id === filter.article)
  );
}

/** Plain MiniSearch over a corpus held in memory: the reference that every other engine is compared with. */
export class MemoryStore implements PassageStore {
  readonly info: IndexInfo;
  readonly #index: MiniSearch<IndexedPassage>;
  readonly #articles: readonly SplitArticle[];
  readonly #languageOf: (code: string) => Language;
  readonly #passages: { readonly stored: StoredPassage; readonly articleNumber: number }[] = [];
  readonly #keys = new Map<string, number>();
  readonly #positions = new Map<number, TermPositions>();

  constructor(
    info: IndexInfo,
    articles: readonly SplitArticle[],
    index: MiniSearch<IndexedPassage>,
    languageOf: (code: string) => Language,
  ) {
    this.info = info;
    this.#index = index;
    this.#articles = articles;
    this.#languageOf = languageOf;
    articles.forEach(({ article, passages }, articleNumber) => {
      const metadata = metadataOf(article);
      for (const passage of passages) {
        const key = this.#passages.length;
        this.#passages.push({ stored: { key, passage, article: metadata }, articleNumber });
        this.#keys.set(passage.id, key);
      }
    });
  }

  async search(terms: readonly WeightedTerm[], filter: Filter, limit: number): Promise<SearchResult> {
    const candidates = new Map<number, { score: number; matches: TermMatch[] }>();
    const documentFrequencies = terms.map(({ term, weight }, number) => {
      const results = this.#index.search(term);
      for (const result of results) {
        const entry = this.#passages[result.id];
        if (entry === undefined || !passes(entry.stored.article, filter)) continue;
        // MiniSearch multiplies by the number of matched query terms, which is 1 in a search for one term.
        const score = result.score * weight;
        const matched = result.match[term] ?? [];
        const match: TermMatch = {
          term: number,
          score,
          fields: fields.reduce(
            (bits, field, bit) => (matched.includes(field) ? bits | (1 << bit) : bits),
            0,
          ),
          positions: this.#positionsOf(result.id).get(term) ?? [],
        };
        const candidate = candidates.get(result.id);
        if (candidate === undefined) candidates.set(result.id, { score, matches: [match] });
        else {
          candidate.score += score;
          candidate.matches.push(match);
        }
      }
      return results.length;
    });
    const ranked: Candidate[] = [...candidates]
      .map(([key, candidate]) => ({ key, article: this.#passages[key]?.articleNumber ?? 0, ...candidate }))
      .sort((a, b) => b.score - a.score || a.key - b.key)
      .slice(0, limit);
    return { candidates: ranked, documentFrequencies };
  }

  async similarTerms(term: string): Promise<readonly WeightedTerm[]> {
    const fuzzy = allowedDistance(term);
    if (fuzzy === 0) return [];
    // MiniSearch counts a swap of two letters as two edits, so that one more is let through here and judged below.
    const found = new Map<string, number>();
    for (const result of this.#index.search(term, { fuzzy: fuzzy + 1, maxFuzzy: fuzzy + 1 })) {
      for (const similar of result.terms) found.set(similar, (found.get(similar) ?? 0) + 1);
    }
    return rankSimilarTerms(
      term,
      [...found].map(([similar, documentFrequency]) => ({ term: similar, documentFrequency })),
    );
  }

  async passages(keys: readonly number[]): Promise<readonly StoredPassage[]> {
    return keys.map((key) => {
      const entry = this.#passages[key];
      if (entry === undefined) throw new RangeError(`no passage has the key ${key}`);
      return entry.stored;
    });
  }

  async passage(id: string): Promise<StoredPassage | undefined> {
    const key = this.#keys.get(id);
    return key === undefined ? undefined : this.#passages[key]?.stored;
  }

  async article(id: string): Promise<Article | undefined> {
    return this.#articles.find(({ article }) => article.id === id)?.article;
  }

  async articles(filter: Filter, offset: number, limit: number) {
    const all = this.#articles.map(({ article }) => article).filter((article) => passes(article, filter));
    return { total: all.length, articles: all.slice(offset, offset + limit).map(metadataOf) };
  }

  #positionsOf(key: number): TermPositions {
    let positions = this.#positions.get(key);
    const stored = this.#passages[key]?.stored;
    if (positions === undefined && stored !== undefined) {
      positions = termPositions(stored.passage.text, this.#languageOf(stored.article.lang));
      this.#positions.set(key, positions);
    }
    return positions ?? new Map();
  }
}
