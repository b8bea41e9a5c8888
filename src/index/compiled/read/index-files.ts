import { inflate } from "../../../shared/deflate.ts";
import { LoadingCache } from "../../../shared/loading-cache.ts";
import { checked } from "../format/content-hash.ts";
import {
  addressAt,
  type FileKind,
  fileName,
  filePlace,
  startsOf,
  type Table,
} from "../format/index-format.ts";
import { splitKeys } from "../format/joined-keys.ts";
import type { IndexManifest } from "../format/manifest.ts";
import { blockOfEntry, blockOfKey, findInBlock } from "../format/string-table.ts";

/** Reads an asset by its name. Rejects with `IndexUnavailableError` when it cannot. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** A value of a string table and its place. */
export interface Found {
  readonly value: Uint8Array;
  readonly block: number;
  /** Number of the entry within its block. */
  readonly number: number;
}

/** What there is at a key. */
interface Lookup {
  readonly found: Found | undefined;
}

/**
 * Share of the cache for whole files. A question mostly needs one value of a file, so values are cached for long, and files
 * only while another of their values is likely to be needed.
 */
const fileShare = 1 / 12;

/** Rough memory overhead of a cached value, in bytes. */
const lookupWeight = 200;

/** The files of one index: read lazily, checked, unpacked, cached within a limit. */
export class IndexFiles {
  readonly #manifest: IndexManifest;
  readonly #read: ReadAsset;
  readonly #files: LoadingCache<Uint8Array>;
  readonly #lookups: LoadingCache<Lookup>;
  readonly #beforePages: Uint8Array | undefined;
  /** Of the tables in which something was looked for. */
  readonly #separators = new Map<Table, readonly string[]>();
  /** Number of the first file of each series, by kind. */
  readonly #starts: Readonly<Record<FileKind, Uint32Array>>;

  /** @param limit size of the cache in bytes */
  constructor(manifest: IndexManifest, read: ReadAsset, limit: number) {
    this.#manifest = manifest;
    this.#read = read;
    this.#files = new LoadingCache(fileShare * limit);
    this.#lookups = new LoadingCache((1 - fileShare) * limit);
    const { beforePages } = manifest.root;
    this.#beforePages = beforePages === undefined ? undefined : new TextEncoder().encode(beforePages);
    const { pages, postings, dictionary, filters, articles } = manifest.root.series;
    this.#starts = {
      pages: startsOf(pages),
      postings: startsOf(postings),
      dictionary: startsOf(dictionary),
      filters: startsOf(filters),
      articles: startsOf(articles),
    };
  }

  /** The separators between the blocks of a table. */
  separators(table: Table): readonly string[] {
    const known = this.#separators.get(table);
    if (known !== undefined) return known;
    const separators = splitKeys(this.#manifest.root.separators[table]);
    this.#separators.set(table, separators);
    return separators;
  }

  /** The value of a key, or undefined when the table does not have it. */
  async find(table: Table, key: string): Promise<Found | undefined> {
    const block = blockOfKey(this.separators(table), key);
    if (block === -1) return undefined;
    const { found } = await this.#lookups.get(`${table}/${key}`, async () => {
      const entry = findInBlock(await this.content(table, block), key);
      // Copied, since a view would keep the whole file in memory.
      const found = entry && { block, number: entry.number, value: entry.value.slice() };
      return { value: { found }, bytes: lookupWeight + (found?.value.length ?? 0) };
    });
    return found;
  }

  /** A block of a table, or a page. */
  content(kind: FileKind, number: number): Promise<Uint8Array> {
    return this.#files.get(`${kind}/${number}`, async () => {
      const value = await this.#load(kind, number);
      return { value, bytes: value.length };
    });
  }

  async #load(kind: FileKind, number: number): Promise<Uint8Array> {
    const series = blockOfEntry(this.#starts[kind], number);
    const inSeries = number - (this.#starts[kind][series] ?? 0);
    const name = fileName(kind, addressAt(this.#manifest.root.files[kind], series), inSeries);
    const content = checked(name, await this.#read(name), filePlace(kind, inSeries));
    return inflate(content, kind === "pages" ? this.#beforePages : undefined);
  }
}
