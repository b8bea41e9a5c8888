import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describeApi } from "../api/openapi.ts";
import type { Corpus } from "../corpus/load.ts";
import { articleTree } from "../corpus/tree.ts";
import { encodeSuggestions, suggestionFile } from "../index/suggestions.ts";
import { insightsPage } from "../site/insights-page.ts";
import { type Description, referencePage } from "../site/reference-page.ts";
import { siteFiles } from "../site/site.ts";
import { suggestionsOf } from "../site/suggestions.ts";
import { widgetLanguages } from "../widget/labels.ts";
import { bundleInsights, bundleSite, bundleWidget } from "./bundle.ts";
import { assetFolder, outputFolder, writeWhole } from "./output.ts";

/** What was written for readers. */
export interface PublishedSite {
  /** Paths below the folder of assets. */
  readonly paths: readonly string[];
  /** Size of the widget's script in bytes, gzip. */
  readonly widgetBytes: number;
}

function serviceVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}

/** Writes the widget, the pages of the articles and all that goes with them. */
export async function publishSite(
  directory: string,
  { collection, articles, paths }: Corpus,
): Promise<PublishedSite> {
  const written: string[] = [];
  const write = (path: string, content: string | Uint8Array): void => {
    writeWhole(join(assetFolder, path), content);
    written.push(path);
  };
  const widget = await bundleWidget();
  write("widget.js", widget.script);
  writeWhole(join(outputFolder, "widget", "index.js"), widget.module);

  write(suggestionFile, encodeSuggestions(suggestionsOf(articles)));
  const bundles = await bundleSite();
  for (const { name, content } of Object.values(bundles)) write(`static/${name}`, content);
  const addressOf = (entry: keyof typeof bundles): string => `/static/${bundles[entry].name}`;
  const site = {
    title: collection.title,
    baseUrl: collection.baseUrl,
    files: {
      "site.css": addressOf("site.css"),
      "home.js": addressOf("home.js"),
      "article.js": addressOf("article.js"),
      "embed.js": addressOf("embed.js"),
    },
  };
  const files = siteFiles(site, {
    articles,
    widgetLanguages,
    treeOf: ({ id }) => {
      const path = paths.get(id);
      return path === undefined
        ? undefined
        : articleTree({ path, bytes: readFileSync(join(directory, path)) });
    },
  });
  for (const [path, content] of files) write(path, content);

  const description = describeApi(serviceVersion());
  write("openapi.json", `${JSON.stringify(description, undefined, 2)}\n`);
  write("docs/index.html", referencePage(site, JSON.parse(JSON.stringify(description)) as Description));
  const { script, style } = await bundleInsights();
  for (const { name, content } of [script, style]) write(`static/${name}`, content);
  write(
    "insights.html",
    insightsPage(site, { script: `/static/${script.name}`, style: `/static/${style.name}` }),
  );
  return { paths: written, widgetBytes: gzipSync(widget.script).length };
}
