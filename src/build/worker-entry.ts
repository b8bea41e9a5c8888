import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashLength } from "../index/compiled/format/content-hash.ts";
import { type FileKind, fileName } from "../index/compiled/format/index-format.ts";
import { type IndexManifest, indexFormat } from "../index/compiled/format/manifest.ts";
import type { Site } from "../site/shell.ts";
import { languageCodes } from "../text/languages/index.ts";
import { placeholders } from "./database-pages.ts";
import { kernelFile } from "./kernel.ts";
import { outputFolder, writeAtomically } from "./output.ts";

const manifestPath = join(outputFolder, "manifest.json");

/** Manifest of a build that uses the D1 engine. */
export interface DatabaseManifest {
  readonly engine: "d1";
}

/** The entry module that wrangler bundles: it imports what this corpus needs and nothing else. */
const entry = `// Made by the build. Do not edit.
import { createWorker } from "../src/worker/create-worker.ts";
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
 * @param engine expression that creates the engine from `languages` and what `lines` declare
 */
function writeBuilt(languages: readonly string[], lines: readonly string[], engine: string): void {
  const imports = languages.map((code) => `import ${code} from "../src/text/languages/${code}.ts";\n`);
  writeAtomically(join(outputFolder, "worker.ts"), entry);
  writeAtomically(
    join(outputFolder, "engine.ts"),
    `// Made by the build. Do not edit.
import type { Language } from "../src/text/language.ts";
import type { Engine } from "../src/worker/engines/engine.ts";
${imports.join("")}${lines.map((line) => `${line}\n`).join("")}
export const languages: readonly Language[] = [${languages.join(", ")}];
export const openEngine = (): Engine => ${engine};
`,
  );
}

/** Writes the manifest of an index, which makes it the current one. */
export function writeManifest(manifest: IndexManifest): void {
  const lines = [
    `import type { IndexManifest } from "../src/index/compiled/format/manifest.ts";`,
    `import { compiledEngine } from "../src/worker/engines/compiled.ts";`,
    `import kernel from "./${kernelFile}";`,
    `const manifest: IndexManifest = ${JSON.stringify(manifest)};`,
  ];
  writeBuilt(manifest.languages, lines, "compiledEngine(manifest, languages, kernel)");
  writeAtomically(manifestPath, `${JSON.stringify(manifest)}\n`);
}

/**
 * Makes the D1 engine the current one.
 *
 * @param first codes of the languages used now, most frequent first; articles in others may arrive at any time
 */
export function writeDatabaseManifest(first: readonly string[], { files }: Site): void {
  const names = Object.keys(placeholders) as (keyof Site["files"])[];
  const addresses = Object.fromEntries(names.map((name) => [placeholders[name], files[name]]));
  const lines = [
    `import { databaseEngine } from "../src/worker/engines/d1/engine.ts";`,
    `const addresses: Readonly<Record<string, string>> = ${JSON.stringify(addresses)};`,
  ];
  writeBuilt([...new Set([...first, ...languageCodes])], lines, "databaseEngine(languages, addresses)");
  const manifest: DatabaseManifest = { engine: "d1" };
  writeAtomically(manifestPath, `${JSON.stringify(manifest)}\n`);
}

/** The manifest of the last good build, or undefined when nothing was built. */
export function readManifest(): IndexManifest | DatabaseManifest | undefined {
  return existsSync(manifestPath)
    ? (JSON.parse(readFileSync(manifestPath, "utf8")) as IndexManifest | DatabaseManifest)
    : undefined;
}

/** File names of an index among the assets; none when it is of another version of Footnote. */
export function indexFiles(manifest: IndexManifest | DatabaseManifest): string[] {
  if ("engine" in manifest || manifest.format !== indexFormat) return [];
  const { files } = manifest.root;
  const kinds = Object.keys(files) as FileKind[];
  return kinds.flatMap((kind) =>
    (files[kind].match(new RegExp(`.{${hashLength}}`, "g")) ?? []).map((address) => fileName(kind, address)),
  );
}
