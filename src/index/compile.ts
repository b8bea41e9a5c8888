import type { ArticleMetadata } from "../model.ts";
import type { Language } from "../text/language.ts";
import { encodeBitmap } from "./bitmap.ts";
import { compareCodePoints } from "./bytes.ts";
import { analysePassage } from "./fields.ts";
import { type ArticleEntry, fileName, filterKey, type IndexRoot, type Table } from "./layout.ts";
import { metadataOf } from "./metadata.ts";
import type { SplitArticle } from "./minisearch.ts";
import { PageWriter } from "./pages.ts";
import { PostingsBuilder } from "./postings-builder.ts";
import { encodeRanges, rangesOf } from "./ranges.ts";
import { seal } from "./seal.ts";
import { type TableEntry, writeTable } from "./table.ts";

/** What is compiled, and where to. */
export interface Compilation {
  /** The version that the files are sealed with. */
  readonly version: string;
  /** Ascending by the code points of their ids, each with one passage or more. */
  readonly articles: AsyncIterable<SplitArticle> | Iterable<SplitArticle>;
  /** UTF-16 units of all articles' texts. */
  readonly textLength: number;
  languageOf(code: string): Language;
  /** Takes each file and its name, relative to the index's folder. */
  write(name: string, file: Uint8Array): Promise<void>;
}

/** Files of pages and of posting lists, at most, roughly: a large corpus has larger files rather than more of them. */
const maximumPages = 7_000;
const maximumPostingSlices = 1_500;
/** Bytes of a file at least, roughly. Smaller ones would save less than their reading costs. */
const minimumLength = 2_500;
/** Bytes of a slice of the other tables, roughly. */
const tableSliceLength = 8_000;

/** Writes the files of an index. Takes the memory of one segment and of all packed posting lists. */
export async function compileIndex(compilation: Compilation): Promise<IndexRoot> {
  const { articles, languageOf, textLength, version } = compilation;
  const write = async (name: string, content: Uint8Array): Promise<void> =>
    compilation.write(name, await seal(version, name, content));

  const pages: number[] = [];
  const pageWriter = new PageWriter(Math.max(minimumLength, textLength / maximumPages), (page, passages) => {
    pages.push(passages);
    return write(fileName("pages", pages.length - 1), page);
  });
  const postings = new PostingsBuilder();
  const directory: TableEntry[] = [];
  const filters = new Map<string, number[]>();
  const firstPassages: number[] = [];
  for await (const split of articles) {
    const { article, passages } = split;
    if (passages.length === 0)
      throw new RangeError(`${article.id}: an article needs a passage to be found by`);
    for (const key of filterKeys(article)) {
      const known = filters.get(key);
      if (known === undefined) filters.set(key, [directory.length]);
      else known.push(directory.length);
    }
    directory.push({ key: article.id, value: encodeArticle(split) });
    firstPassages.push(postings.passages);
    const language = languageOf(article.lang);
    for (const passage of passages) postings.add(analysePassage(passage, article, language));
    await pageWriter.add(split);
  }
  await pageWriter.finish();

  const lists = postings.finish();
  const table = (kind: Table, entries: Iterable<TableEntry>, length = tableSliceLength) =>
    writeTable(entries, length, (slice, number) => write(fileName(kind, number), slice));
  const postingsLength = Math.max(minimumLength, lists.bytes / maximumPostingSlices);
  const articleTable = await table("articles", directory);
  return {
    averageLengths: lists.statistics.averageLengths,
    separators: {
      postings: (await table("postings", lists.postings(), postingsLength)).separators,
      dictionary: (await table("dictionary", lists.documentFrequencies())).separators,
      filters: (await table("filters", filterEntries(filters))).separators,
      articles: articleTable.separators,
    },
    articleSlices: articleTable.starts,
    pages,
    firstPassages: encodeBitmap(firstPassages, lists.statistics.passages),
  };
}

function encodeArticle({ article, passages }: SplitArticle): Uint8Array {
  const entry: ArticleEntry = {
    metadata: metadataOf(article),
    passages: passages.map(({ id }) => id.slice(article.id.length)),
  };
  return new TextEncoder().encode(JSON.stringify(entry));
}

function filterKeys({ lang, tags }: ArticleMetadata): Set<string> {
  return new Set([filterKey("lang", lang), ...tags.map((tag) => filterKey("tag", tag))]);
}

function filterEntries(filters: ReadonlyMap<string, readonly number[]>): TableEntry[] {
  return [...filters]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, numbers]) => ({ key, value: encodeRanges(rangesOf(numbers)) }));
}
