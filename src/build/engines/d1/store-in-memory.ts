import type { Collection } from "../../../corpus/collection.ts";
import { ingest } from "../../../index/d1/ingest/ingest.ts";
import { type D1Store, openPublished } from "../../../index/d1/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import type { Article } from "../../../model/index.ts";
import type { LanguageSet } from "../../../text/language-set.ts";
import { describeCorpus } from "../../describe-corpus.ts";
import { prepareArticles } from "../../index-article.ts";
import { languagesOf } from "../../languages.ts";
import { sqliteDatabase } from "./sqlite-database.ts";

/** Ingests articles into an in-memory database. */
export async function storeInMemory(
  collection: Collection,
  articles: readonly Article[],
): Promise<{ store: D1Store; languages: LanguageSet }> {
  const languages = await languagesOf(articles);
  const database = sqliteDatabase();
  await ingest({
    database,
    owner: "memory",
    now: 0,
    about: describeCorpus(collection, languages),
    articles: prepareArticles(articles, languages, collection),
    files: [],
  });
  const store = await openPublished(database);
  if (store === undefined) throw new IndexUnavailableError("the ingest into memory published nothing");
  return { store, languages: languages.set };
}
