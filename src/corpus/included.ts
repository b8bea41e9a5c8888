import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isBelow } from "./files.ts";
import { articleFormat } from "./formats/index.ts";
import type { Source } from "./formats/source.ts";

/** Largest file in bytes that another may include, and most places of one that are looked at. */
const maximumIncludedBytes = 1_000_000;
const maximumIncludes = 1_000;

/** The text of a file in the folder; undefined when it is not there, hidden, too large or leads out of it. */
function readIncluded(directory: string, path: string): string | undefined {
  try {
    const file = realpathSync(join(directory, path));
    if (/(?:^|\/)\.(?!gitbook\/)/.test(path) || !isBelow(file, realpathSync(directory))) return undefined;
    const { size } = statSync(file);
    return size > maximumIncludedBytes ? undefined : readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

/** A file with the texts of those that it includes, as far as they are in the corpus folder. */
export function withIncluded(directory: string, source: Source): Source {
  const { path, bytes } = source;
  const includes = articleFormat(path)?.includes;
  if (includes === undefined) return source;
  const read = (file: string) => readIncluded(directory, file);
  const paths = includes(new TextDecoder().decode(bytes), path, read).slice(0, maximumIncludes);
  const included = new Map<string, string>();
  for (const file of paths) {
    const text = read(file);
    if (text !== undefined) included.set(file, text);
  }
  return included.size === 0 ? source : { ...source, included };
}
