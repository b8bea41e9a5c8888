import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { languageCodes } from "../text/languages/index.ts";
import { keptBundle } from "./kept-bundles.ts";
import { nameHash } from "./name-hash.ts";

/** Folder of the source, in a checkout; of what was compiled from it, in a package. */
const source = join(import.meta.dirname, "..");

/** Conditions of package exports under which a bundle runs in a Worker. */
const workerConditions = ["workerd", "worker", "browser"];

/** What is bundled, by the file of src/ that it begins with. */
const entryPoints = {
  "widget/script.ts": [],
  "widget/index.ts": [],
  "widget/session/index.ts": [],
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

/** The widget, and what it loads when a reader comes to it. */
interface WidgetBundles {
  /** A script for any page, which finds the session at `sessionName` beside it. */
  readonly script: Uint8Array;
  /** A module to be imported, which finds the session at `session/index.js` beside it. */
  readonly module: Uint8Array;
  readonly session: Uint8Array;
}

/** File name of the widget's session among what a site publishes. */
export const sessionName = "widget-session.js";

/** The widget in its parts. */
export async function bundleWidget(): Promise<WidgetBundles> {
  const [script, module, session] = await Promise.all([
    bundle("widget/script.ts"),
    bundle("widget/index.ts"),
    bundle("widget/session/index.ts"),
  ]);
  return { script, module, session };
}

/** The address by which a widget's script loads the session: with its hash, so that it names one content. */
export function sessionAddress(script: Uint8Array): string {
  const address = /\.\/(widget-session\.js\?[0-9a-f]+)/.exec(new TextDecoder().decode(script))?.[1];
  if (address === undefined) throw new Error("The widget's script does not load its session.");
  return address;
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
