import { defaultUrl } from "../corpus/source.ts";
import type { ArticleMetadata } from "../model.ts";
import { articlesPage } from "./articles-page.ts";
import { embedPage } from "./embed-page.ts";
import { homePage } from "./home-page.ts";
import { machineFiles } from "./machine-files.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Site } from "./shell.ts";

/** True for an article whose page is on this site; the others have one elsewhere, to which answers link. */
export function isOwn({ id, url }: ArticleMetadata): boolean {
  return url === defaultUrl(id);
}

/** The path of the file of an article's own page below the folder that is served: `articles/a b/index.html`. */
export function pageFile({ url }: ArticleMetadata): string {
  return `${decodeURIComponent(url.slice(1))}index.html`;
}

/**
 * The pages of a site, but for those of the articles, and its files for programs, by their paths.
 *
 * @param widgetLanguages languages that the widget speaks
 */
export function* siteFiles(
  site: Site,
  articles: readonly ArticleMetadata[],
  widgetLanguages: readonly string[],
): Generator<readonly [path: string, content: string]> {
  yield ["index.html", homePage(site, articles)];
  yield ["articles/index.html", articlesPage(site, articles)];
  yield ["embed/index.html", embedPage(site, widgetLanguages)];
  yield ["404.html", notFoundPage(site)];
  yield* machineFiles(site, articles, articles.filter(isOwn));
}
