import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressLength } from "../index/address.ts";
import { type FileKind, fileName } from "../index/layout.ts";
import { type IndexManifest, indexFormat } from "../index/manifest.ts";
import { outputFolder, writeWhole } from "./output.ts";

const manifestPath = join(outputFolder, "manifest.json");

/** Writes the manifest, and the module through which the Worker is built with the languages of its corpus and no others. */
export function writeManifest(manifest: IndexManifest): void {
  const imports = manifest.languages.map(
    (code) => `import ${code} from "../src/text/languages/${code}.ts";\n`,
  );
  writeWhole(
    join(outputFolder, "built.ts"),
    `// Made by the build. Do not edit.
import type { IndexManifest } from "../src/index/manifest.ts";
import type { Language } from "../src/text/language.ts";
import { compiledEngine } from "../src/worker/compiled-engine.ts";
import type { Engine } from "../src/worker/engine.ts";
${imports.join("")}
export const manifest: IndexManifest = ${JSON.stringify(manifest)};
export const languages: readonly Language[] = [${manifest.languages.join(", ")}];
export const openEngine = (): Engine => compiledEngine(manifest, languages);
`,
  );
  writeWhole(manifestPath, `${JSON.stringify(manifest)}\n`);
}

/** The manifest of the last good build, or undefined when nothing was built. */
export function readManifest(): IndexManifest | undefined {
  return existsSync(manifestPath)
    ? (JSON.parse(readFileSync(manifestPath, "utf8")) as IndexManifest)
    : undefined;
}

/** Names of the files of an index among the assets; none when it was made by another version of Footnote. */
export function indexFiles({ format, root }: IndexManifest): string[] {
  if (format !== indexFormat) return [];
  const kinds = Object.keys(root.files) as FileKind[];
  return kinds.flatMap((kind) =>
    (root.files[kind].match(new RegExp(`.{${addressLength}}`, "g")) ?? []).map((address) =>
      fileName(kind, address),
    ),
  );
}
