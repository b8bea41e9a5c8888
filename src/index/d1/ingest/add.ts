/** Writes the next generation's articles and files beside those that readers see. */
import { digestOfJson } from "../../../shared/digest.ts";
import type { AnalysedArticle } from "../../analyse-passage.ts";
import { databaseFormat } from "../version.ts";
import type { BatchWriter } from "./batch.ts";
import type { Differences } from "./counts.ts";
import { articleRows, fileRows, type IndexedArticle, indexArticle } from "./rows.ts";
import type { Stored } from "./stored.ts";

/** Path below the site, and content. */
export type NewFile = readonly [path: string, content: string];

/** The result of adding articles. */
export interface AddedArticles {
  /** Of all articles, in their order. */
  readonly hashes: readonly string[];
  readonly added: number;
  readonly changed: number;
}

/** Writes the articles that are not stored yet. */
export async function addArticles(
  writer: BatchWriter,
  { articles: inventory, free, generation }: Stored,
  articles: AsyncIterable<AnalysedArticle> | Iterable<AnalysedArticle>,
  differences: Differences,
  onAdded: () => void,
): Promise<AddedArticles> {
  const hashes: string[] = [];
  let { article: key, passage: firstPassage } = free;
  let added = 0;
  let changed = 0;
  for await (const analysed of articles) {
    const { id } = analysed.article;
    const indexed = indexArticle(analysed);
    const hash = await hashOfArticle(indexed);
    hashes.push(hash);
    const stored = inventory.keep(id, hash);
    if (stored === undefined || !inventory.isPublished(stored)) {
      if (inventory.isKnown(id)) changed++;
      else added++;
      for (const { postings } of indexed.indexed) {
        differences.count({ ...postings, filters: indexed.filters }, 1);
      }
    }
    if (stored === undefined) {
      await writer.add(articleRows(indexed, { article: key, firstPassage, hash, validFrom: generation + 1 }));
      key++;
      firstPassage += indexed.passages.length;
    }
    onAdded();
  }
  return { hashes, added, changed };
}

/** A hash of everything that is stored for an article. */
function hashOfArticle({ article, passages, indexed }: IndexedArticle): Promise<string> {
  const postings = indexed.map(({ postings: { lengths, occurrences } }) => [lengths, [...occurrences]]);
  return digestOfJson([databaseFormat, article, passages, postings]);
}

/** Writes the files that are not stored yet. @returns how many readers do not see yet */
export async function addFiles(
  writer: BatchWriter,
  { files: inventory, free, generation }: Stored,
  files: AsyncIterable<NewFile> | Iterable<NewFile>,
  onAdded: () => void,
): Promise<number> {
  let { file: key } = free;
  let added = 0;
  for await (const [path, content] of files) {
    const hash = await digestOfJson(content);
    const stored = inventory.keep(path, hash);
    if (stored === undefined || !inventory.isPublished(stored)) added++;
    if (stored === undefined) {
      await writer.add(fileRows(path, content, { key: key++, hash, validFrom: generation + 1 }));
    }
    onAdded();
  }
  return added;
}
