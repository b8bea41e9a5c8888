import { LoadingCache } from "../../../shared/loading-cache.ts";
import { checkAddress, hashLength } from "../format/content-hash.ts";
import { type FileKind, fileName, type Table } from "../format/index-format.ts";
import type { IndexManifest } from "../format/manifest.ts";
import { findInSlice, sliceOfKey } from "../format/string-table.ts";

/** Reads an asset by its name. Rejects with `IndexUnavailableError` when it cannot. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** A value of a table, and where it was found. */
export interface Found {
  readonly value: Uint8Array;
  readonly slice: number;
  /** Number of the entry within its slice. */
  readonly number: number;
}

/** What there is at a key. */
interface Lookup {
  readonly found: Found | undefined;
}

/**
 * Share of the memory that is for whole files. Of a file, a question mostly needs one value: values are what is kept, and
 * files for as long as another value of them is likely to be asked for.
 */
const fileShare = 1 / 12;

/** Memory that a value takes beside its bytes, roughly. */
const lookupWeight = 200;

/** The files of one index, read when they are asked for, checked, and kept in memory within a limit. */
export class IndexFiles {
  readonly #manifest: IndexManifest;
  readonly #read: ReadFile;
  readonly #files: LoadingCache<Uint8Array>;
  readonly #lookups: LoadingCache<Lookup>;

  /** @param limit bytes of memory for what was read */
  constructor(manifest: IndexManifest, read: ReadFile, limit: number) {
    this.#manifest = manifest;
    this.#read = read;
    this.#files = new LoadingCache(fileShare * limit);
    this.#lookups = new LoadingCache((1 - fileShare) * limit);
  }

  /** The value of a key, or undefined when the table does not have it. */
  async find(table: Table, key: string): Promise<Found | undefined> {
    const slice = sliceOfKey(this.#manifest.root.separators[table], key);
    if (slice === -1) return undefined;
    const { found } = await this.#lookups.get(`${table}/${key}`, async () => {
      const entry = findInSlice(await this.content(table, slice), key);
      // A copy: a part of the file would keep all of it in memory.
      const found = entry && { slice, number: entry.number, value: entry.value.slice() };
      return { value: { found }, bytes: lookupWeight + (found?.value.length ?? 0) };
    });
    return found;
  }

  /** A slice of a table, or a page. */
  content(kind: FileKind, number: number): Promise<Uint8Array> {
    return this.#files.get(`${kind}/${number}`, async () => {
      const value = await this.#load(kind, number);
      return { value, bytes: value.length };
    });
  }

  async #load(kind: FileKind, number: number): Promise<Uint8Array> {
    const start = number * hashLength;
    const address = this.#manifest.root.files[kind].slice(start, start + hashLength);
    const name = fileName(kind, address);
    const content = await this.#read(name);
    await checkAddress(name, address, content);
    return content;
  }
}
