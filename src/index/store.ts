/**
 * The port between answering and an index. An engine is a `PassageStore`; all of them pass
 * `tests/index/store.contract.ts`, in which plain MiniSearch in memory is the oracle.
 */

import type { Article, ArticleMetadata, IndexIdentity, Passage } from "../model/index.ts";
import type { Filter } from "../model/request.ts";
import type { SynonymTerms } from "../text/synonyms.ts";
import type { Budget } from "./budget.ts";

/**
 * BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). A passage is short, so
 * that a word repeated in it says little more than one that occurs: `k` is at the low end of the usual range.
 * MiniSearch's `d` is the lower bound of BM25+ and is left out: it favours long lists of matched terms.
 */
export const bm25 = { k: 0.9, b: 0.75, d: 0 } as const;

/** A term to look for and how much its score counts, 1 for a word of the question itself. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** How one query term occurs in one passage. */
export interface TermMatch {
  /** Index of the term in the query. */
  readonly term: number;
  /** BM25 score of the term in this passage over all fields, weights included. */
  readonly score: number;
  /** Bit `1 << i` is set when `fields[i]` contains the term. */
  readonly fields: number;
  /** Positions in the text field, ascending; see `encodePosition` in text/analyser.ts. */
  readonly positions: readonly number[];
}

/** A passage that contains at least one of the terms. */
export interface Candidate {
  /** The engine's own number for the passage, to fetch it with; a document id as Lucene has it. */
  readonly docId: number;
  /** Sum of the matches' scores. */
  readonly score: number;
  readonly matches: readonly TermMatch[];
}

/** A search whose terms were looked up and whose passages were not yet scored. */
export interface PreparedQuery {
  /** For each term in the order it was asked for: in how many passages, before filters, it occurs. */
  readonly documentFrequencies: readonly number[];
  /** Searches for these terms as well; matches count them behind the others. Terms are distinct from all before. */
  add(terms: readonly WeightedTerm[]): Promise<void>;
  /** The `limit` passages with the highest BM25 score, highest first, of equal ones the lowest docId first. */
  best(limit: number): Promise<readonly Candidate[]>;
}

/** A passage with what is said of its article, ready to be cited. */
export interface StoredPassage {
  readonly docId: number;
  readonly passage: Passage;
  readonly article: ArticleMetadata;
}

/** What an engine knows of a passage before it is read. */
export interface PassageHint {
  /** It does not start before this offset in its article's text. */
  readonly leastStart: number;
  /** Whether it stands before the first heading of its article. */
  readonly opens: boolean;
  /** False when no other passage says the same, as `answer/repetitions.ts` has it. */
  readonly mayRepeat: boolean;
  /** When its article was last changed, in milliseconds; undefined without a date. See `timeOf`. */
  readonly time: number | undefined;
}

/** What an engine knows about its index without reading any of it. */
export interface IndexInfo extends IndexIdentity {
  readonly title: string;
  /** Where the pages live, without a trailing slash; empty when links are to be relative. */
  readonly baseUrl: string;
  /** Languages of the articles, most frequent first. */
  readonly languages: readonly string[];
  /** The synonyms of each of these languages, by its code, with those of corpus.yaml. */
  readonly synonyms: Readonly<Record<string, SynonymTerms>>;
}

/** Thrown when an index cannot be trusted or read. `message` says which file and what to do; it is safe to log, not to show. */
export class IndexUnavailableError extends Error {
  override name = "IndexUnavailableError";
}

/** The port: what answering needs of an index. Both engines implement it. */
export interface PassageStore {
  readonly info: IndexInfo;
  /** What one question may read, among the passages that pass a filter, to show so many. */
  budget(filter: Filter, shown: number): Budget;
  /** Begins a search among the passages that pass a filter. Terms are distinct and already analysed. */
  prepare(terms: readonly WeightedTerm[], filter: Filter): Promise<PreparedQuery>;
  /** BM25 scores of the passages with these docIds, in this order. Terms are distinct and already analysed, docIds distinct. */
  scores(terms: readonly WeightedTerm[], docIds: readonly number[]): Promise<readonly number[]>;
  /** For each of some terms that the index lacks those of its terms that could be meant by it, a few typing mistakes away. */
  similarTerms(terms: readonly string[]): Promise<readonly (readonly WeightedTerm[])[]>;
  /**
   * What is known of the passages with these docIds, in this order, so that no more of them are read than matter. Absent where
   * reading many passages costs no more than reading a few.
   */
  hints?(docIds: readonly number[]): readonly PassageHint[];
  /**
   * The docIds of the passages after this one, ascending, `limit` of them: for who reads all. Absent where passages are numbered
   * from 0 without gaps.
   */
  docIds?(after: number, limit: number): Promise<readonly number[]>;
  /** The passages with these docIds, in this order. */
  passages(docIds: readonly number[]): Promise<readonly StoredPassage[]>;
  /** The passage with this id, or undefined. */
  passage(id: string): Promise<StoredPassage | undefined>;
  /** The article with this id, or undefined. */
  article(id: string): Promise<Article | undefined>;
  /** Metadata of `limit` articles from number `offset` on, ordered by id, and how many there are in all. */
  articles(
    filter: Filter,
    offset: number,
    limit: number,
  ): Promise<{ total: number; articles: readonly ArticleMetadata[] }>;
}
