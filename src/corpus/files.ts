import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { articleFormat } from "./formats/index.ts";
import { error, type Problem } from "./problem.ts";

/** Maximum size of an article in bytes. A larger file is a dump rather than an article, and slow to parse. */
export const maximumBytes = 10_000_000;

/** The articles below a folder, in no particular order, by their paths with `/` between parts. */
export interface Listing {
  readonly paths: string[];
  readonly problems: Problem[];
}

/** Whether a real path is a folder or in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Why a file could not be read, in words: `no such file or directory`. */
export function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}

class Walk {
  readonly listing: Listing = { paths: [], problems: [] };
  readonly #root: string;
  readonly #realRoot: string;

  constructor(root: string, realRoot: string) {
    this.#root = root;
    this.#realRoot = realRoot;
  }

  #fail(path: string, message: string): void {
    this.listing.problems.push(error(path, 1, message));
  }

  /** Lists a folder. `above` holds the real paths of the folder and of all that lead to it. */
  async folder(path: string, above: readonly string[]): Promise<void> {
    const entries = await readdir(join(this.#root, path), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      try {
        await this.#entry(inner, entry, above);
      } catch (cause) {
        this.#fail(inner, `cannot be read: ${reason(cause)}; check that it exists and who may read it`);
      }
    }
  }

  async #entry(path: string, entry: Dirent, above: readonly string[]): Promise<void> {
    if (entry.isSymbolicLink()) await this.#link(path, above);
    else if (entry.isDirectory()) await this.folder(path, [...above, join(above.at(-1) ?? "", entry.name)]);
    else if (entry.isFile() && articleFormat(path) !== undefined) this.listing.paths.push(path);
  }

  async #link(path: string, above: readonly string[]): Promise<void> {
    const target = await realpath(join(this.#root, path));
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && articleFormat(path) === undefined) return;
    if (!isBelow(target, this.#realRoot)) {
      this.#fail(
        path,
        "is a symbolic link that leads out of the corpus folder; copy what it leads to, or remove it",
      );
    } else if (!isFolder) {
      this.listing.paths.push(path);
    } else if (above.includes(target)) {
      this.#fail(path, "is a symbolic link to a folder that it is itself in, a loop without end; remove it");
    } else {
      await this.folder(path, [...above, target]);
    }
  }
}

/**
 * Finds the articles below a folder at any depth. Names that start with a dot and files that are not articles are passed
 * over; symbolic links are followed as long as they stay in the folder.
 *
 * @throws when the folder itself cannot be read.
 */
export async function listArticles(directory: string): Promise<Listing> {
  const realRoot = await realpath(directory);
  const walk = new Walk(directory, realRoot);
  await walk.folder("", [realRoot]);
  return walk.listing;
}
