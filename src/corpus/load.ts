import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../model.ts";
import { type Collection, collectionFile, defaultCollection, parseCollection } from "./collection.ts";
import { type Listing, listArticles, maximumBytes, reason } from "./files.ts";
import { parseArticle } from "./parse.ts";
import { error, type Problem } from "./problem.ts";
import { articleId, type Source } from "./source.ts";

/** A corpus as far as it could be read. When a problem is an error, it is not to be published. */
export interface Corpus {
  readonly collection: Collection;
  /** Drafts left out, in the order of the bytes of their ids. */
  readonly articles: Article[];
  /** Paths of the files below the corpus folder, by the ids of the articles. */
  readonly paths: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

/** How many files are open at a time: enough to keep the disk busy, few enough to hold in memory. */
const concurrency = 16;

/** Reads a file, unless it is too large. */
async function readSource(directory: string, path: string): Promise<Source | Problem> {
  try {
    const file = join(directory, path);
    const { size } = await stat(file);
    if (size > maximumBytes) {
      const limit = `${maximumBytes / 1_000_000} MB`;
      return error(path, 1, `is larger than ${limit} (${size} bytes); cut it into articles or leave it out`);
    }
    return { path, bytes: await readFile(file) };
  } catch (cause) {
    return error(path, 1, `cannot be read: ${reason(cause)}; check that it exists and who may read it`);
  }
}

async function loadCollection(directory: string): Promise<{ collection: Collection; problems: Problem[] }> {
  try {
    await stat(join(directory, collectionFile));
  } catch {
    return { collection: defaultCollection, problems: [] };
  }
  const source = await readSource(directory, collectionFile);
  return "bytes" in source ? parseCollection(source) : { collection: defaultCollection, problems: [source] };
}

/** Sorts paths by the bytes of the ids, then of the paths, and so alike on every file system. */
function sortPaths(paths: readonly string[]): { path: string; id: string }[] {
  return paths
    .map((path) => ({
      path,
      id: articleId(path),
      key: Buffer.from(articleId(path)),
      pathKey: Buffer.from(path),
    }))
    .sort((a, b) => a.key.compare(b.key) || a.pathKey.compare(b.pathKey))
    .map(({ path, id }) => ({ path, id }));
}

/** Errors for files that would be the same article: two that differ in their extension alone. */
function duplicates(sorted: readonly { path: string; id: string }[]): Problem[] {
  return sorted.flatMap(({ path, id }, i) => {
    const before = sorted[i - 1];
    if (before?.id !== id) return [];
    return [error(path, 1, `has the same id "${id}" as ${before.path}; rename or remove one of them`)];
  });
}

/** Calls `work` for each item, a bounded number at a time, and gives the results in the order of the items. */
async function mapConcurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  const worker = async (): Promise<void> => {
    for (const [i, item] of entries) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return results;
}

/**
 * Reads all articles below a folder. It never throws for what it finds there: that is told in the problems, all of
 * all files, ordered by path and line.
 */
export async function loadCorpus(
  directory: string,
  options: { onProgress?(done: number, total: number): void } = {},
): Promise<Corpus> {
  let listing: Listing;
  try {
    listing = await listArticles(directory);
  } catch (cause) {
    const message = `cannot be read as the corpus folder: ${reason(cause)}; create it, or name another one`;
    return {
      collection: defaultCollection,
      articles: [],
      paths: new Map(),
      problems: [error(directory, 1, message)],
    };
  }
  const { collection, problems } = await loadCollection(directory);
  const sorted = sortPaths(listing.paths);
  let done = 0;
  const parsed = await mapConcurrently(sorted, async ({ path }) => {
    const source = await readSource(directory, path);
    const result = "bytes" in source ? parseArticle(source, collection) : { problems: [source] };
    done += 1;
    options.onProgress?.(done, sorted.length);
    return result;
  });
  const all = [
    ...problems,
    ...listing.problems,
    ...duplicates(sorted),
    ...parsed.flatMap((result) => result.problems),
  ].sort((a, b) => Buffer.from(a.path).compare(Buffer.from(b.path)) || a.line - b.line);
  const articles = parsed.flatMap(({ article }) => (article === undefined ? [] : [article]));
  if (articles.length === 0 && all.every(({ severity }) => severity === "warning")) {
    const message = "holds no article; add a .md, .html or .txt file, or one that is not a draft";
    all.push(error(directory, 1, message));
  }
  const paths = new Map(sorted.map(({ id, path }) => [id, path]));
  return { collection, articles, paths, problems: all };
}
