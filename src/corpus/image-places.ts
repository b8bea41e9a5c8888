import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isBelow } from "./files.ts";

/** Folders whose files generators serve from the top of a site, as they stand in the folder of articles or above it. */
const servedFolders = [
  "public",
  "static",
  "assets",
  "source",
  "content",
  ".vuepress/public",
  ".vitepress/public",
  "docs/.vuepress/public",
  "docs/public",
  "src",
  "src/assets",
  "website/static",
];

/** Hidden folders that generators keep files for readers in. */
const forReaders = /(?<=^|\/)\.(?:gitbook|vuepress|vitepress)\//;

/** Whether a path goes through a hidden file or folder, which is not for readers. */
export const isHiddenFile = (path: string): boolean => /(?:^|\/)\./.test(path.replace(forReaders, ""));

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of a file, and what is left of it without the folders that only the files of articles are sorted into: pages may stand higher. */
function endingsOf(path: string): string[] {
  const steps = path.split("/");
  return steps.slice(0, Math.max(1, steps.length - 1)).map((_, index) => steps.slice(index).join("/"));
}

/** How a file may be named in a folder: by its path, or from the folders that are served as the top of the site. */
const namesOf = (path: string): string[] =>
  endingsOf(path).flatMap((ending) => [ending, ...servedFolders.map((folder) => `${folder}/${ending}`)]);

/** The path below a corpus folder at which a file is that an article names by another: where generators have it. */
export function placeInCorpus(directory: string, path: string, otherwise?: string): string {
  const names = [path, ...(otherwise === undefined ? [] : [otherwise]), ...namesOf(path)];
  return names.find((name) => isFile(join(directory, name))) ?? path;
}

/** Folders above another that are a part of the same repository; without one, the folder that holds it. */
function foldersAbove(directory: string): string[] {
  const above: string[] = [];
  let folder = directory;
  while (!existsSync(join(folder, ".git"))) {
    const outer = dirname(folder);
    // No folder of a repository was found on the way to the root.
    if (outer === folder) return above.slice(0, 1);
    above.push(outer);
    folder = outer;
  }
  return above;
}

/** Whether a file is not in a corpus folder but beside it, where the site has it that the articles are written for. */
export function isBesideCorpus(directory: string, path: string): boolean {
  if (isHiddenFile(path)) return false;
  const root = realpathSync(directory);
  return foldersAbove(root).some((folder) =>
    namesOf(path).some(
      (name) => isFile(join(folder, name)) && isBelow(realpathSync(join(folder, name)), folder),
    ),
  );
}
