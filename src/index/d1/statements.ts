/** The SQL of readers. Every statement reads one generation. */
import { type Field, fields, fieldWeights } from "../fields.ts";
import type { CandidateQuery } from "./candidates.ts";
import { chunked } from "./chunks.ts";
import { type Statement, statement } from "./database.ts";
import type { StoredOccurrence } from "./occurrence.ts";
import { tokenOf } from "./token.ts";

/** D1's limit of arguments of an SQL function. */
const maximumArguments = 32;

/** Condition for articles or files of a generation, which is bound twice. */
const valid = "valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)";

/** Whether a generation is still stored. */
export function holdsGeneration(generation: number): Statement<{ generation: number }> {
  return statement("SELECT generation FROM versions WHERE generation = ?", generation);
}

/** In how many passages a term occurs: anywhere, and in each field. */
export type TermRow = { readonly term: string; readonly passages: number } & Readonly<Record<Field, number>>;

/** Document frequencies of terms; no row for a term that does not occur. */
export function termCounts(terms: readonly string[], generation: number): Statement<TermRow> {
  // SQLite takes the other columns from the row of the highest generation.
  return statement(
    `SELECT term, max(generation) AS generation, passages, ${fields.join(", ")}
     FROM terms WHERE term IN (SELECT value FROM json_each(?)) AND generation <= ?
     GROUP BY term HAVING passages > 0`,
    JSON.stringify(terms),
    generation,
  );
}

/** A term that an index lacks, with how many typing mistakes it may have. */
export interface MissingTerm {
  readonly term: string;
  readonly distance: number;
}

/** For each of some terms that the index lacks, terms with its first character and about its length. */
export function similarCandidates(
  missing: readonly MissingTerm[],
  generation: number,
): Statement<{ asked: string; term: string; passages: number }> {
  const ranges = missing.map(({ term, distance }) => {
    const first = String.fromCodePoint(term.codePointAt(0) ?? 0);
    const length = Array.from(term).length;
    return [term, first, `${first}\u{10ffff}`, length - distance, length + distance];
  });
  // For each of them SQLite reads the range of the terms that begin like it.
  return statement(
    `SELECT value ->> 0 AS asked, term, max(generation) AS generation, passages
     FROM json_each(?) CROSS JOIN terms
     WHERE term >= value ->> 1 AND term < value ->> 2 AND length(term) BETWEEN value ->> 3 AND value ->> 4
       AND instr(term, ' ') = 0 AND generation <= ?
     GROUP BY asked, term HAVING passages > 0`,
    JSON.stringify(ranges),
    generation,
  );
}

/** A passage that may be among the best. */
export interface CandidateRow {
  readonly docId: number;
  /** JSON: how many distinct terms each field has. */
  readonly lengths: string;
  /** JSON: arrays that together have, for each term asked for, its `StoredOccurrence` or null. */
  readonly occurrences: string;
}

/** The columns of a `CandidateRow`, and what has to be bound for them. */
function candidateColumns(terms: readonly string[]): { readonly columns: string; readonly bound: string[] } {
  const chunks = chunked(
    terms.map((term) => `$.${tokenOf(term)}`),
    maximumArguments - 2,
  );
  // A path that leads nowhere is first: for a single path SQLite would give its value in place of an array.
  const extracted = chunks.map(
    (chunk) => `json_extract(postings.occurrences, '$._'${", ?".repeat(chunk.length)})`,
  );
  return {
    columns: `passage AS docId, lengths, json_array(${extracted.join(", ")}) AS occurrences`,
    bound: chunks.flat(),
  };
}

/** BM25 by the weights of the fields; the column of filters, which is last, counts nothing. */
const rankFunction = `bm25(${[...fieldWeights, 0].join(", ")})`;

/** The passages that FTS5 ranks first for a query, with the terms' occurrences. */
export function candidates(
  { match, share }: CandidateQuery,
  terms: readonly string[],
  generation: number,
  limit: number,
): Statement<CandidateRow> {
  const { columns, bound } = candidateColumns(terms);
  const newest =
    share < 1 ? "AND search.rowid > (SELECT CAST(? * max(doc_id) AS INTEGER) FROM passages)" : "";
  // FTS5 is the outer loop, so that rows come in its order and no more are read than the limit says.
  return statement(
    `SELECT ${columns}
     FROM search CROSS JOIN postings ON postings.passage = search.rowid
       CROSS JOIN articles ON articles.key = postings.article
     WHERE search MATCH ? AND rank MATCH '${rankFunction}' ${newest} AND ${valid}
     ORDER BY search.rank LIMIT ?`,
    ...bound,
    match,
    ...(share < 1 ? [1 - share] : []),
    generation,
    generation,
    limit,
  );
}

/** Occurrences of the terms in the passages with these docIds. */
export function occurrencesIn(docIds: readonly number[], terms: readonly string[]): Statement<CandidateRow> {
  const { columns, bound } = candidateColumns(terms);
  return statement(
    `SELECT ${columns} FROM postings WHERE passage IN (SELECT value FROM json_each(?))`,
    ...bound,
    JSON.stringify(docIds),
  );
}

/** Occurrences in a `CandidateRow`, one per term asked for. */
export function occurrencesOf({ occurrences }: CandidateRow): (StoredOccurrence | null)[] {
  const chunks = JSON.parse(occurrences) as [null, ...(StoredOccurrence | null)[]][];
  return chunks.flatMap(([_, ...found]) => found);
}

/** A passage as it is stored. */
export interface PassageRow {
  readonly docId: number;
  /** JSON of the passage, and of its article's metadata. */
  readonly passage: string;
  readonly metadata: string;
}

const passageRows = `SELECT passages.doc_id AS docId, passage, metadata
  FROM passages JOIN articles ON articles.key = passages.article`;

/** The passages with these docIds, in no order. */
export function passagesByDocId(docIds: readonly number[], generation: number): Statement<PassageRow> {
  return statement(
    `${passageRows} WHERE passages.doc_id IN (SELECT value FROM json_each(?)) AND ${valid}`,
    JSON.stringify(docIds),
    generation,
    generation,
  );
}

/** The docIds of the passages after one, in order. */
export function docIdsAfter(after: number, limit: number, generation: number): Statement<{ docId: number }> {
  return statement(
    `SELECT doc_id AS docId FROM passages JOIN articles ON articles.key = passages.article
     WHERE doc_id > ? AND ${valid} ORDER BY doc_id LIMIT ?`,
    after,
    generation,
    generation,
    limit,
  );
}

/** The passage with this id, or no row. */
export function passageById(id: string, generation: number): Statement<PassageRow> {
  return statement(`${passageRows} WHERE passages.id = ? AND ${valid}`, id, generation, generation);
}

/** The parts of an article's JSON, in order. */
export function articleParts(id: string, generation: number): Statement<{ content: string }> {
  return statement(
    `SELECT content FROM articles JOIN article_parts ON article_parts.article = articles.key
     WHERE articles.id = ? AND ${valid} ORDER BY part`,
    id,
    generation,
    generation,
  );
}

/** Articles that pass all filters. */
function passing(filters: readonly string[]): string {
  return `FROM articles WHERE ${valid}${" AND key IN (SELECT article FROM filters WHERE filter = ?)".repeat(filters.length)}`;
}

/** Metadata of articles, ordered by id. */
export function articleList(
  filters: readonly string[],
  generation: number,
  offset: number,
  limit: number,
): Statement<{ metadata: string }> {
  return statement(
    `SELECT metadata ${passing(filters)} ORDER BY id LIMIT ? OFFSET ?`,
    generation,
    generation,
    ...filters,
    limit,
    offset,
  );
}

/** How many articles pass all filters. */
export function listLength(filters: readonly string[], generation: number): Statement<{ articles: number }> {
  return statement(`SELECT count(*) AS articles ${passing(filters)}`, generation, generation, ...filters);
}

/**
 * The parts of a file of the published generation, in order, with its hash.
 *
 * @param knownHash of a file that the caller has already: its parts are returned empty
 */
export function fileParts(path: string, knownHash: string): Statement<{ hash: string; content: string }> {
  return statement(
    `WITH published AS (SELECT max(generation) AS generation FROM versions)
     SELECT hash, iif(hash = ?, '', content) AS content
     FROM published JOIN files ON path = ? AND valid_from <= generation AND (valid_to IS NULL OR valid_to > generation)
       JOIN file_parts ON file_parts.file = files.key
     ORDER BY part`,
    knownHash,
    path,
  );
}
