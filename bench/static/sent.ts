import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** What hosts compress when they send it. */
const compressed = new Set([".html", ".js", ".mjs", ".json", ".css", ".svg"]);

/** Whether a file is asked for by a question, and not once by the first. */
export const isOfQuestion = (path: string): boolean =>
  /^(?:footnote\/(?:index|lexicons)|pagefind\/(?:index|fragment|filter))\//.test(path);

/** Bytes of the bodies of some files below a folder, as a host sends them. */
export function sentBytes(folder: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => {
    const content = readFileSync(join(folder, path));
    return sum + (compressed.has(extname(path)) ? gzipSync(content, { level: 9 }) : content).length;
  }, 0);
}
