import type { Collection } from "../corpus/collection.ts";
import { ingest } from "../index/d1/ingest/ingest.ts";
import { D1Store } from "../index/d1/store.ts";
import { parseVersion, readVersion } from "../index/d1/version.ts";
import { IndexUnavailableError } from "../index/store.ts";
import type { Article } from "../model.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { prepareArticles } from "./compile-corpus.ts";
import { languagesOf } from "./languages.ts";
import { sqliteDatabase } from "./sqlite-database.ts";

/** Stores articles as an ingest does, in a database in memory. */
export async function storeInMemory(
  { title, baseUrl, synonyms }: Collection,
  articles: readonly Article[],
): Promise<{ store: D1Store; languages: LanguageSet }> {
  const languages = await languagesOf(articles);
  const database = sqliteDatabase();
  await ingest({
    database,
    owner: "memory",
    now: 0,
    about: { title, baseUrl, synonyms, languages: languages.codes },
    articles: prepareArticles(articles, languages, title),
    files: [],
  });
  const row = await readVersion(database);
  if (row === undefined) throw new IndexUnavailableError("the ingest into memory published nothing");
  return {
    store: new D1Store(database, row.generation, parseVersion(row.version)),
    languages: languages.set,
  };
}
