import { askPageFile } from "../api/ask-page.ts";
import { markdownName } from "../api/headers.ts";
import { defaultUrl } from "../corpus/formats/source.ts";
import type { ArticleMetadata } from "../model/index.ts";
import { articlesPage } from "./articles-page.ts";
import { askPageTemplate } from "./ask-page.ts";
import { embedPage } from "./embed-page.ts";
import { homePage } from "./home-page.ts";
import { machineFiles, machineListFiles } from "./machine-files.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Site } from "./shell.ts";

/** Whether an article's page is on this site; the others have one elsewhere, to which answers link. */
export function hasOwnPage({ id, url }: ArticleMetadata): boolean {
  return url === defaultUrl(id);
}

/** Path of an article's page below the assets folder: `articles/a b/index.html`. */
export function pageFile({ url }: ArticleMetadata): string {
  return `${decodeURIComponent(url.slice(1))}index.html`;
}

/** Maximum number of articles with a file of Markdown beside their page: a Worker's assets are limited. */
const maximumMarkdownFiles = 2_500;

/** The articles that have a file of Markdown among the assets of a Worker: all that have a page, or none where they are many. */
export function withMarkdown(paged: readonly ArticleMetadata[]): readonly ArticleMetadata[] {
  return paged.length > maximumMarkdownFiles ? [] : paged;
}

/** Path of the Markdown beside it. */
export function markdownFile({ url }: ArticleMetadata): string {
  return decodeURIComponent(url.slice(1)) + markdownName;
}

/** A file below the assets folder: path and content. */
export type SiteFile = readonly [path: string, content: string];

/**
 * The files that list the articles, and change with them.
 *
 * @param paged the articles that have a page on this site
 * @param marked those with Markdown beside it
 */
export function* articleListFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  paged: readonly ArticleMetadata[] = articles.filter(hasOwnPage),
  marked: readonly ArticleMetadata[] = paged,
): Generator<SiteFile> {
  yield ["articles/index.html", articlesPage(site, articles)];
  yield* machineListFiles(site, articles, paged, marked);
}

/**
 * The remaining pages, except those of the articles, and the files for programs.
 *
 * @param widgetLanguages languages of the widget's labels
 */
export function* siteFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  widgetLanguages: readonly string[],
): Generator<SiteFile> {
  yield ["index.html", homePage(site, articles)];
  yield ["embed/index.html", embedPage(site, widgetLanguages)];
  yield [askPageFile, JSON.stringify(askPageTemplate(site))];
  yield ["404.html", notFoundPage(site)];
  yield* machineFiles(site, withMarkdown(articles.filter(hasOwnPage)).length > 0);
}
