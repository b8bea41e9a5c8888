/** What happens to articles and files that are no longer among those to be served. */

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
  postingsOf,
  publishedAt,
  setValidTo,
  storedFilters,
} from "./statements.ts";
import type { Stored } from "./stored.ts";

/** Milliseconds for which readers may still be at work with what they have begun to read. */
const readersLast = 60_000;

/** Articles or files that are deleted at a time, that are marked, and articles whose passages are counted out. */
const deleted = 50;
const marked = 5_000;
const counted = 40;

/** Deletes what readers of earlier generations saw, once none of them can be at work any more. */
export async function deleteOutdated(
  database: Database,
  writer: BatchWriter,
  { generation, articles, files }: Stored,
  now: number,
): Promise<void> {
  const [[version]] = await database.run([publishedAt(generation)]);
  if (version === undefined || now - version.published < readersLast) return;
  // First the versions: who still reads one of them is told so, rather than shown what is left of it.
  await writer.run(deleteVersionsBefore(generation));
  await inChunks(articles.outdated, deleted, (chunk) => writer.run(deleteArticles(chunk)));
  await inChunks(files.outdated, deleted, (chunk) => writer.run(deleteFiles(chunk)));
}

/** Deletes what an ingest that broke off has left and this one does not want. */
export async function deleteAbandoned(writer: BatchWriter, { articles, files }: Stored): Promise<void> {
  await inChunks(articles.abandoned(), deleted, (chunk) => writer.run(deleteArticles(chunk)));
  await inChunks(files.abandoned(), deleted, (chunk) => writer.run(deleteFiles(chunk)));
}

/** Hides what is removed from readers of the next generation, and counts it out. */
export async function markRemoved(
  database: Database,
  writer: BatchWriter,
  { generation, articles, files }: Stored,
  differences: Differences,
): Promise<void> {
  const next = generation + 1;
  await inChunks(articles.removed(), counted, (chunk) => countOut(database, chunk, differences));
  await inChunks(articles.removed(), marked, (chunk) => writer.run([setValidTo("articles", next, chunk)]));
  await inChunks(files.removed(), marked, (chunk) => writer.run([setValidTo("files", next, chunk)]));
}

async function countOut(
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
