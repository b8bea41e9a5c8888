import { join } from "node:path";
import { keyOfFiles } from "./build-cache.ts";
import { filesBelow } from "./files-below.ts";

const source = join(import.meta.dirname, "..");

/** The code that an article's passages, terms and page depend on, and the versions of the libraries. */
const inputs = [
  "shared",
  "model",
  "text",
  "fragments",
  "corpus",
  "index",
  "site",
  "build",
  "../package.json",
];

/**
 * A hash of the code that reads, splits, analyses or renders articles, and of the Unicode data it uses. It is part of every
 * cache key, so that a change of code invalidates the cache and nobody has to bump a version.
 */
export function codeHash(): string {
  const files = inputs.flatMap((input) => {
    const path = join(source, input);
    return /\.\w+$/.test(input) ? [path] : filesBelow(path).filter((file) => !file.endsWith(".md"));
  });
  const { node, icu = "", unicode = "" } = process.versions;
  return keyOfFiles(source, files, node, icu, unicode);
}
