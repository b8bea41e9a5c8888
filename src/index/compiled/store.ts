import type { Article, ArticleMetadata, Range } from "../../model/index.ts";
import type { Filter } from "../../model/request.ts";
import { ByteReader } from "../../shared/bytes.ts";
import { LoadingCache } from "../../shared/loading-cache.ts";
import type { Budget } from "../budget.ts";
import { setFilters } from "../filters.ts";
import { allowedDistance, rankSimilarTerms, ruledOut } from "../similar.ts";
import type {
  IndexInfo,
  PassageHint,
  PassageStore,
  PreparedQuery,
  StoredPassage,
  WeightedTerm,
} from "../store.ts";
import { decodeRanges, intersect, numbersOf, type Ranges, sizeOf } from "./format/article-ranges.ts";
import { firstPassages, hintAt } from "./format/hints.ts";
import {
  type ArticleEntry,
  dayLength,
  fileCount,
  filterKey,
  type GroupedKind,
  type IndexRoot,
  startsOf,
} from "./format/index-format.ts";
import type { IndexManifest } from "./format/manifest.ts";
import { passageCount } from "./format/postings.ts";
import { blockOfEntry, blockOfKey, entryAt, sharedPrefix } from "./format/string-table.ts";
import { FileBudget, type FilePlaces } from "./read/file-budget.ts";
import { IndexFiles, type ReadAsset } from "./read/index-files.ts";
import type { Kernel } from "./read/kernel.ts";
import { nearEntries } from "./read/near-keys.ts";
import { PassageFileReader } from "./read/passage-file-reader.ts";
import { PassageRanker, type QueryList } from "./read/top-k.ts";

/** Memory for what was read, in bytes, by default: a quarter of what an isolate has for everything. */
const defaultLimit = 32 * 1024 * 1024;

/** Share of it for passages that were taken from their pages, with what is worked out of them while they are kept. */
const passageShare = 0.25;

/** Memory that such a passage takes, in bytes, roughly: some, and so many for each character of its text. */
const passageWeight = { any: 1_000, character: 8 } as const;

/** An index compiled into small files; a question reads a few of them. */
export class CompiledStore implements PassageStore {
  readonly info: IndexInfo;
  readonly #root: IndexRoot;
  readonly #files: IndexFiles;
  readonly #passages: LoadingCache<StoredPassage>;
  readonly #ranker: PassageRanker;
  /** Key of the first passage of each page. */
  readonly #pageStarts: Uint32Array;
  /** The first part of each file, where there are parts. */
  readonly #groupStarts: Readonly<Record<GroupedKind, Uint32Array>> | undefined;
  /** Key of the first passage of each article, and after them the number of all passages; made when first asked for. */
  #articleStarts: Uint32Array | undefined;

  /**
   * @param kernel that no other store uses: it keeps what it was told of an index
   * @param cacheLimit bytes of memory for what was read
   */
  constructor(manifest: IndexManifest, read: ReadAsset, kernel: Kernel, cacheLimit: number = defaultLimit) {
    const { root, passages } = manifest;
    this.info = manifest;
    this.#root = root;
    this.#files = new IndexFiles(manifest, read, (1 - passageShare) * cacheLimit);
    this.#passages = new LoadingCache(passageShare * cacheLimit);
    this.#ranker = new PassageRanker({ passages, averageLengths: root.averageLengths }, kernel);
    this.#pageStarts = startsOf(root.pages);
    const { parts } = root;
    this.#groupStarts = parts && { pages: startsOf(parts.pages), postings: startsOf(parts.postings) };
  }

  /** A word that the index lacks is looked up in articles of the question's language, which is a filter too. */
  budget(filter: Filter, shown: number): Budget {
    const languages = this.info.languages.length > 1 ? this.info.languages : [];
    const searchedBy = [filter, ...languages.map((lang): Filter => ({ lang }))].flatMap(setFilters);
    return new FileBudget(
      this.#places,
      fileCount(this.#root),
      searchedBy.map(([name, value]) =>
        name === "article"
          ? `articles/${blockOfKey(this.#files.separators("articles"), value)}`
          : `filters/${blockOfKey(this.#files.separators("filters"), filterKey(name, value))}`,
      ),
      shown,
    );
  }

  async prepare(terms: readonly WeightedTerm[], filter: Filter): Promise<PreparedQuery> {
    const [lists, articles] = await Promise.all([this.#lists(terms), this.#articlesThatPass(filter)]);
    const passages = articles.map(this.#passagesOf);
    return {
      get documentFrequencies() {
        return lists.map(documentFrequency);
      },
      add: async (more) => {
        lists.push(...(await this.#lists(more)));
      },
      best: async (limit) => this.#ranker.best(lists, passages, limit),
    };
  }

  async scores(terms: readonly WeightedTerm[], docIds: readonly number[]): Promise<readonly number[]> {
    return this.#ranker.scores(await this.#lists(terms), docIds);
  }

  async similarTerms(terms: readonly string[]): Promise<readonly (readonly WeightedTerm[])[]> {
    return Promise.all(
      terms.map(async (term) => {
        // Terms with a common prefix share blocks; each block is read once.
        const blocks = await Promise.all(
          this.#blocksNear(term).map((block) => this.#files.content("dictionary", block)),
        );
        const entries = blocks.flatMap((block) =>
          nearEntries(block, term).map(({ key, value }) => ({
            term: key,
            documentFrequency: new ByteReader(value).varint(),
          })),
        );
        return rankSimilarTerms(term, entries);
      }),
    );
  }

  hints(docIds: readonly number[]): readonly PassageHint[] {
    const { hints, days } = this.#root;
    return docIds.map((docId) => {
      const { start: leastStart, opens, mayRepeat } = hintAt(hints, docId);
      const day = days?.[blockOfEntry(this.#firstPassages, docId)] ?? undefined;
      return {
        leastStart,
        opens,
        mayRepeat,
        time: day === undefined ? undefined : Math.round(day * dayLength),
      };
    });
  }

  passages(docIds: readonly number[]): Promise<readonly StoredPassage[]> {
    return Promise.all(
      docIds.map((docId) =>
        this.#passages.get(`${docId}`, async () => {
          const number = blockOfEntry(this.#pageStarts, docId);
          const page = new PassageFileReader(await this.#files.content("pages", number));
          const value = page.passage(docId - (this.#pageStarts[number] ?? 0), docId);
          if (value === undefined) throw new RangeError(`no passage has the docId ${docId}`);
          const bytes = passageWeight.any + passageWeight.character * value.passage.text.length;
          return { value, bytes };
        }),
      ),
    );
  }

  async passage(id: string): Promise<StoredPassage | undefined> {
    const separator = id.lastIndexOf(":");
    const article = await this.#findArticle(id.slice(0, Math.max(0, separator)));
    const index = article?.entry.passages.indexOf(id.slice(separator)) ?? -1;
    if (article === undefined || index === -1) return undefined;
    const [passage] = await this.passages([this.#firstPassage(article.number) + index]);
    return passage;
  }

  async article(id: string): Promise<Article | undefined> {
    const found = await this.#findArticle(id);
    if (found === undefined) return undefined;
    const { start, end } = this.#passagesOf({ start: found.number, end: found.number + 1 });
    const first = blockOfEntry(this.#pageStarts, start);
    const last = blockOfEntry(this.#pageStarts, end - 1);
    const pages = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, index) => this.#files.content("pages", first + index)),
    );
    const parts = pages.flatMap((page) => new PassageFileReader(page).article(id) ?? []);
    return {
      ...found.entry.metadata,
      text: parts.map(({ text }) => text).join(""),
      blocks: parts.flatMap(({ blocks }) => blocks),
    };
  }

  async articles(filter: Filter, offset: number, limit: number) {
    const found = await this.#articlesThatPass(filter);
    const articles = await Promise.all(
      numbersOf(found, offset, limit).map(async (number): Promise<ArticleMetadata> => {
        const block = blockOfEntry(this.#root.articleBlocks, number);
        const entries = await this.#files.content("articles", block);
        return decodeArticle(entryAt(entries, number - (this.#root.articleBlocks[block] ?? 0))?.value)
          .metadata;
      }),
    );
    return { total: sizeOf(found), articles };
  }

  #lists(terms: readonly WeightedTerm[]): Promise<QueryList[]> {
    return Promise.all(
      terms.map(async (term) => ({ ...term, list: (await this.#files.find("postings", term.term))?.value })),
    );
  }

  readonly #places: FilePlaces = {
    term: (term) => {
      const part = blockOfKey(this.#files.separators("postings"), term);
      return part === -1 ? undefined : this.#fileOf("postings", part);
    },
    near: (term) => this.#blocksNear(term),
    passage: (docId) => this.#fileOf("pages", blockOfEntry(this.#pageStarts, docId)),
  };

  /** The file that a part is of; where there are no parts, it is a file itself. */
  #fileOf(kind: GroupedKind, part: number): number {
    const starts = this.#groupStarts?.[kind];
    return starts === undefined ? part : blockOfEntry(starts, part);
  }

  /** The blocks of the dictionary that could hold a term that is meant by this one. */
  #blocksNear(term: string): number[] {
    if (allowedDistance(term) === 0) return [];
    const dictionary = this.#files.separators("dictionary");
    const first = String.fromCodePoint(term.codePointAt(0) ?? 0);
    const last = blockOfKey(dictionary, `${first}\u{10ffff}`);
    const numbers: number[] = [];
    for (let block = Math.max(0, blockOfKey(dictionary, first)); block <= last; block++) {
      if (ruledOut(sharedPrefix(dictionary, block), term) === undefined) numbers.push(block);
    }
    return numbers;
  }

  /** The docIds of the passages of some articles. */
  readonly #passagesOf = ({ start, end }: Range): Range => ({
    start: this.#firstPassage(start),
    end: this.#firstPassage(end),
  });

  /** The docId of the first passage of an article; of the article behind the last, the number of all passages. */
  #firstPassage(article: number): number {
    const { articles, passages } = this.info;
    // Without a filter nothing else is asked for.
    if (article === 0) return 0;
    if (article === articles) return passages;
    return this.#firstPassages[article] ?? 0;
  }

  get #firstPassages(): Uint32Array {
    this.#articleStarts ??= firstPassages(this.#root.hints, this.info.articles);
    return this.#articleStarts;
  }

  async #findArticle(id: string): Promise<{ number: number; entry: ArticleEntry } | undefined> {
    const found = await this.#files.find("articles", id);
    return (
      found && {
        number: (this.#root.articleBlocks[found.block] ?? 0) + found.number,
        entry: decodeArticle(found.value),
      }
    );
  }

  /** The numbers of the articles that pass a filter. */
  async #articlesThatPass({ article, ...others }: Filter): Promise<Ranges> {
    const keys = setFilters(others).map(([name, value]) => filterKey(name, value));
    const [only, ...filters] = await Promise.all([
      article === undefined ? undefined : this.#findArticle(article),
      ...keys.map((key) => this.#files.find("filters", key)),
    ]);
    let passing: Ranges = [{ start: 0, end: this.info.articles }];
    if (article !== undefined) {
      passing = only === undefined ? [] : [{ start: only.number, end: only.number + 1 }];
    }
    for (const filter of filters) {
      passing = intersect(passing, filter === undefined ? [] : decodeRanges(filter.value));
    }
    return passing;
  }
}

const documentFrequency = ({ list }: QueryList): number => (list === undefined ? 0 : passageCount(list));

function decodeArticle(value: Uint8Array | undefined): ArticleEntry {
  return JSON.parse(new TextDecoder().decode(value)) as ArticleEntry;
}
