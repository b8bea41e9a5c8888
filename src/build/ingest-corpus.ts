import { randomUUID } from "node:crypto";
import { type IngestReport, ingest } from "../index/d1/ingest/ingest.ts";
import type { BuildCache } from "./build-cache.ts";
import type { OpenDatabase } from "./d1/local.ts";
import { databaseFiles } from "./database-pages.ts";
import { describeCorpus } from "./describe-corpus.ts";
import { type ReportOptions, reportProblems } from "./log.ts";
import { progressLine } from "./progress.ts";
import { publishedArticles, readCorpus } from "./read-corpus.ts";

/** What to ingest, and where to. */
export interface IngestSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  readonly cache: BuildCache;
  /** Opens the database; called when the corpus was read and has no error. */
  readonly open: () => Promise<OpenDatabase>;
  /** How the problems of the corpus are told, and which of them stop the ingest. */
  readonly report?: ReportOptions;
}

/**
 * Brings a database to the articles of a corpus. When the corpus has errors, they are logged and the database stays as it is.
 *
 * @returns what changed; undefined when the corpus has errors
 * @throws CorpusChangedError when a file of the corpus changes meanwhile
 * @throws Error that `explainDatabaseError` knows when the database cannot be written
 */
export async function ingestCorpus(settings: IngestSettings): Promise<IngestReport | undefined> {
  const { corpus, cache, open } = settings;
  const reading = progressLine("reading articles");
  const snapshot = await readCorpus(corpus, cache, reading.update);
  reading.end();
  if (!reportProblems(corpus, snapshot.problems, "the database stays as it is", settings.report))
    return undefined;
  const { collection, languages, articles } = snapshot;
  const progress = progressLine("storing articles and pages");
  function* withPassages() {
    for (const article of publishedArticles(snapshot, cache)) if (article.passages.length > 0) yield article;
  }
  const { database, close } = await open();
  const report = await ingest({
    database,
    owner: randomUUID(),
    now: Date.now(),
    about: describeCorpus(collection, languages),
    articles: withPassages(),
    files: databaseFiles(snapshot, cache),
    onProgress: (done) => progress.update(done, Math.max(done, 2 * articles.length)),
  }).finally(close);
  progress.end();
  cache.prune();
  return report;
}
