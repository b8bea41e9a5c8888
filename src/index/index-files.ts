import { addressLength, checkAddress } from "./address.ts";
import { type FileKind, fileName, type Table } from "./layout.ts";
import { LoadingCache } from "./loading-cache.ts";
import type { IndexManifest } from "./manifest.ts";
import { type Page, readPage } from "./pages.ts";
import { findInSlice, sliceOfKey } from "./table.ts";

/** Reads an asset by its name. Rejects with `IndexUnavailableError` when it cannot. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** Memory for what was read, in bytes, unless told otherwise: a quarter of what an isolate has for everything. */
const defaultLimit = 32 * 1024 * 1024;

/** Memory that a page takes once it is read, in bytes for each byte of its file, roughly. */
const pageWeight = 2;

/** A value of a table, and where it was found. */
export interface Found {
  readonly value: Uint8Array;
  readonly slice: number;
  /** Number of the entry within its slice. */
  readonly number: number;
}

/** The files of one index, read when they are asked for, checked, and kept in memory within a limit. */
export class IndexFiles {
  readonly #manifest: IndexManifest;
  readonly #read: ReadFile;
  readonly #slices: LoadingCache<Uint8Array>;
  readonly #pages: LoadingCache<Page>;

  /** @param limit bytes of memory for what was read */
  constructor(manifest: IndexManifest, read: ReadFile, limit: number = defaultLimit) {
    this.#manifest = manifest;
    this.#read = read;
    this.#slices = new LoadingCache(limit / 2);
    this.#pages = new LoadingCache(limit / 2);
  }

  /** The value of a key, or undefined when the table does not have it. */
  async find(table: Table, key: string): Promise<Found | undefined> {
    const slice = sliceOfKey(this.#manifest.root.separators[table], key);
    if (slice === -1) return undefined;
    const found = findInSlice(await this.slice(table, slice), key);
    return found && { ...found, slice };
  }

  slice(table: Table, slice: number): Promise<Uint8Array> {
    return this.#slices.get(`${table}/${slice}`, async () => {
      const value = await this.#content(table, slice);
      return { value, bytes: value.length };
    });
  }

  page(page: number, firstKey: number): Promise<Page> {
    return this.#pages.get(`${page}`, async () => {
      const content = await this.#content("pages", page);
      return { value: readPage(content, firstKey), bytes: pageWeight * content.length };
    });
  }

  async #content(kind: FileKind, number: number): Promise<Uint8Array> {
    const start = number * addressLength;
    const address = this.#manifest.root.files[kind].slice(start, start + addressLength);
    const name = fileName(kind, address);
    const content = await this.#read(name);
    await checkAddress(name, address, content);
    return content;
  }
}
