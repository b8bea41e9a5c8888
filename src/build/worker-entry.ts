import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { hashLength } from "../index/compiled/format/content-hash.ts";
import { type FileKind, fileName } from "../index/compiled/format/index-format.ts";
import { type IndexManifest, indexFormat } from "../index/compiled/format/manifest.ts";
import type { Site } from "../site/shell.ts";
import { languageCodes } from "../text/languages/index.ts";
import { placeholders } from "./database-pages.ts";
import { writeAtomically } from "./output.ts";

const source = join(import.meta.dirname, "..");
const manifestPath = (output: string): string => join(output, "manifest.json");

/** Name of the compiled kernel in the output folder. */
const kernelFile = "kernel.wasm";

/** Manifest of a build that uses the D1 engine. */
export interface DatabaseManifest {
  readonly engine: "d1";
}

/** The path of src/ for imports of a module in the output folder. */
const sourceFrom = (output: string): string => relative(resolve(output), source).replaceAll("\\", "/");

/** The entry module that wrangler bundles: it imports what this corpus needs and nothing else. */
const entry = (source: string): string => `// Made by the build. Do not edit.
import { createWorker } from "${source}/worker/create-worker.ts";
import { languages, openEngine } from "./engine.ts";

export default createWorker({
  engine: openEngine(),
  languages,
  // Readers with a browser need none of this code, so it is loaded lazily.
  agents: () => import("./agents.js"),
});
`;

/**
 * Writes the generated modules that give the Worker one engine and the languages it needs.
 *
 * @param lines declarations, given the path of src/
 * @param engine expression that creates the engine from `languages` and what `lines` declare
 */
function writeBuilt(
  output: string,
  languages: readonly string[],
  lines: (source: string) => readonly string[],
  engine: string,
): void {
  const path = sourceFrom(output);
  const imports = languages.map((code) => `import ${code} from "${path}/text/languages/${code}.ts";\n`);
  writeAtomically(join(output, "worker.ts"), entry(path));
  writeAtomically(
    join(output, "engine.ts"),
    `// Made by the build. Do not edit.
import type { Language } from "${path}/text/language.ts";
import type { Engine } from "${path}/worker/engines/engine.ts";
${imports.join("")}${lines(path)
  .map((line) => `${line}\n`)
  .join("")}
export const languages: readonly Language[] = [${languages.join(", ")}];
export const openEngine = (): Engine => ${engine};
`,
  );
}

/** Writes the manifest of an index and its kernel, which makes them the current ones. */
export function writeManifest(output: string, manifest: IndexManifest, kernel: Uint8Array): void {
  writeAtomically(join(output, kernelFile), kernel);
  const lines = (source: string): string[] => [
    `import type { IndexManifest } from "${source}/index/compiled/format/manifest.ts";`,
    `import { compiledEngine } from "${source}/worker/engines/compiled.ts";`,
    `import kernel from "./${kernelFile}";`,
    `const manifest: IndexManifest = ${JSON.stringify(manifest)};`,
  ];
  writeBuilt(output, manifest.languages, lines, "compiledEngine(manifest, languages, kernel)");
  writeAtomically(manifestPath(output), `${JSON.stringify(manifest)}\n`);
}

/**
 * Makes the D1 engine the current one.
 *
 * @param first codes of the languages used now, most frequent first; articles in others may arrive at any time
 */
export function writeDatabaseManifest(output: string, first: readonly string[], { files }: Site): void {
  const names = Object.keys(placeholders) as (keyof Site["files"])[];
  const addresses = Object.fromEntries(names.map((name) => [placeholders[name], files[name]]));
  const lines = (source: string): string[] => [
    `import { databaseEngine } from "${source}/worker/engines/d1/engine.ts";`,
    `const addresses: Readonly<Record<string, string>> = ${JSON.stringify(addresses)};`,
  ];
  writeBuilt(
    output,
    [...new Set([...first, ...languageCodes])],
    lines,
    "databaseEngine(languages, addresses)",
  );
  const manifest: DatabaseManifest = { engine: "d1" };
  writeAtomically(manifestPath(output), `${JSON.stringify(manifest)}\n`);
}

/** The manifest of the last good build in a folder, or undefined when nothing was built there. */
export function readManifest(output: string): IndexManifest | DatabaseManifest | undefined {
  const path = manifestPath(output);
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as IndexManifest | DatabaseManifest)
    : undefined;
}

/** File names of an index among the assets; none when it is of another version of Footnote. */
export function indexFiles(manifest: IndexManifest | DatabaseManifest): string[] {
  if ("engine" in manifest || manifest.format !== indexFormat) return [];
  const { files } = manifest.root;
  const kinds = Object.keys(files) as FileKind[];
  return kinds.flatMap((kind) =>
    (files[kind].match(new RegExp(`.{${hashLength}}`, "g")) ?? []).map((hash) => fileName(kind, hash)),
  );
}
