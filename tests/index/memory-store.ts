import type MiniSearch from "minisearch";
import { type AnalysedPassage, analyseArticle, type SplitArticle } from "../../src/index/analyse-passage.ts";
import type { Budget } from "../../src/index/budget.ts";
import type { IndexedPassage } from "../../src/index/compiled/write/minisearch.ts";
import { fields } from "../../src/index/fields.ts";
import { allowedDistance, rankSimilarTerms } from "../../src/index/similar.ts";
import type {
  Candidate,
  IndexInfo,
  PassageStore,
  PreparedQuery,
  StoredPassage,
  TermMatch,
  WeightedTerm,
} from "../../src/index/store.ts";
import { withoutText } from "../../src/index/without-text.ts";
import type { Article, ArticleMetadata } from "../../src/model/index.ts";
import type { Filter } from "../../src/model/request.ts";
import type { Language } from "../../src/text/language.ts";
import { oracleIndex } from "./oracle-index.ts";

/** Whether an article passes a filter. */
function passes(article: ArticleMetadata, filter: Filter): boolean {
  return (
    (filter.lang === undefined || article.lang === filter.lang) &&
    (filter.tag === undefined || article.tags.includes(filter.tag)) &&
    (filter.article === undefined || article.id === filter.article)
  );
}

interface Entry {
  readonly stored: StoredPassage;
  readonly analysed: AnalysedPassage;
}

/** Plain MiniSearch over a corpus held in memory: the oracle that every engine is compared with. */
export class MemoryStore implements PassageStore {
  readonly info: IndexInfo;
  readonly #index: MiniSearch<IndexedPassage>;
  readonly #articles: readonly SplitArticle[];
  readonly #entries: readonly Entry[];

  /** @param articles ordered by id */
  constructor(info: IndexInfo, articles: readonly SplitArticle[], languageOf: (code: string) => Language) {
    this.info = info;
    this.#articles = articles;
    this.#entries = articles
      .map((split) => analyseArticle(split, languageOf(split.article.lang)))
      .flatMap(({ article, passages, analysed }) =>
        passages.flatMap((passage, index) => {
          const own = analysed[index];
          return own === undefined ? [] : [{ article, passage, analysed: own }];
        }),
      )
      .map(({ article, passage, analysed }, docId) => ({
        stored: { docId, passage, article: withoutText(article) },
        analysed,
      }));
    this.#index = oracleIndex(this.#entries.map(({ analysed }) => analysed));
  }

  budget(): Budget {
    const all = <Wanted>(wanted: readonly Wanted[]): readonly Wanted[] => wanted;
    return { terms: all, missing: all, standIns: all, words: all, passages: all };
  }

  /** The analysis of each passage, in the order of the docIds. */
  get analysed(): AnalysedPassage[] {
    return this.#entries.map(({ analysed }) => analysed);
  }

  async prepare(given: readonly WeightedTerm[], filter: Filter): Promise<PreparedQuery> {
    const terms = [...given];
    const documentFrequency = ({ term }: WeightedTerm) => this.#index.search(term).length;
    return {
      get documentFrequencies() {
        return terms.map(documentFrequency);
      },
      add: async (more) => {
        terms.push(...more);
      },
      best: async (limit) => this.#best(terms, filter, limit),
    };
  }

  #best(terms: readonly WeightedTerm[], filter: Filter, limit: number): Candidate[] {
    const candidates = new Map<number, { score: number; matches: TermMatch[] }>();
    terms.forEach(({ term, weight }, number) => {
      for (const result of this.#index.search(term)) {
        const entry = this.#entries[result.id];
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
          positions: entry.analysed.positions.get(term) ?? [],
        };
        const candidate = candidates.get(result.id);
        if (candidate === undefined) candidates.set(result.id, { score, matches: [match] });
        else {
          candidate.score += score;
          candidate.matches.push(match);
        }
      }
    });
    return [...candidates]
      .map(([docId, candidate]) => ({
        docId,
        ...candidate,
      }))
      .sort((a, b) => b.score - a.score || a.docId - b.docId)
      .slice(0, limit);
  }

  async scores(terms: readonly WeightedTerm[], docIds: readonly number[]): Promise<readonly number[]> {
    const all = this.#best(terms, {}, this.#entries.length);
    const byDocId = new Map(all.map(({ docId, score }) => [docId, score]));
    return docIds.map((docId) => byDocId.get(docId) ?? 0);
  }

  async similarTerms(terms: readonly string[]): Promise<readonly (readonly WeightedTerm[])[]> {
    return terms.map((term) => this.#similarTo(term));
  }

  #similarTo(term: string): readonly WeightedTerm[] {
    const fuzzy = allowedDistance(term);
    if (fuzzy === 0) return [];
    // MiniSearch counts a swap of two letters as two edits, so that one more is let through here and judged below.
    const found = new Map<string, number>();
    for (const result of this.#index.search(term, { fuzzy: fuzzy + 1, maxFuzzy: fuzzy + 1 })) {
      for (const similar of Object.keys(result.match)) found.set(similar, (found.get(similar) ?? 0) + 1);
    }
    return rankSimilarTerms(
      term,
      [...found].map(([similar, documentFrequency]) => ({ term: similar, documentFrequency })),
    );
  }

  async passages(docIds: readonly number[]): Promise<readonly StoredPassage[]> {
    return docIds.map((docId) => {
      const entry = this.#entries[docId];
      if (entry === undefined) throw new RangeError(`no passage has the docId ${docId}`);
      return entry.stored;
    });
  }

  async passage(id: string): Promise<StoredPassage | undefined> {
    return this.#entries.find(({ stored }) => stored.passage.id === id)?.stored;
  }

  async article(id: string): Promise<Article | undefined> {
    return this.#articles.find(({ article }) => article.id === id)?.article;
  }

  async articles(filter: Filter, offset: number, limit: number) {
    const all = this.#articles.map(({ article }) => article).filter((article) => passes(article, filter));
    return { total: all.length, articles: all.slice(offset, offset + limit).map(withoutText) };
  }
}
