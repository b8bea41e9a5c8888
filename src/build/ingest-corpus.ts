import type { IngestReport } from "../index/ingest-report.ts";
import type { BuildCache } from "./build-cache.ts";
import type { IngestTarget } from "./engines/engine.ts";
import { engines } from "./engines/index.ts";
import { typed } from "./invocation.ts";
import { log, type ReportOptions, reportProblems } from "./log.ts";
import { progressLine } from "./progress.ts";
import { readCorpus } from "./read-corpus.ts";

/** What to ingest, and where to. */
export interface IngestSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  readonly cache: BuildCache;
  /** Where the articles are brought to, once the corpus was read and has no error. */
  readonly target: IngestTarget;
  /** How the problems of the corpus are reported, and which of them stop the ingest. */
  readonly report?: ReportOptions;
}

/**
 * Brings what an engine has stored to the articles of a corpus. When the corpus has errors, they are logged and what is stored
 * stays as it is.
 *
 * @returns what changed; undefined when the corpus has errors, or an engine that takes its articles from the build
 * @throws CorpusChangedError when a file of the corpus changes meanwhile
 * @throws Error that `explainEngineError` knows when the articles cannot be stored
 */
export async function ingestCorpus(settings: IngestSettings): Promise<IngestReport | undefined> {
  const { corpus, cache, target } = settings;
  const reading = progressLine("reading articles");
  const snapshot = await readCorpus(corpus, cache, reading.update);
  reading.end();
  if (!reportProblems(corpus, snapshot.problems, "the database stays as it is", settings.report))
    return undefined;
  const { collection, articles } = snapshot;
  const engine = engines[collection.engine];
  if (engine.ingest === undefined) {
    log(
      `the articles of engine ${engine.name} come with the build: ${typed("build")}; to keep them in a database, write engine: d1 into ${corpus}/corpus.yaml`,
      "red",
    );
    return undefined;
  }
  const progress = progressLine("storing articles and pages");
  const onProgress = (done: number): void => progress.update(done, Math.max(done, 2 * articles.length));
  const report = await engine.ingest({ snapshot, cache, target, onProgress });
  progress.end();
  cache.prune();
  return report;
}
