import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { keyOfFiles } from "./build-cache.ts";

const source = join(import.meta.dirname, "..");
/** Modules are TypeScript in the project and JavaScript in the package. */
const extension = extname(import.meta.filename);

/** The modules that each cached stage of a build runs, below src/. What they import in turn is found, not listed. */
const stages = {
  /** From the bytes of a file to an article and the content of its page. */
  parse: ["build/parse-file"],
  /** From an article to its passages and terms. */
  analyse: ["build/index-article", "build/analysis-record", "text/languages/index"],
} as const;

/** A stage of a build whose results are cached. */
export type Stage = keyof typeof stages;

/** Imports and exports of types leave no code. */
const ofTypes = /^(?:import|export) type [^;]*;/gm;
/** What a module imports or exports of another of the project, at once or lazily. */
const specifiers = /(?:\bfrom |\bimport\(|^import )"(\.{1,2}\/[^"]+)"/gm;

/** Paths of some modules and of all that they import of the project, sorted. */
export function modulesBehind(entries: readonly string[]): string[] {
  const found = new Set(entries);
  // Grows while it is walked.
  for (const path of found) {
    const code = readFileSync(path, "utf8").replace(ofTypes, "");
    for (const [, specifier = ""] of code.matchAll(specifiers)) found.add(join(dirname(path), specifier));
  }
  return [...found].sort();
}

/** Paths of the modules that a stage runs. */
export const modulesOf = (stage: Stage): string[] =>
  modulesBehind(stages[stage].map((name) => join(source, name + extension)));

/**
 * A hash of the code that a stage runs, of the versions of the libraries and of the Unicode data of this Node. It is part of the
 * keys of the stage's results, so that a change of code invalidates what that code made and nothing else, and nobody has to
 * bump a version.
 */
export function codeHash(stage: Stage): string {
  const { node, icu = "", unicode = "" } = process.versions;
  const libraries = join(source, "..", "package.json");
  return keyOfFiles(source, [...modulesOf(stage), libraries], node, icu, unicode);
}
