import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { filesBelow } from "./files-below.ts";
import { manifestName, OutputError, stagingName } from "./folders.ts";
import { assetFolder } from "./output.ts";

/** What errors of the file system mean. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "it may not be written to",
  EPERM: "it may not be written to",
  EEXIST: "a file stands where a folder is needed",
  ENOTDIR: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
};

function explained(error: unknown, output: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const reason = reasons[String(error.code)];
  if (reason === undefined) return error;
  const path = "path" in error ? relative(".", String(error.path)) : output;
  return new OutputError(`${path}: ${reason}; the last good build stays in place`, { cause: error });
}

/**
 * Runs a build that writes into a folder of its own, and removes that folder in the end, whatever happens.
 *
 * @param work is given the folder, and moves what is in it to where it belongs, see `switchTo`
 * @throws OutputError when something cannot be written
 */
export async function withStaging<Result>(
  output: string,
  work: (staging: string) => Promise<Result>,
): Promise<Result> {
  const staging = join(output, stagingName);
  const remove = (): void => rmSync(staging, { recursive: true, force: true });
  const end = (signal: NodeJS.Signals): void => {
    remove();
    process.removeListener(signal, end);
    process.kill(process.pid, signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  try {
    // What a killed build has left.
    remove();
    mkdirSync(output, { recursive: true });
    // Not recursive: that takes a read-only disk for a folder that is missing.
    mkdirSync(staging);
    for (const signal of signals) process.once(signal, end);
    return await work(staging);
  } catch (error) {
    throw explained(error, output);
  } finally {
    for (const signal of signals) process.removeListener(signal, end);
    try {
      remove();
    } catch {
      // On a disk that became read-only it stays; the next build removes it.
    }
  }
}

/** Whether two files have the same bytes. */
function areEqual(path: string, other: string): boolean {
  const size = statSync(path).size;
  const known = statSync(other, { throwIfNoEntry: false });
  return known?.isFile() === true && known.size === size && readFileSync(path).equals(readFileSync(other));
}

/** Removes what stands in the way of a file: a folder of its name, or a file in place of one of its folders. */
function makeWay(output: string, path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { recursive: true });
  const parts = relative(output, dirname(path)).split(sep);
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = join(output, ...parts.slice(0, depth));
    if (statSync(folder, { throwIfNoEntry: false })?.isFile()) rmSync(folder);
  }
  mkdirSync(dirname(path), { recursive: true });
}

/** What a Worker begins with, in the order in which it is switched: what leads to the index last. */
const entries = ["engine.ts", "worker.ts", manifestName];

/**
 * Makes a staged build the current one. Its files are moved, which takes no room on the disk, those of the index before what
 * leads to them; equal files are left alone. Then others are removed, and that all is there is checked.
 *
 * @param kept names of assets of the last build that are still in use
 * @param unchanged sizes of the assets that are not staged, as the last build has the same
 * @throws OutputError when a file is not there in the end
 */
export function switchTo(
  staging: string,
  output: string,
  kept: ReadonlySet<string>,
  unchanged: ReadonlyMap<string, number> = new Map(),
): void {
  const sizes = new Map(
    filesBelow(staging).map((path) => [relative(staging, path), statSync(path).size] as const),
  );
  const order = [...sizes.keys()].sort((a, b) => entries.indexOf(a) - entries.indexOf(b));
  for (const name of order) {
    const target = join(output, name);
    if (areEqual(join(staging, name), target)) continue;
    makeWay(output, target);
    renameSync(join(staging, name), target);
  }
  const assets = assetFolder(output);
  for (const [name, size] of unchanged) sizes.set(relative(output, join(assets, name)), size);
  for (const path of filesBelow(assets)) {
    const name = relative(assets, path);
    const isKept = sizes.has(relative(output, path)) || kept.has(name.split(sep).join("/"));
    if (!isKept) removeWithFolders(assets, path);
  }
  for (const [name, size] of sizes) {
    const path = join(output, name);
    if (statSync(path, { throwIfNoEntry: false })?.size !== size) {
      throw new OutputError(
        `${path} is not as it was written: something else changes ${output}; build again`,
      );
    }
  }
}

/** Removes a file, and the folders above it that are empty then. */
function removeWithFolders(root: string, path: string): void {
  rmSync(path);
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      // It holds others.
      return;
    }
  }
}
