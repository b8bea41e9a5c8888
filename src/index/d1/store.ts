import type { Article, ArticleMetadata, Passage } from "../../model/index.ts";
import type { Filter } from "../../model/request.ts";
import { type FieldStatistics, passageScore, TermScorer } from "../bm25.ts";
import type { Budget } from "../budget.ts";
import { fields } from "../fields.ts";
import { allowedDistance, rankSimilarTerms } from "../similar.ts";
import {
  type Candidate,
  type IndexInfo,
  IndexUnavailableError,
  type PassageStore,
  type PreparedQuery,
  type StoredPassage,
  type TermMatch,
  type WeightedTerm,
} from "../store.ts";
import { type CountedTerm, candidateQuery, filterTerms } from "./candidates.ts";
import type { Database, Results, Statement } from "./database.ts";
import { decodeOccurrence } from "./occurrence.ts";
import { StatementBudget } from "./statement-budget.ts";
import {
  articleList,
  articleParts,
  type CandidateRow,
  candidates,
  docIdsAfter,
  holdsGeneration,
  listLength,
  occurrencesIn,
  occurrencesOf,
  type PassageRow,
  passageById,
  passagesByDocId,
  similarCandidates,
  type TermRow,
  termCounts,
} from "./statements.ts";
import { type CorpusVersion, parseVersion, readVersion, statisticsOf } from "./version.ts";

/** Passages to score exactly per passage wanted: FTS5 preselects by its own BM25. */
const scoredShare = 2;
/** Minimum and maximum number of passages to score. */
const leastScored = 100;
const mostScored = 10_000;

/** Maximum number of terms, the rarest are taken; D1's limit of bound parameters leaves no room for more. */
const mostTerms = 90;

/** One generation of a corpus in D1. */
export class D1Store implements PassageStore {
  readonly info: IndexInfo;
  readonly #database: Database;
  readonly #generation: number;
  readonly #statistics: FieldStatistics;

  constructor(database: Database, generation: number, version: CorpusVersion) {
    this.info = version.info;
    this.#database = database;
    this.#generation = generation;
    this.#statistics = statisticsOf(version);
  }

  budget(): Budget {
    return new StatementBudget();
  }

  async prepare(given: readonly WeightedTerm[], filter: Filter): Promise<PreparedQuery> {
    const terms = [...given];
    const filters = filterTerms(filter);
    const counts = await this.#termCounts([...terms.map(({ term }) => term), ...filters]);
    return {
      get documentFrequencies() {
        return terms.map(({ term }) => counts.get(term)?.passages ?? 0);
      },
      add: async (more) => {
        if (more.length === 0) return;
        for (const [term, row] of await this.#termCounts(more.map(({ term }) => term))) counts.set(term, row);
        terms.push(...more);
      },
      best: (limit) => this.#best(terms, filters, counts, limit),
    };
  }

  async #best(
    terms: readonly WeightedTerm[],
    filters: readonly string[],
    counts: ReadonlyMap<string, TermRow>,
    limit: number,
  ): Promise<readonly Candidate[]> {
    const counted = (term: string): CountedTerm => ({ term, count: counts.get(term)?.passages ?? 0 });
    const total = this.info.passages;
    const query = candidateQuery(
      terms.map(({ term }) => counted(term)),
      filters.map(counted).filter(({ count }) => count < total),
      total,
    );
    if (query === undefined) return [];
    const scored = this.#scored(terms, counts);
    const depth = Math.min(mostScored, scoredShare * Math.max(leastScored, limit));
    const [rows] = await this.#run([
      candidates(
        query,
        scored.map(({ term }) => term),
        this.#generation,
        depth,
      ),
    ]);
    return rows
      .map((row) => score(row, scored))
      .sort((a, b) => b.score - a.score || a.docId - b.docId)
      .slice(0, limit);
  }

  async scores(terms: readonly WeightedTerm[], docIds: readonly number[]): Promise<readonly number[]> {
    const counts = await this.#termCounts(terms.map(({ term }) => term));
    const scored = this.#scored(terms, counts);
    const [rows] = await this.#run([
      occurrencesIn(
        docIds,
        scored.map(({ term }) => term),
      ),
    ]);
    const byDocId = new Map(rows.map((row) => [row.docId, score(row, scored).score]));
    return docIds.map((docId) => byDocId.get(docId) ?? 0);
  }

  async similarTerms(terms: readonly string[]): Promise<readonly (readonly WeightedTerm[])[]> {
    const asked = [...new Set(terms)].filter((term) => allowedDistance(term) > 0);
    if (asked.length === 0) return terms.map(() => []);
    const missing = asked.map((term) => ({ term, distance: allowedDistance(term) }));
    const [rows] = await this.#run([similarCandidates(missing, this.#generation)]);
    const similar = new Map(
      asked.map((asked) => {
        const entries = rows
          .filter((row) => row.asked === asked)
          .map(({ term, passages }) => ({ term, documentFrequency: passages }));
        return [asked, rankSimilarTerms(asked, entries)] as const;
      }),
    );
    return terms.map((term) => similar.get(term) ?? []);
  }

  async docIds(after: number, limit: number): Promise<readonly number[]> {
    const [rows] = await this.#run([docIdsAfter(after, limit, this.#generation)]);
    return rows.map(({ docId }) => docId);
  }

  async passages(docIds: readonly number[]): Promise<readonly StoredPassage[]> {
    if (docIds.length === 0) return [];
    const [rows] = await this.#run([passagesByDocId(docIds, this.#generation)]);
    const byDocId = new Map(rows.map((row) => [row.docId, storedPassage(row)]));
    return docIds.map((docId) => {
      const passage = byDocId.get(docId);
      if (passage === undefined) throw new RangeError(`no passage has the docId ${docId}`);
      return passage;
    });
  }

  async passage(id: string): Promise<StoredPassage | undefined> {
    const [[row]] = await this.#run([passageById(id, this.#generation)]);
    return row && storedPassage(row);
  }

  async article(id: string): Promise<Article | undefined> {
    const [parts] = await this.#run([articleParts(id, this.#generation)]);
    if (parts.length === 0) return undefined;
    return JSON.parse(parts.map(({ content }) => content).join("")) as Article;
  }

  async articles(filter: Filter, offset: number, limit: number) {
    const filters = filterTerms(filter);
    const [rows, counted] = await this.#run([
      articleList(filters, this.#generation, offset, limit),
      ...(filters.length === 0 ? [] : [listLength(filters, this.#generation)]),
    ]);
    return {
      total: counted?.[0]?.articles ?? this.info.articles,
      articles: rows.map(({ metadata }) => JSON.parse(metadata) as ArticleMetadata),
    };
  }

  async #termCounts(terms: readonly string[]): Promise<Map<string, TermRow>> {
    const [rows] = await this.#run([termCounts(terms, this.#generation)]);
    return new Map(rows.map((row) => [row.term, row]));
  }

  /** The terms that the index has, the rarest if there are too many, in the order of the query. */
  #scored(terms: readonly WeightedTerm[], counts: ReadonlyMap<string, TermRow>): QueryTerm[] {
    return terms
      .flatMap(({ term, weight }, number): QueryTerm[] => {
        const row = counts.get(term);
        return row === undefined
          ? []
          : [{ number, term, count: row.passages, scorer: this.#scorer(weight, row) }];
      })
      .sort((a, b) => a.count - b.count)
      .slice(0, mostTerms)
      .sort((a, b) => a.number - b.number);
  }

  #scorer(weight: number, row: TermRow): TermScorer {
    return new TermScorer(
      weight,
      fields.map((field) => row[field]),
      this.#statistics,
    );
  }

  /**
   * Reads, and checks that this store's generation was still stored.
   * @throws IndexUnavailableError when it was deleted, some time after a newer one was published.
   */
  async #run<const Statements extends readonly Statement<unknown>[]>(
    statements: Statements,
  ): Promise<Results<Statements>> {
    const [[generation], ...results] = await this.#database.run([
      holdsGeneration(this.#generation),
      ...statements,
    ]);
    if (generation === undefined) {
      throw new IndexUnavailableError(`generation ${this.#generation} is no longer kept: ask again`);
    }
    return results as unknown as Results<Statements>;
  }
}

/** Opens the published generation; undefined when there is none. @throws IndexUnavailableError as `parseVersion` does */
export async function openPublished(database: Database): Promise<D1Store | undefined> {
  const row = await readVersion(database);
  return row && new D1Store(database, row.generation, parseVersion(row.version));
}

/** A query term with its place in the query. */
interface QueryTerm extends CountedTerm {
  readonly number: number;
  readonly scorer: TermScorer;
}

function score(row: CandidateRow, terms: readonly QueryTerm[]): Candidate {
  const lengths = JSON.parse(row.lengths) as number[];
  const occurrences = occurrencesOf(row);
  const matches = terms.flatMap(({ number, scorer }, index): TermMatch[] => {
    const stored = occurrences[index];
    if (stored === undefined || stored === null) return [];
    const occurrence = decodeOccurrence(stored, lengths);
    const { mask, positions } = occurrence;
    return [{ term: number, score: scorer.score(occurrence), fields: mask, positions }];
  });
  return { docId: row.docId, score: passageScore(matches), matches };
}

function storedPassage({ docId, passage, metadata }: PassageRow): StoredPassage {
  return {
    docId,
    passage: JSON.parse(passage) as Passage,
    article: JSON.parse(metadata) as ArticleMetadata,
  };
}
