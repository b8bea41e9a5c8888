/** Removal of articles and files: first marked, deleted by a later ingest. */

import { inChunks } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { StoredOccurrence } from "../occurrence.ts";
import { termOf } from "../token.ts";
import type { BatchWriter } from "./batch.ts";
import type { Differences } from "./counts.ts";
import {
  deleteArticles,
  deleteFiles,
  deleteVersionsBefore,
  newestAt,
  postingsOf,
  setValidTo,
  storedFilters,
} from "./statements.ts";
import type { Stored } from "./stored.ts";

/** Milliseconds for which a reader may go on with an older generation. */
const readersLast = 60_000;

/** Batch sizes for deleting, marking as removed, and subtracting term counts. */
const deleteBatch = 50;
const markBatch = 5_000;
const countBatch = 40;

/** Deletes items of earlier generations that no reader can be using: those before the one that was the newest a minute ago. */
export async function deleteOutdated(
  database: Database,
  writer: BatchWriter,
  { articles, files }: Stored,
  now: number,
): Promise<void> {
  const [[newest]] = await database.run([newestAt(now - readersLast)]);
  const oldestRead = newest?.generation ?? null;
  if (oldestRead === null) return;
  // Versions first, so that a late reader gets an error rather than a part of its generation.
  await writer.run(deleteVersionsBefore(oldestRead));
  await inChunks(articles.outdated(oldestRead), deleteBatch, (chunk) => writer.run(deleteArticles(chunk)));
  await inChunks(files.outdated(oldestRead), deleteBatch, (chunk) => writer.run(deleteFiles(chunk)));
}

/** Deletes items of an interrupted ingest that this one does not need. */
export async function deleteAbandoned(writer: BatchWriter, { articles, files }: Stored): Promise<void> {
  await inChunks(articles.abandoned(), deleteBatch, (chunk) => writer.run(deleteArticles(chunk)));
  await inChunks(files.abandoned(), deleteBatch, (chunk) => writer.run(deleteFiles(chunk)));
}

/** Marks removed items as invalid from the next generation on, and subtracts their term counts. */
export async function markRemoved(
  database: Database,
  writer: BatchWriter,
  { generation, articles, files }: Stored,
  differences: Differences,
): Promise<void> {
  const next = generation + 1;
  await inChunks(articles.removed(), countBatch, (chunk) => subtractCounts(database, chunk, differences));
  await inChunks(articles.removed(), markBatch, (chunk) => writer.run([setValidTo("articles", next, chunk)]));
  await inChunks(files.removed(), markBatch, (chunk) => writer.run([setValidTo("files", next, chunk)]));
}

async function subtractCounts(
  database: Database,
  articles: readonly number[],
  differences: Differences,
): Promise<void> {
  const [postings, filters] = await database.run([postingsOf(articles), storedFilters(articles)]);
  const filtersOf = Map.groupBy(filters, ({ article }) => article);
  for (const { article, lengths, occurrences } of postings) {
    const terms = Object.entries(JSON.parse(occurrences) as Record<string, StoredOccurrence>);
    differences.count(
      {
        lengths: JSON.parse(lengths) as number[],
        occurrences: terms.map(([token, occurrence]) => [termOf(token), occurrence] as const),
        filters: (filtersOf.get(article) ?? []).map(({ filter }) => filter),
      },
      -1,
    );
  }
}
