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
  type GroupedKind,
  type IndexRoot,
  type Table,
} from "../format/index-format.ts";
import { joinKeys } from "../format/joined-keys.ts";
import { type TableEntry, writeTable } from "../format/string-table.ts";
import { fileLength } from "./file-lengths.ts";
import { type Cutting, type PartsTarget, PartsWriter } from "./parts.ts";
import { PassageFileWriter } from "./passage-file-writer.ts";
import { type PostingLists, PostingsBuilder } from "./postings-builder.ts";
import { RepeatFinder } from "./repeats.ts";
import { seriesKey } from "./series-key.ts";
import { SeriesWriter } from "./series-writer.ts";

/** Kinds of files that are never in parts. */
type WholeKind = Exclude<FileKind, GroupedKind>;

/** Input and output of a compilation. */
export interface Compilation {
  /** Ascending by the code points of their ids, each with one passage or more. */
  readonly articles: AsyncIterable<AnalysedArticle> | Iterable<AnalysedArticle>;
  /** Approximate UTF-16 length of all articles' texts. */
  readonly textLength: number;
  /** How pages and posting lists are cut in parts: see `cuttingOf`. */
  readonly cutting: Cutting;
  readonly pack: PartsTarget["pack"];
  /** Called with each file and its name among the assets. */
  readonly write: PartsTarget["write"];
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
  const { cutting, pack, write } = compilation;
  const parts = new PartsWriter(cutting, { pack, write });
  const writerOf = (kind: WholeKind): SeriesWriter => new SeriesWriter(kind, write);
  const series: Readonly<Record<WholeKind, SeriesWriter>> = {
    dictionary: writerOf("dictionary"),
    filters: writerOf("filters"),
    articles: writerOf("articles"),
  };
  const take = async (kind: FileKind, content: Uint8Array): Promise<void> => {
    compilation.onContent?.(content);
    if (kind === "pages" || kind === "postings") return parts.add(kind, content);
    series[kind].add(await pack(content, {}), seriesKey(kind, content));
    if (series[kind].ends) await series[kind].close();
  };

  const pages: number[] = [];
  const passageFileWriter = new PassageFileWriter(fileLength("pages", textLength), (page, passages) => {
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
  for (const writer of Object.values(series)) await writer.close();
  const root = await parts.finish(postingsTable.separators, {
    files: { pages: "", postings: "", ...ofEach(series, ({ addresses }) => addresses) },
    series: { pages: [], postings: [], ...ofEach(series, ({ counts }) => counts) },
    averageLengths: lists.statistics.averageLengths,
    separators: {
      postings: "",
      dictionary: joinKeys(dictionaryTable.separators),
      filters: joinKeys(filterTable.separators),
      articles: joinKeys(articleTable.separators),
    },
    articleBlocks: articleTable.starts,
    pages,
    hints: encodeHints(places, repeats.finish()),
    ...(times.some((time) => time !== undefined) && { days: times.map(daysOf) }),
  });
  return { root, articles: directory.length, passages: lists.statistics.passages };
}

/** The same record with what is made of each value. */
const ofEach = <Value, Made>(
  { dictionary, filters, articles }: Readonly<Record<WholeKind, Value>>,
  make: (value: Value) => Made,
): Record<WholeKind, Made> => ({
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
