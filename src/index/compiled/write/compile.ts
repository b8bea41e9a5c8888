import type { ArticleMetadata } from "../../../model/index.ts";
import { ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import { isWholeTerm } from "../../../text/whole-term.ts";
import type { AnalysedArticle, SplitArticle } from "../../analyse-passage.ts";
import { filterValues } from "../../filters.ts";
import { timeOf } from "../../time-of.ts";
import { withoutText } from "../../without-text.ts";
import { encodeRanges, rangesOf } from "../format/article-ranges.ts";
import { encodeHint, type HintedPassage } from "../format/hints.ts";
import {
  type ArticleEntry,
  dayLength,
  type FileKind,
  filterKey,
  type IndexRoot,
  type Table,
} from "../format/index-format.ts";
import { joinKeys } from "../format/joined-keys.ts";
import { type TableEntry, writeTable } from "../format/string-table.ts";
import { fileLength } from "./file-lengths.ts";
import { type FilesTarget, PackedFiles } from "./packed-files.ts";
import { type PartLengths, PartsWriter } from "./parts.ts";
import { PassageFileWriter } from "./passage-file-writer.ts";
import { type PostingLists, PostingsBuilder } from "./postings-builder.ts";
import { RepeatFinder } from "./repeats.ts";

/** Input and output of a compilation. */
export interface Compilation {
  /** Ascending by the code points of their ids, each with one passage or more. */
  readonly articles: AsyncIterable<AnalysedArticle> | Iterable<AnalysedArticle>;
  /** Approximate UTF-16 length of all articles' texts. */
  readonly textLength: number;
  /** How many files of pages there may be, roughly. */
  readonly mostPages: number;
  /** Lengths of the parts that pages and posting lists are cut in: see `partLengths`. They stay whole without. */
  readonly parts?: PartLengths | undefined;
  readonly pack: FilesTarget["pack"];
  /** Called with each file and its name among the assets. */
  readonly write: FilesTarget["write"];
  /** Called with what is in each file before it is cut in parts and packed. */
  onContent?(content: Uint8Array): void;
  /** Called while posting lists are written, with bytes done and total. */
  onProgress?(done: number, total: number): void;
}

/** The result of a compilation. */
export interface CompiledIndex {
  readonly root: IndexRoot;
  readonly articles: number;
  readonly passages: number;
}

/** Writes the files of an index. Memory: one segment and all packed posting lists. */
export async function compileIndex(compilation: Compilation): Promise<CompiledIndex> {
  const { articles, textLength, onProgress = () => {} } = compilation;
  const files = new PackedFiles(compilation);
  const parts = compilation.parts && new PartsWriter(compilation.parts, files);
  const take = async (kind: FileKind, content: Uint8Array): Promise<void> => {
    compilation.onContent?.(content);
    const isGrouped = kind === "pages" || kind === "postings";
    await (parts !== undefined && isGrouped ? parts.add(kind, content) : files.add(kind, content));
  };

  const pages: number[] = [];
  const pageLength = fileLength("pages", textLength, compilation.mostPages);
  const passageFileWriter = new PassageFileWriter(pageLength, (page, passages) => {
    pages.push(passages);
    return take("pages", page);
  });
  const postings = new PostingsBuilder();
  const directory: TableEntry[] = [];
  const filters = new Map<string, number[]>();
  const places: Omit<HintedPassage, "mayRepeat">[] = [];
  const repeats = new RepeatFinder();
  const times: (number | undefined)[] = [];
  for await (const analysed of articles) {
    const { article, passages } = analysed;
    if (passages.length === 0)
      throw new RangeError(`${article.id}: an article needs a passage to be found by`);
    for (const key of filterKeys(article)) {
      const known = filters.get(key);
      if (known === undefined) filters.set(key, [directory.length]);
      else known.push(directory.length);
    }
    directory.push({ key: article.id, value: encodeArticle(analysed) });
    times.push(timeOf(article));
    for (const [index, passage] of passages.entries()) {
      places.push({ isFirst: index === 0, start: passage.start, opens: passage.headings.length === 0 });
      repeats.add(passage, article);
    }
    for (const passage of analysed.analysed) postings.add(passage);
    await passageFileWriter.add(analysed);
  }
  await passageFileWriter.finish();

  const lists = postings.finish();
  const table = (kind: Table, entries: Iterable<TableEntry>, total: number) =>
    writeTable(entries, fileLength(kind, total), (block) => take(kind, block));
  const sizeOf = (entries: readonly TableEntry[]): number =>
    entries.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  const dictionary: TableEntry[] = [];
  const postingsTable = await table("postings", withDictionary(lists, dictionary, onProgress), lists.bytes);
  const dictionaryTable = await table("dictionary", dictionary, sizeOf(dictionary));
  const filterEntries = entriesOf(filters);
  const filterTable = await table("filters", filterEntries, sizeOf(filterEntries));
  const articleTable = await table("articles", directory, sizeOf(directory));
  const inParts = await parts?.finish(postingsTable.separators);
  const root: IndexRoot = {
    ...(await files.finish()),
    averageLengths: lists.statistics.averageLengths,
    separators: {
      postings: joinKeys(inParts?.separators ?? postingsTable.separators),
      dictionary: joinKeys(dictionaryTable.separators),
      filters: joinKeys(filterTable.separators),
      articles: joinKeys(articleTable.separators),
    },
    articleBlocks: articleTable.starts,
    pages: inParts?.pages ?? pages,
    ...(inParts && { parts: inParts.parts, beforePages: inParts.beforePages }),
    hints: encodeHints(places, repeats.finish()),
    ...(times.some((time) => time !== undefined) && { days: times.map(daysOf) }),
  };
  return { root, articles: directory.length, passages: lists.statistics.passages };
}

/** Posting lists as table entries; adds each word's document frequency to the dictionary on the way. */
function* withDictionary(
  lists: PostingLists,
  dictionary: TableEntry[],
  onProgress: (done: number, total: number) => void,
): Generator<TableEntry> {
  let done = 0;
  for (const { term, list, count } of lists) {
    if (!isWholeTerm(term)) {
      const value = new ByteWriter();
      value.varint(count);
      dictionary.push({ key: term, value: value.finish() });
    }
    done += list.length;
    onProgress(Math.min(done, lists.bytes), lists.bytes);
    yield { key: term, value: list };
  }
}

const encodeHints = (
  places: readonly Omit<HintedPassage, "mayRepeat">[],
  mayRepeat: readonly boolean[],
): string =>
  places.map((place, number) => encodeHint({ ...place, mayRepeat: mayRepeat[number] === true })).join("");

const daysOf = (time: number | undefined): number | null => (time === undefined ? null : time / dayLength);

function encodeArticle({ article, passages }: SplitArticle): Uint8Array {
  const entry: ArticleEntry = {
    metadata: withoutText(article),
    passages: passages.map(({ id }) => id.slice(article.id.length)),
  };
  return new TextEncoder().encode(JSON.stringify(entry));
}

function filterKeys(article: ArticleMetadata): string[] {
  return filterValues(article).flatMap(([name, value]) =>
    name === "article" ? [] : [filterKey(name, value)],
  );
}

function entriesOf(filters: ReadonlyMap<string, readonly number[]>): TableEntry[] {
  return [...filters]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, numbers]) => ({ key, value: encodeRanges(rangesOf(numbers)) }));
}
