import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { filesBelow } from "./files-below.ts";

/** The folder of what Footnote keeps in a user's folder: the cache, and what is built. Version control leaves it out. */
export const ownFolder = ".footnote";

/** Where a service is built unless told otherwise. A site's own `dist` is not touched. */
export const serviceFolder = `${ownFolder}/service`;

/** Makes Footnote's own folder. */
export function prepareOwnFolder(): void {
  writeAtomically(join(ownFolder, ".gitignore"), "*\n");
}

/** The folder of what the Worker serves as static assets, below an output folder. */
export const assetFolder = (output: string): string => join(output, "assets");

/** Whether there is a file of these bytes. */
function isEqual(path: string, bytes: Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === bytes.length && readFileSync(path).equals(bytes);
}

/**
 * Writes a file so that a reader sees the old content or the new, never a part. An equal file is left alone.
 *
 * @returns its length in bytes
 */
export function writeAtomically(path: string, content: string | Uint8Array): number {
  const bytes = Buffer.from(content);
  if (isEqual(path, bytes)) return bytes.length;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
  return bytes.length;
}

/** An output folder: files that were not written by the end are removed. */
export class OutputFolder {
  readonly #folder: string;
  readonly #last: string | undefined;
  readonly #sizes = new Map<string, number>();
  readonly #unchanged = new Map<string, number>();

  /** @param last where the last build is, of which equal files are not written anew */
  constructor(folder: string, last?: string) {
    this.#folder = folder;
    this.#last = last;
  }

  /** Bytes of the files that were written, by their paths below the folder. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  /** Those of them that the last build has too, and that are not in this folder. */
  get unchanged(): ReadonlyMap<string, number> {
    return this.#unchanged;
  }

  /** @param path below the folder, `/` between parts */
  write(path: string, content: string | Uint8Array): void {
    const bytes = Buffer.from(content);
    // One that is written twice is staged, whatever it was at first.
    const isFirst = !this.#sizes.has(path);
    this.#sizes.set(path, bytes.length);
    if (isFirst && this.#last !== undefined && isEqual(join(this.#last, path), bytes)) {
      this.#unchanged.set(path, bytes.length);
      return;
    }
    this.#unchanged.delete(path);
    writeAtomically(join(this.#folder, path), bytes);
  }

  /** Removes all files that were not written, except some. */
  removeOthers(but: ReadonlySet<string> = new Set()): void {
    for (const path of filesBelow(this.#folder)) {
      const name = relative(this.#folder, path).split(sep).join("/");
      if (!this.#sizes.has(name) && !but.has(name)) rmSync(path);
    }
  }
}
