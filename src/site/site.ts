import { defaultUrl } from "../corpus/formats/source.ts";
import type { ArticleMetadata } from "../model/index.ts";
import { articlesPage } from "./articles-page.ts";
import { embedPage } from "./embed-page.ts";
import { homePage } from "./home-page.ts";
import { machineFiles, machineListFiles } from "./machine-files.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Site } from "./shell.ts";

/** True for an article whose page is on this site; the others have one elsewhere, to which answers link. */
export function hasOwnPage({ id, url }: ArticleMetadata): boolean {
  return url === defaultUrl(id);
}

/** The path of the file of an article's own page below the folder that is served: `articles/a b/index.html`. */
export function pageFile({ url }: ArticleMetadata): string {
  return `${decodeURIComponent(url.slice(1))}index.html`;
}

/** A file below the folder that is served: its path and its content. */
export type SiteFile = readonly [path: string, content: string];

/**
 * The files that list the articles, and change with them.
 *
 * @param paged the articles that have a page on this site
 */
export function* articleListFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  paged: readonly ArticleMetadata[] = articles.filter(hasOwnPage),
): Generator<SiteFile> {
  yield ["articles/index.html", articlesPage(site, articles)];
  yield* machineListFiles(site, articles, paged);
}

/**
 * The other pages of a site, but for those of the articles, and its files for programs.
 *
 * @param widgetLanguages languages that the widget speaks
 */
export function* siteFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  widgetLanguages: readonly string[],
): Generator<SiteFile> {
  yield ["index.html", homePage(site, articles)];
  yield ["embed/index.html", embedPage(site, widgetLanguages)];
  yield ["404.html", notFoundPage(site)];
  yield* machineFiles(site);
}
