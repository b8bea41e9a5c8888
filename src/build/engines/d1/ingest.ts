import { randomUUID } from "node:crypto";
import { ingest } from "../../../index/d1/ingest/ingest.ts";
import type { IngestReport } from "../../../index/ingest-report.ts";
import { describeCorpus } from "../../describe-corpus.ts";
import { publishedArticles } from "../../read-corpus.ts";
import type { Ingestion } from "../engine.ts";
import { openLocalDatabase } from "./local.ts";
import { databaseFiles } from "./pages.ts";
import { openRemoteDatabase } from "./remote.ts";
import { patient } from "./retry.ts";

/**
 * Brings the articles of a database to those of a corpus.
 * @throws Error that `explainDatabaseError` knows when the database cannot be read or written
 */
export async function ingestArticles({
  snapshot,
  cache,
  target: { isRemote, config, env },
  onProgress,
}: Ingestion): Promise<IngestReport> {
  const { collection, languages } = snapshot;
  function* withPassages() {
    for (const article of publishedArticles(snapshot, cache)) if (article.passages.length > 0) yield article;
  }
  const { database, close } = await (isRemote ? openRemoteDatabase(config, env) : openLocalDatabase(config));
  return ingest({
    database: isRemote ? database : patient(database),
    owner: randomUUID(),
    now: Date.now(),
    about: describeCorpus(collection, languages),
    articles: withPassages(),
    files: databaseFiles(snapshot, cache),
    onProgress,
  }).finally(close);
}
