import type { ArticleMetadata } from "../../../model/index.ts";
import { ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import { deflate } from "../../../shared/deflate.ts";
import { isWholeTerm } from "../../../text/whole-term.ts";
import type { AnalysedArticle, SplitArticle } from "../../analyse-passage.ts";
import { filterValues } from "../../filters.ts";
import { timeOf } from "../../time-of.ts";
import { withoutText } from "../../without-text.ts";
import { encodeRanges, rangesOf } from "../format/article-ranges.ts";
import { chunkSize, inSteps } from "../format/chunker.ts";
import { encodeHint, type HintedPassage } from "../format/hints.ts";
import {
  type ArticleEntry,
  dayLength,
  type FileKind,
  filterKey,
  type IndexRoot,
  type Table,
} from "../format/index-format.ts";
import { type TableEntry, writeTable } from "../format/string-table.ts";
import { listCuts } from "./list-cuts.ts";
import { PassageFileWriter } from "./passage-file-writer.ts";
import { type PostingLists, PostingsBuilder } from "./postings-builder.ts";
import { RepeatFinder } from "./repeats.ts";
import { seriesKey } from "./series-key.ts";
import { SeriesWriter } from "./series-writer.ts";

/** Input and output of a compilation. */
export interface Compilation {
  /** Ascending by the code points of their ids, each with one passage or more. */
  readonly articles: AsyncIterable<AnalysedArticle> | Iterable<AnalysedArticle>;
  /** Approximate UTF-16 length of all articles' texts. */
  readonly textLength: number;
  /** Deflates a file, piece by piece between `cuts`; by the platform's streams when absent, which know no pieces. */
  pack?(content: Uint8Array, packing: { readonly cuts: readonly number[] }): Uint8Array;
  /** Called with each file and its name among the assets. */
  write(name: string, file: Uint8Array): Promise<void>;
  /** Called while posting lists are written, with bytes done and total. */
  onProgress?(done: number, total: number): void;
}

/** The result of a compilation. */
export interface CompiledIndex {
  readonly root: IndexRoot;
  readonly articles: number;
  readonly passages: number;
}

/** Approximate maximum number of files of each kind: a larger corpus gets larger files, not more. */
const maximumFiles = { pages: 7_000, postings: 3_300, articles: 600, dictionary: 300, filters: 300 };
/**
 * Approximate minimum size of a file in bytes before it is packed: a read costs more than smaller files would save. A question may read so many
 * files and no more: posting lists in fewer let a long one keep more of its words.
 */
const leastLength = { pages: 2_500, postings: 5_000, articles: 8_000, dictionary: 8_000, filters: 8_000 };

/** Of so many files of posting lists hardly two words of a question are in one: of more lists they are smaller, and not more is read for it. */
const manyLists = 400;

/** Approximate size of a file of each kind, for so many bytes in all. */
function fileLength(kind: FileKind, total: number): number {
  const length = chunkSize(total, maximumFiles[kind], leastLength[kind]);
  const most = manyLists * leastLength.postings;
  if (kind !== "postings" || total <= most) return length;
  return Math.max(inSteps((leastLength.postings * most) / total), chunkSize(total, maximumFiles.postings, 0));
}

/** Writes the files of an index. Memory: one segment and all packed posting lists. */
export async function compileIndex(compilation: Compilation): Promise<CompiledIndex> {
  const { articles, textLength, onProgress = () => {} } = compilation;
  const writerOf = (kind: FileKind): SeriesWriter =>
    new SeriesWriter(kind, (name, file) => compilation.write(name, file));
  const series: Readonly<Record<FileKind, SeriesWriter>> = {
    pages: writerOf("pages"),
    postings: writerOf("postings"),
    dictionary: writerOf("dictionary"),
    filters: writerOf("filters"),
    articles: writerOf("articles"),
  };
  const write = async (kind: FileKind, content: Uint8Array): Promise<void> => {
    const cuts = kind === "postings" ? listCuts(content) : [];
    const packed = compilation.pack?.(content, { cuts }) ?? (await deflate(content));
    series[kind].add(packed, seriesKey(kind, content));
    if (series[kind].ends) await series[kind].close();
  };

  const pages: number[] = [];
  const passageFileWriter = new PassageFileWriter(fileLength("pages", textLength), (page, passages) => {
    pages.push(passages);
    return write("pages", page);
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
    writeTable(entries, fileLength(kind, total), (block) => write(kind, block));
  const sizeOf = (entries: readonly TableEntry[]): number =>
    entries.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  const dictionary: TableEntry[] = [];
  const postingsTable = await table("postings", withDictionary(lists, dictionary, onProgress), lists.bytes);
  const dictionaryTable = await table("dictionary", dictionary, sizeOf(dictionary));
  const filterEntries = entriesOf(filters);
  const filterTable = await table("filters", filterEntries, sizeOf(filterEntries));
  const articleTable = await table("articles", directory, sizeOf(directory));
  for (const writer of Object.values(series)) await writer.close();
  const root: IndexRoot = {
    files: ofEach(series, ({ addresses }) => addresses),
    series: ofEach(series, ({ counts }) => counts),
    averageLengths: lists.statistics.averageLengths,
    separators: {
      postings: postingsTable.separators,
      dictionary: dictionaryTable.separators,
      filters: filterTable.separators,
      articles: articleTable.separators,
    },
    articleBlocks: articleTable.starts,
    pages,
    hints: encodeHints(places, repeats.finish()),
    ...(times.some((time) => time !== undefined) && { days: times.map(daysOf) }),
  };
  return { root, articles: directory.length, passages: lists.statistics.passages };
}

/** The same record with what is made of each value. */
const ofEach = <Value, Made>(
  { pages, postings, dictionary, filters, articles }: Readonly<Record<FileKind, Value>>,
  make: (value: Value) => Made,
): Record<FileKind, Made> => ({
  pages: make(pages),
  postings: make(postings),
  dictionary: make(dictionary),
  filters: make(filters),
  articles: make(articles),
});

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
