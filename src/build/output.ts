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

/**
 * Writes a file so that a reader sees the old content or the new, never a part. An equal file is left alone.
 *
 * @returns its length in bytes
 */
export function writeAtomically(path: string, content: string | Uint8Array): number {
  const bytes = Buffer.from(content);
  if (statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes)) {
    return bytes.length;
  }
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
  return bytes.length;
}

/** An output folder: files that were not written by the end are removed. */
export class OutputFolder {
  readonly #folder: string;
  readonly #sizes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Bytes of the files that were written, by their paths below the folder. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  /** @param path below the folder, `/` between parts */
  write(path: string, content: string | Uint8Array): void {
    this.#sizes.set(path, writeAtomically(join(this.#folder, path), content));
  }

  /** Removes all files that were not written, except some. */
  removeOthers(but: ReadonlySet<string> = new Set()): void {
    for (const path of filesBelow(this.#folder)) {
      const name = relative(this.#folder, path).split(sep).join("/");
      if (!this.#sizes.has(name) && !but.has(name)) rmSync(path);
    }
  }
}
