import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { languageCodes } from "../text/languages/index.ts";
import { keptBundle } from "./kept-bundles.ts";
import { nameHash } from "./name-hash.ts";
import { withLanguages } from "./pack-labels.ts";

/** Folder of the source, in a checkout; of what was compiled from it, in a package. */
const source = join(import.meta.dirname, "..");

/** Conditions of package exports under which a bundle runs in a Worker. */
const workerConditions = ["workerd", "worker", "browser"];

/** What is bundled, by the file of src/ that it begins with. */
const entryPoints = {
  "widget/script.ts": [],
  "widget/index.ts": [],
  "widget/session/index.ts": [],
  "widget/session/script.ts": [],
  "widget/session/static-source.ts": [],
  "widget/answers/index.ts": [],
  "widget/agents/index.ts": [],
  "site/site.css": [],
  "site/browser/home.ts": [],
  "site/browser/article.ts": [],
  "site/browser/embed.ts": [],
  "site/browser/insights.ts": [],
  "site/insights.css": [],
  "worker/agents/mcp-server.ts": workerConditions,
  "static/answerer.ts": [],
  "static/service-worker.ts": [],
} as const satisfies Record<string, readonly string[]>;
/** One of these, or a language, which a static build publishes as a script of its own. */
type EntryPoint = keyof typeof entryPoints | `text/languages/${string}.ts`;

const conditionsOf = (entryPoint: EntryPoint): readonly string[] =>
  new Map<string, readonly string[]>(Object.entries(entryPoints)).get(entryPoint) ?? [];

/** A bundle that pages name. */
interface Bundle {
  /** File name with a hash of the content. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where a package has a bundle that was made with it. */
function shippedFile(entryPoint: string, folder = source): string {
  const { dir, name, ext } = parse(entryPoint);
  return join(folder, "bundles", dir, `${name}${ext === ".ts" ? ".js" : ext}`);
}

/** Bundles a file of a checkout; in a package, which has no source, returns the bundle that it ships. */
async function bundle(entryPoint: EntryPoint): Promise<Uint8Array> {
  if (!existsSync(join(source, "build", "bundler.ts"))) return readFile(shippedFile(entryPoint));
  return keptBundle(source, entryPoint, async () => {
    const { makeBundle } = await import("./bundler.ts");
    return makeBundle(source, entryPoint, conditionsOf(entryPoint));
  });
}

/**
 * All bundles, with the paths that a package has them at.
 * @param folder of the compiled source
 */
export async function shippedBundles(folder: string): Promise<[path: string, content: Uint8Array][]> {
  const all: EntryPoint[] = [
    ...(Object.keys(entryPoints) as (keyof typeof entryPoints)[]),
    ...languageCodes.map((code) => `text/languages/${code}.ts` as const),
  ];
  return Promise.all(
    all.map(async (entryPoint) => [shippedFile(entryPoint, folder), await bundle(entryPoint)]),
  );
}

async function named(entryPoint: EntryPoint): Promise<Bundle> {
  const content = await bundle(entryPoint);
  const { name, ext } = parse(entryPoint);
  return { name: `${name}-${nameHash(content)}${ext === ".ts" ? ".js" : ext}`, content };
}

/** A script of the widget that another of its scripts loads from beside itself. */
interface LaterScript {
  /** File name among what a site publishes. */
  readonly name: string;
  /** The address by which it is loaded: the name, and a hash so that it names one content. */
  readonly address: string;
  readonly content: Uint8Array;
}

/** The widget in its parts. */
export interface WidgetBundles {
  /** A script for any page: all of the widget before a reader does anything. */
  readonly script: Uint8Array;
  /** What it loads when a reader comes to the field, when one types, and where answers come from files. */
  readonly session: LaterScript;
  readonly answers: LaterScript;
  readonly files: LaterScript;
  /** What it loads where the reader's browser has an agent that may ask. */
  readonly agents: LaterScript;
  /** The same as modules to be imported, by their paths below the folder of the first, `index.js`. */
  readonly modules: ReadonlyMap<string, Uint8Array>;
}

/** The widget in its parts. @param spoken languages that its first script has words of: all when left out */
export async function bundleWidget(spoken?: readonly string[]): Promise<WidgetBundles> {
  const [script, module, session, sessionModule, answers, files, agents] = await Promise.all([
    bundle("widget/script.ts"),
    bundle("widget/index.ts"),
    bundle("widget/session/script.ts"),
    bundle("widget/session/index.ts"),
    bundle("widget/answers/index.ts"),
    bundle("widget/session/static-source.ts"),
    bundle("widget/agents/index.ts"),
  ]);
  const later = (name: string, content: Uint8Array): LaterScript => ({
    name,
    address: `${name}?${nameHash(content)}`,
    content,
  });
  return {
    script: spoken === undefined ? script : withLanguages(script, spoken),
    session: later("widget-session.js", session),
    answers: later("widget-answers.js", answers),
    files: later("widget-files.js", files),
    agents: later("widget-agents.js", agents),
    modules: new Map([
      ["index.js", module],
      ["session/index.js", sessionModule],
      ["session/static-source.js", files],
      ["answers/index.js", answers],
      ["agents/index.js", agents],
    ]),
  };
}

/** The script and the style of the owner's page. */
export async function bundleInsights(): Promise<{ script: Bundle; style: Bundle }> {
  const [script, style] = await Promise.all([named("site/browser/insights.ts"), named("site/insights.css")]);
  return { script, style };
}

/**
 * The part of the Worker that answers agents, as a module.
 * @see src/worker/agents/mcp-server.ts
 */
export const bundleAgents = (): Promise<Uint8Array> => bundle("worker/agents/mcp-server.ts");

/** The script that answers in a page from the files of a static build. */
export const bundleAnswerer = (): Promise<Uint8Array> => bundle("static/answerer.ts");

/** The same script's knowledge of a language, as a module of its own. */
export const bundleLanguage = (code: string): Promise<Uint8Array> => bundle(`text/languages/${code}.ts`);

/** The service worker of a static build. */
export const bundleServiceWorker = (): Promise<Uint8Array> => bundle("static/service-worker.ts");

/** Sources of the site's styles and scripts, by the names that pages use. */
const siteEntries = {
  "site.css": "site/site.css",
  "home.js": "site/browser/home.ts",
  "article.js": "site/browser/article.ts",
  "embed.js": "site/browser/embed.ts",
} as const;

/** The styles and scripts of the site's pages, named by their content. */
export async function bundleSite(): Promise<Record<keyof typeof siteEntries, Bundle>> {
  return {
    "site.css": await named(siteEntries["site.css"]),
    "home.js": await named(siteEntries["home.js"]),
    "article.js": await named(siteEntries["article.js"]),
    "embed.js": await named(siteEntries["embed.js"]),
  };
}
