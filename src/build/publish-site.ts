import { join } from "node:path";
import { describeApi } from "../api/openapi.ts";
import type { Collection } from "../corpus/collection.ts";
import type { PlanName } from "../corpus/names.ts";
import { encodeSuggestions, suggestionFile } from "../index/suggestions.ts";
import { card } from "../site/card.ts";
import type { ArticleOutline } from "../site/headings.ts";
import { insightsPage } from "../site/insights-page.ts";
import { type Description, referencePage } from "../site/reference-page.ts";
import type { Site } from "../site/shell.ts";
import { articleListFiles, hasOwnPage, siteFiles, withMarkdown } from "../site/site.ts";
import { suggestionsOf } from "../site/suggestions.ts";
import { languages as widgetLabels } from "../widget/labels/languages.ts";
import { pagesProblem } from "./asset-limits.ts";
import { bundleAgents, bundleInsights, bundleSite, bundleWidget, type WidgetBundles } from "./bundle.ts";
import type { CorpusImages } from "./corpus-images.ts";
import { log } from "./log.ts";
import { type OutputFolder, writeAtomically } from "./output.ts";
import { labelFiles } from "./pack-labels.ts";
import { siteFonts } from "./site-fonts.ts";
import { siteOf, withOwnStyles } from "./site-settings.ts";
import { serviceVersion } from "./version.ts";

/** Writes the widget, as scripts among the assets and as modules. @returns its parts */
export async function publishWidget(
  output: string,
  assets: OutputFolder,
  languages: readonly string[],
): Promise<WidgetBundles> {
  const widget = await bundleWidget(languages);
  const { script, session, answers, files, agents, modules } = widget;
  assets.write("widget.js", script);
  for (const { name, content } of [session, answers, files, agents]) assets.write(name, content);
  for (const [path, content] of labelFiles()) assets.write(path, content);
  for (const [path, content] of modules) writeAtomically(join(output, "widget", path), content);
  return widget;
}

/** Writes the Worker's module for agents. */
export async function publishAgents(output: string): Promise<void> {
  writeAtomically(join(output, "agents.js"), await bundleAgents());
}

/**
 * Writes the suggestions and the lists of articles, for an engine whose articles are static files.
 * @returns whether articles may have a page each among the assets; a warning is logged when they are too many
 */
export function publishLists(
  assets: OutputFolder,
  site: Site,
  articles: readonly ArticleOutline[],
  plan: PlanName,
): boolean {
  const own = articles.filter(hasOwnPage);
  const problem = pagesProblem(own.length, plan);
  if (problem !== undefined) log(`warning: ${problem}`, "yellow");
  assets.write(suggestionFile, encodeSuggestions(suggestionsOf(articles, site.base)));
  const paged = problem === undefined ? own : [];
  for (const [path, content] of articleListFiles(site, articles, paged, withMarkdown(paged)))
    assets.write(path, content);
  return problem === undefined;
}

/** Writes the site without the pages of articles: everything that changes only with a deploy. @param base as in `Site` */
export async function publishSite(
  assets: OutputFolder,
  collection: Collection,
  articles: readonly ArticleOutline[],
  { base, images }: { readonly base: string; readonly images: CorpusImages },
): Promise<Site> {
  const bundles = await bundleSite();
  const fonts = await siteFonts();
  bundles["site.css"] = withOwnStyles(bundles["site.css"], collection, fonts.rules);
  for (const { name, content } of [...Object.values(bundles), ...fonts.files])
    assets.write(`static/${name}`, content);
  const addressOf = (entry: keyof typeof bundles): string => `/static/${bundles[entry].name}`;
  const files: Site["files"] = {
    "site.css": addressOf("site.css"),
    "home.js": addressOf("home.js"),
    "article.js": addressOf("article.js"),
    "embed.js": addressOf("embed.js"),
  };
  const site = siteOf(collection, { base, files, font: `/static/${fonts.first}`, images });
  assets.write("card.png", Buffer.from(card, "base64"));
  for (const [path, content] of siteFiles(site, articles, Object.keys(widgetLabels)))
    assets.write(path, content);

  const description = describeApi(serviceVersion(), base);
  assets.write("openapi.json", `${JSON.stringify(description, undefined, 2)}\n`);
  assets.write(
    "docs/index.html",
    referencePage(site, JSON.parse(JSON.stringify(description)) as Description),
  );
  const { script, style } = await bundleInsights();
  for (const { name, content } of [script, style]) assets.write(`static/${name}`, content);
  assets.write(
    "insights.html",
    insightsPage(site, { script: `/static/${script.name}`, style: `/static/${style.name}` }),
  );
  return site;
}
