import { join } from "node:path";
import { keyOfFiles } from "./build-cache.ts";
import { filesBelow } from "./files-below.ts";

const source = join(import.meta.dirname, "..");

/** What an article's passages, terms and page are made by, and the list of the libraries that help. */
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
 * Changes whenever the code does that reads, splits, analyses or shows articles, or the Unicode data that it goes by. What
 * was worked out by other code is worked out again; nobody has to remember to count a version up.
 */
export function codeHash(): string {
  const files = inputs.flatMap((input) => {
    const path = join(source, input);
    return /\.\w+$/.test(input) ? [path] : filesBelow(path);
  });
  const { node, icu = "", unicode = "" } = process.versions;
  return keyOfFiles(source, files, node, icu, unicode);
}
