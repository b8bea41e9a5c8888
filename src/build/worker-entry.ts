import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { type EngineName, engineNames } from "../corpus/names.ts";
import type { EngineBuilt } from "./engines/engine.ts";
import { manifestName } from "./folders.ts";
import { moduleExtension } from "./invocation.ts";
import { writeAtomically } from "./output.ts";
import type { PublishedLexicons } from "./publish-lexicons.ts";

const source = join(import.meta.dirname, "..");
const manifestPath = (output: string): string => join(output, manifestName);

const builtSchema = z.object({ engine: z.enum(engineNames), settings: z.unknown(), base: z.string() });

/** What a build says of itself: the engine that it chose, and what that engine needs to know to open it. */
export type Built = z.infer<typeof builtSchema>;

/** The path of src/ for imports of a module in the output folder. */
const sourceFrom = (output: string): string => relative(resolve(output), source).replaceAll("\\", "/");

/** The service of this corpus for any platform: it imports what the corpus needs and nothing else. */
const serviceModule = (source: string, base: string): string => `// Made by the build. Do not edit.
import type { BuiltService } from "${source}/worker/built-service${moduleExtension}";
import { languages, openEngine } from "./engine.ts";

const service: BuiltService = {
  openEngine,
  languages,
  base: ${JSON.stringify(base)},
  // Readers with a browser need none of this code, so it is loaded lazily.
  agents: () => import("./agents.js"),
};
export default service;
`;

/** The entry module that wrangler bundles. */
const entry = (source: string): string => `// Made by the build. Do not edit.
import { waitUntil } from "cloudflare:workers";
import { createWorker } from "${source}/worker/create-worker${moduleExtension}";
import service from "./service.ts";

export default createWorker({ ...service, engine: service.openEngine({ waitUntil }) });
`;

/** What an engine has built, and what was built for it. */
interface EngineParts extends EngineBuilt {
  /** Where the words that languages know are among the assets. */
  readonly lexicons?: PublishedLexicons;
}

/** The module that passes the Worker one engine and the languages it needs. */
function engineModule(source: string, engine: EngineName, built: EngineParts): string {
  const { languages, settings, modules = {}, lexicons = {} } = built;
  const names = Object.keys(modules);
  const imports = [
    ...names.map((name) => `import ${name} from "./${name}.wasm";`),
    `import type { Language } from "${source}/text/language${moduleExtension}";`,
    ...languages.map((code) => `import ${code} from "${source}/text/languages/${code}${moduleExtension}";`),
    `import { createEngine } from "${source}/worker/engines/${engine}/engine${moduleExtension}";`,
    `import type { Engine } from "${source}/worker/engines/engine${moduleExtension}";`,
    `import { type Platform, server } from "${source}/worker/platform${moduleExtension}";`,
  ];
  return `// Made by the build. Do not edit.
${imports.join("\n")}

export const languages: readonly Language[] = [${languages.join(", ")}];
const lexicons = ${JSON.stringify(lexicons)};
const settings: Parameters<typeof createEngine>[0]["settings"] = ${JSON.stringify(settings)};
export const openEngine = (platform: Platform = server): Engine =>
  createEngine({ ${["languages", "lexicons", "settings", "platform", ...names].join(", ")} });
`;
}

/**
 * Writes the Worker's modules and the manifest.
 * @param at where the folder will be, when it is moved there once all is written
 */
export function writeWorkerEntry(
  output: string,
  engine: EngineName,
  built: EngineParts,
  base: string,
  at = output,
): void {
  const { settings, modules = {} } = built;
  const path = sourceFrom(at);
  for (const [name, bytes] of Object.entries(modules)) writeAtomically(join(output, `${name}.wasm`), bytes);
  writeAtomically(join(output, "service.ts"), serviceModule(path, base));
  writeAtomically(join(output, "worker.ts"), entry(path));
  writeAtomically(join(output, "engine.ts"), engineModule(path, engine, built));
  const about: Built = { engine, settings, base };
  writeAtomically(manifestPath(output), `${JSON.stringify(about)}\n`);
}

/** The last good build in a folder; undefined when there is none of this version of Footnote. */
export function readBuilt(output: string): Built | undefined {
  const path = manifestPath(output);
  return existsSync(path) ? builtSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data : undefined;
}
