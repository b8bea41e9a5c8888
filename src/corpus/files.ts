import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { articleFormat, isDocument } from "./formats/index.ts";
import { note, type Problem, warning } from "./problem.ts";
import type { Selection } from "./selection.ts";

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

/** What Node has in a name in the place of bytes that are no UTF-8: there is no such file then. */
const replacement = "\uFFFD";

class Walk {
  readonly listing: Listing = { paths: [], problems: [] };
  readonly #root: string;
  readonly #realRoot: string;
  readonly #selection: Selection;

  constructor(root: string, realRoot: string, selection: Selection) {
    this.#root = root;
    this.#realRoot = realRoot;
    this.#selection = selection;
  }

  #warn(path: string, message: string, detail?: string): void {
    this.listing.problems.push(warning(path, 1, message, detail));
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
        if (entry.isFile() && articleFormat(inner) === undefined) continue;
        if (entry.name.includes(replacement))
          this.#warn(inner, "has a name that is not UTF-8, and is left out; rename it");
        else this.#warn(inner, "cannot be read, and is left out", reason(cause));
      }
    }
  }

  async #entry(path: string, entry: Dirent, above: readonly string[]): Promise<void> {
    if (entry.isSymbolicLink()) await this.#link(path, above);
    else if (entry.isDirectory()) await this.#inner(path, [...above, join(above.at(-1) ?? "", entry.name)]);
    else if (entry.isFile()) {
      if (entry.name.includes(replacement)) await stat(join(this.#root, path));
      this.#file(path);
    }
  }

  async #inner(path: string, above: readonly string[]): Promise<void> {
    if (this.#selection.enters(path)) await this.folder(path, above);
    else this.#leaveOut(path);
  }

  #file(path: string): void {
    if (articleFormat(path) === undefined) {
      if (!isDocument(path) || !this.#selection.takes(path)) return;
      const message = "is not read: its format is none of those of articles";
      this.listing.problems.push(note(path, 1, message, path.slice(path.lastIndexOf("."))));
    } else if (this.#selection.takes(path)) this.listing.paths.push(path);
    else this.#leaveOut(path);
  }

  #leaveOut(path: string): void {
    const message = 'is left out by its name; in corpus.yaml, exclude: ["!name"] takes it';
    this.listing.problems.push(note(path, 1, message));
  }

  async #link(path: string, above: readonly string[]): Promise<void> {
    // What could not be an article is not followed: it may lead anywhere.
    const mayBeArticle = articleFormat(path) !== undefined;
    const isNamedFile = /\.[a-z0-9]{1,5}$/i.test(path);
    if (!mayBeArticle && isNamedFile) return;
    const target = await realpath(join(this.#root, path));
    const found = await stat(target);
    const isFolder = found.isDirectory();
    if (!isFolder && !mayBeArticle) return;
    if (!isFolder && !found.isFile()) {
      this.#warn(path, "is a symbolic link to what is no file, and is not followed");
      return;
    }
    if (!isBelow(target, this.#realRoot)) {
      this.#warn(
        path,
        "is a symbolic link that leads out of the corpus folder, and is not followed; copy what it leads to",
      );
    } else if (!isFolder) {
      this.#file(path);
    } else if (above.includes(target)) {
      this.#warn(path, "is a symbolic link to a folder that it is itself in, and is not followed");
    } else {
      await this.#inner(path, [...above, target]);
    }
  }
}

/**
 * Finds the articles below a folder at any depth. Names that start with a dot, files that are not articles and what the
 * selection leaves out are passed over; symbolic links are followed as long as they stay in the folder.
 *
 * @throws when the folder itself cannot be read.
 */
export async function listArticles(directory: string, selection: Selection): Promise<Listing> {
  const realRoot = await realpath(directory);
  const walk = new Walk(directory, realRoot, selection);
  await walk.folder("", [realRoot]);
  return walk.listing;
}
