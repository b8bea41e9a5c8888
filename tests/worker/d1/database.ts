import { applyD1Migrations, env } from "cloudflare:test";
import { type Database, fromBinding } from "../../../src/index/d1/database.ts";

const tables = [
  "versions",
  "writer",
  "articles",
  "article_parts",
  "filters",
  "passages",
  "postings",
  "terms",
  "files",
  "file_parts",
];

/** The test's own D1, with the schema and without a row. */
export async function emptyDatabase(): Promise<Database> {
  await applyD1Migrations(env.CORPUS, env.CORPUS_MIGRATIONS);
  await env.CORPUS.batch([
    ...tables.map((table) => env.CORPUS.prepare(`DELETE FROM ${table}`)),
    env.CORPUS.prepare("INSERT INTO search (search) VALUES ('delete-all')"),
  ]);
  return fromBinding(env.CORPUS);
}
