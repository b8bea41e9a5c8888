import { digestOfJson } from "../../../shared/digest.ts";
import { analyserVersion } from "../../../text/analyser.ts";
import type { AnalysedArticle } from "../../analyse-passage.ts";
import type { IngestReport } from "../../ingest-report.ts";
import type { IndexInfo } from "../../store.ts";
import { inChunks } from "../chunks.ts";
import type { Database } from "../database.ts";
import { type CorpusVersion, databaseFormat } from "../version.ts";
import { addArticles, addFiles, type NewFile } from "./add.ts";
import { BatchWriter } from "./batch.ts";
import { Differences } from "./counts.ts";
import { deleteAbandoned, deleteOutdated, markRemoved } from "./retire.ts";
import { claim, clearValidTo, countTerms, deleteTermsAfter, publish } from "./statements.ts";
import { readStored } from "./stored.ts";

/** Input of an ingest. */
export interface IngestOptions {
  readonly database: Database;
  /** Unique to this ingest. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly about: Pick<IndexInfo, "title" | "baseUrl" | "languages" | "synonyms">;
  /** Each with one passage or more, no id twice. */
  readonly articles: AsyncIterable<AnalysedArticle> | Iterable<AnalysedArticle>;
  /** Pages and other files that change with the articles. */
  readonly files: AsyncIterable<NewFile> | Iterable<NewFile>;
  /** Called with the number of articles and files processed. */
  onProgress?(done: number): void;
}

/** Terms per batch of counts. */
const countedTerms = 5_000;

/**
 * Updates a database to the given articles and files. What is stored already is not sent again, even if an interrupted ingest
 * stored it. Readers see the previous generation until the last statement, which writes one row.
 *
 * @throws IngestError when it cannot be stored, or when another ingest was started meanwhile.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const { database, owner, now, about, onProgress = () => {} } = options;
  await database.run([claim(owner)]);
  const writer = new BatchWriter(database, owner);
  await writer.run([clearValidTo("articles"), clearValidTo("files")]);
  const stored = await readStored(database);
  const { generation, version: before } = stored;
  await deleteOutdated(database, writer, stored, now);

  const differences = new Differences();
  let done = 0;
  const onAdded = (): void => onProgress(++done);
  const { hashes, added, changed } = await addArticles(
    writer,
    stored,
    options.articles,
    differences,
    onAdded,
  );
  const files = await addFiles(writer, stored, options.files, onAdded);
  await writer.flush();
  await deleteAbandoned(writer, stored);
  await markRemoved(database, writer, stored, differences);

  const info: IndexInfo = {
    ...about,
    version: await digestOfJson([databaseFormat, analyserVersion, about, hashes]),
    articles: hashes.length,
    passages: (before?.info.passages ?? 0) + differences.passages,
  };
  const isNew = before?.info.version !== info.version || files > 0 || stored.files.removed().length > 0;
  if (isNew) {
    const next = generation + 1;
    await writer.run([deleteTermsAfter(generation)]);
    await inChunks(differences.terms(), countedTerms, (chunk) => writer.run([countTerms(next, chunk)]));
    const totals = differences.totals(before?.totals ?? []);
    const version: CorpusVersion = { format: databaseFormat, analyser: analyserVersion, info, totals };
    await writer.run([publish(next, now, version)]);
  }
  return {
    info,
    published: isNew,
    added,
    changed,
    removed: stored.articles.removed().length - changed,
    files,
  };
}
