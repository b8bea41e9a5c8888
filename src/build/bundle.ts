import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import { packLabels } from "./pack-labels.ts";

/** Paths of entry points start from it, wherever a command is run. */
const project = join(import.meta.dirname, "..", "..");

/** Bundles a style sheet into a script as minified text. */
const styleText: Plugin = {
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Bundles the widget's labels in less room. */
const packedLabels: Plugin = {
  name: "packed-labels",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/widget\/labels\/languages\.ts$/ }, () => ({ contents: packLabels() }));
  },
};

interface Bundle {
  /** File name; contains a hash of the content where that was asked for. */
  readonly name: string;
  readonly content: Uint8Array;
}

async function bundle(
  entryPoint: string,
  entryNames: "[name]" | "[name]-[hash]",
  conditions: string[] = [],
): Promise<Bundle> {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [entryPoint],
    entryNames,
    conditions,
    bundle: true,
    write: false,
    outdir: "/",
    format: "esm",
    target: "es2023",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [styleText, packedLabels],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`The bundler made nothing of ${entryPoint}.`);
  return { name: basename(file.path), content: file.contents };
}

/** The widget as a script for any page, and as a module to be imported. */
export async function bundleWidget(): Promise<{ script: Uint8Array; module: Uint8Array }> {
  const [script, module] = await Promise.all([
    bundle("src/widget/script.ts", "[name]"),
    bundle("src/widget/index.ts", "[name]"),
  ]);
  return { script: script.content, module: module.content };
}

/** The script and the style of the owner's page. */
export async function bundleInsights(): Promise<{ script: Bundle; style: Bundle }> {
  const [script, style] = await Promise.all([
    bundle("src/site/browser/insights.ts", "[name]-[hash]"),
    bundle("src/site/insights.css", "[name]-[hash]"),
  ]);
  return { script, style };
}

/**
 * The part of the Worker that answers agents, as a module.
 * @see src/worker/agents/mcp-server.ts
 */
export async function bundleAgents(): Promise<Uint8Array> {
  const { content } = await bundle("src/worker/agents/mcp-server.ts", "[name]", [
    "workerd",
    "worker",
    "browser",
  ]);
  return content;
}

/** Sources of the site's styles and scripts, by the names that pages use. */
const siteEntries = {
  "site.css": "src/site/site.css",
  "home.js": "src/site/browser/home.ts",
  "article.js": "src/site/browser/article.ts",
  "embed.js": "src/site/browser/embed.ts",
} as const;
type SiteEntry = keyof typeof siteEntries;

/** The styles and scripts of the site's pages, named by their content. */
export async function bundleSite(): Promise<Record<SiteEntry, Bundle>> {
  const one = (entry: SiteEntry): Promise<Bundle> => bundle(siteEntries[entry], "[name]-[hash]");
  return {
    "site.css": await one("site.css"),
    "home.js": await one("home.js"),
    "article.js": await one("article.js"),
    "embed.js": await one("embed.js"),
  };
}
