import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { assetFolder } from "./output.ts";

/** Thrown when a build may not write where it should. The message says why and what to do. */
export class OutputError extends Error {
  override name = "OutputError";
}

/** A path without symbolic links, as far as it exists. */
export function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full) || dirname(full) === full) return realpathSync(full);
  return join(realPath(dirname(full)), basename(full));
}

/** The path from one folder to another that is in it; undefined when it is not. */
function pathWithin(folder: string, other: string): string | undefined {
  const path = relative(folder, other);
  return isAbsolute(path) || path.split(sep)[0] === ".." ? undefined : path;
}

/**
 * Refuses folders in which a build could remove what its owner wrote, or read what it has written itself. Hidden folders are
 * no part of a corpus, so a build may be in one of them.
 *
 * @throws OutputError before anything is written
 */
export function checkFolders(corpus: string, output: string): void {
  const from = realPath(corpus);
  const to = realPath(output);
  if (pathWithin(to, from) !== undefined) {
    throw new OutputError(
      `${corpus} is in ${output}, whose files a build replaces: move the articles out of it`,
    );
  }
  const inside = pathWithin(from, to)?.split(sep);
  if (inside !== undefined && !inside.some((part) => part.startsWith("."))) {
    throw new OutputError(
      `${output} is in ${corpus}, whose files are read as articles: build into another folder`,
    );
  }
  const assets = assetFolder(output);
  const isOwn = [manifestName, stagingName].some((name) => existsSync(join(output, name)));
  if (!isOwn && existsSync(assets) && readdirSync(assets).length > 0) {
    throw new OutputError(
      `${assets} has files that no build wrote, and would lose them: build into another folder`,
    );
  }
}

/** Name of the file that says which build is in an output folder. */
export const manifestName = "manifest.json";

/** Name of the folder in it where a build is until it is whole. */
export const stagingName = ".next";
