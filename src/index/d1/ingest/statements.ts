/**
 * The SQL of an ingest. Each statement takes one JSON parameter whatever the number of rows: that stays within D1's limit of
 * bound parameters, and the HTTP API, which binds text, yields the same types as a binding.
 */
import { fields } from "../../fields.ts";
import { type Statement, statement } from "../database.ts";

const given = <Row>(sql: string, value: unknown): Statement<Row> => statement(sql, JSON.stringify(value));

/** Makes this ingest the only writer. */
export const claim = (owner: string): Statement<unknown> =>
  given("INSERT OR REPLACE INTO writer (id, owner) SELECT 1, ? ->> '$'", owner);

/** Fails, and rolls the batch back, when another ingest was started since. */
export const guard = (owner: string): Statement<unknown> =>
  given("UPDATE writer SET owner = CASE WHEN owner = ? ->> '$' THEN owner END", owner);

export interface ArticleRow {
  readonly key: number;
  readonly id: string;
  readonly hash: string;
  readonly validFrom: number;
  readonly validTo: number | null;
}

export interface FileRow extends Omit<ArticleRow, "id"> {
  readonly path: string;
}

/** A page of the stored articles, or files, by key. */
export const storedArticles = (after: number, limit: number): Statement<ArticleRow> =>
  given(
    "SELECT key, id, hash, valid_from AS validFrom, valid_to AS validTo FROM articles WHERE key > ?1 ->> 0 ORDER BY key LIMIT ?1 ->> 1",
    [after, limit],
  );
export const storedFiles = (after: number, limit: number): Statement<FileRow> =>
  given(
    "SELECT key, path, hash, valid_from AS validFrom, valid_to AS validTo FROM files WHERE key > ?1 ->> 0 ORDER BY key LIMIT ?1 ->> 1",
    [after, limit],
  );

export interface HighestKeys {
  readonly articles: number;
  readonly passages: number;
  readonly files: number;
}

export const highestKeys: Statement<HighestKeys> = statement(
  `SELECT coalesce((SELECT max(key) FROM articles), -1) AS articles,
     coalesce((SELECT max(doc_id) FROM passages), -1) AS passages,
     coalesce((SELECT max(key) FROM files), -1) AS files`,
);

/** Tables whose rows are valid from one generation to another. */
export type VersionedTable = "articles" | "files";

/** Ends the validity of some articles or files at a generation. */
export const setValidTo = (
  table: VersionedTable,
  generation: number,
  keys: readonly number[],
): Statement<unknown> =>
  given(
    `UPDATE ${table} SET valid_to = ?1 ->> '$[0]' WHERE key IN (SELECT value FROM json_each(?1, '$[1]'))`,
    [generation, keys],
  );

/** Undoes the `setValidTo` of an interrupted ingest. */
export const clearValidTo = (table: VersionedTable): Statement<unknown> =>
  statement(
    `UPDATE ${table} SET valid_to = NULL WHERE valid_to > (SELECT coalesce(max(generation), 0) FROM versions)`,
  );

/** Deletes articles that no reader sees. */
export function deleteArticles(keys: readonly number[]): Statement<unknown>[] {
  const chosen = "IN (SELECT value FROM json_each(?))";
  return [
    given(`DELETE FROM search WHERE rowid IN (SELECT doc_id FROM passages WHERE article ${chosen})`, keys),
    given(
      `DELETE FROM postings WHERE passage IN (SELECT doc_id FROM passages WHERE article ${chosen})`,
      keys,
    ),
    given(`DELETE FROM passages WHERE article ${chosen}`, keys),
    given(`DELETE FROM article_parts WHERE article ${chosen}`, keys),
    given(`DELETE FROM filters WHERE article ${chosen}`, keys),
    given(`DELETE FROM articles WHERE key ${chosen}`, keys),
  ];
}

/** Deletes files that no reader sees. */
export function deleteFiles(keys: readonly number[]): Statement<unknown>[] {
  const chosen = "IN (SELECT value FROM json_each(?))";
  return [
    given(`DELETE FROM file_parts WHERE file ${chosen}`, keys),
    given(`DELETE FROM files WHERE key ${chosen}`, keys),
  ];
}

/** Deletes earlier versions and the term counts that only they need. */
export function deleteVersionsBefore(generation: number): Statement<unknown>[] {
  return [
    given(
      `DELETE FROM terms WHERE (term, generation) IN (
         SELECT older.term, older.generation FROM terms AS newer
         JOIN terms AS older ON older.term = newer.term AND older.generation < newer.generation
         WHERE newer.generation > (SELECT min(generation) FROM versions) AND newer.generation <= ? ->> '$')`,
      generation,
    ),
    given("DELETE FROM versions WHERE generation < ? ->> '$'", generation),
  ];
}

/** The columns of the full-text index. */
const searchColumns = [...fields, "filters"];

/** Inserts per table; a row is a JSON array in the order of the columns named. */
export const inserts = {
  articles: `INSERT INTO articles (key, id, hash, metadata, valid_from)
    SELECT value ->> 0, value ->> 1, value ->> 2, value -> 3, value ->> 4 FROM json_each(?)`,
  article_parts: `INSERT INTO article_parts (article, part, content)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
  filters: "INSERT INTO filters (filter, article) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
  passages: `INSERT INTO passages (doc_id, article, id, passage)
    SELECT value ->> 0, value ->> 1, value ->> 2, value -> 3 FROM json_each(?)`,
  postings: `INSERT INTO postings (passage, article, lengths, occurrences)
    SELECT value ->> 0, value ->> 1, value -> 2, jsonb(value -> 3) FROM json_each(?)`,
  search: `INSERT INTO search (rowid, ${searchColumns.join(", ")})
    SELECT value ->> 0, ${searchColumns.map((_, index) => `value ->> ${index + 1}`).join(", ")} FROM json_each(?)`,
  files: `INSERT INTO files (key, path, hash, valid_from)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
  file_parts: `INSERT INTO file_parts (file, part, content)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
} as const;
export type TableName = keyof typeof inserts;

export interface PostingsRow {
  readonly article: number;
  readonly lengths: string;
  readonly occurrences: string;
}

/** The stored postings of some articles' passages. */
export const postingsOf = (articles: readonly number[]): Statement<PostingsRow> =>
  given(
    `SELECT postings.article, lengths, json(occurrences) AS occurrences
     FROM passages JOIN postings ON postings.passage = passages.doc_id
     WHERE passages.article IN (SELECT value FROM json_each(?))`,
    articles,
  );

/** The filters that some articles pass. */
export const storedFilters = (articles: readonly number[]): Statement<{ article: number; filter: string }> =>
  given("SELECT article, filter FROM filters WHERE article IN (SELECT value FROM json_each(?))", articles);

/** Deletes the counts of an unpublished generation. */
export const deleteTermsAfter = (generation: number): Statement<unknown> =>
  given("DELETE FROM terms WHERE generation > ? ->> '$'", generation);

/** The columns that count passages with a term: all, and per field. */
const countColumns = ["passages", ...fields];

/** Writes the counts of a new generation: those of the previous one plus the differences. */
export const countTerms = (
  generation: number,
  differences: readonly (readonly [term: string, ...counts: number[]])[],
): Statement<unknown> =>
  given(
    `INSERT INTO terms (term, generation, ${countColumns.join(", ")})
     SELECT value ->> 0, ?1 ->> '$[0]', ${countColumns
       .map((column, index) => `coalesce(before.${column}, 0) + (value ->> ${index + 1})`)
       .join(", ")}
     FROM json_each(?1, '$[1]') LEFT JOIN terms AS before ON before.term = value ->> 0
       AND before.generation = (
         SELECT max(generation) FROM terms WHERE term = value ->> 0 AND generation < ?1 ->> '$[0]')`,
    [generation, differences],
  );

/** Publishes a generation. */
export const publish = (generation: number, published: number, version: unknown): Statement<unknown> =>
  given("INSERT INTO versions (generation, published, version) SELECT ?1 ->> 0, ?1 ->> 1, ?1 -> 2", [
    generation,
    published,
    version,
  ]);

/** The generation that was the newest at some time, in milliseconds since 1970; null when there was none. */
export const newestAt = (time: number): Statement<{ generation: number | null }> =>
  given("SELECT max(generation) AS generation FROM versions WHERE published <= ? ->> '$'", time);
