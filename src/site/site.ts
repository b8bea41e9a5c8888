import type { Root } from "hast";
import { defaultUrl } from "../corpus/source.ts";
import type { Article } from "../model.ts";
import { articlePage } from "./article-page.ts";
import { articlesPage } from "./articles-page.ts";
import { embedPage } from "./embed-page.ts";
import { homePage } from "./home-page.ts";
import { machineFiles } from "./machine-files.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Site } from "./shell.ts";

interface SiteContent {
  readonly articles: readonly Article[];
  /** Languages that the widget speaks. */
  readonly widgetLanguages: readonly string[];
  /** The layout of an article, undefined when it has none. Asked once for each article that gets a page. */
  treeOf(article: Article): Root | undefined;
}

/** True for an article whose page is on this site; the others have one elsewhere, to which answers link. */
function isOwn({ id, url }: Article): boolean {
  return url === defaultUrl(id);
}

/** The path of a page's file below the folder that is served: `/articles/a%20b/` is `articles/a b/index.html`. */
function fileOf(url: string): string {
  return `${decodeURIComponent(url.slice(1))}index.html`;
}

/** The pages of a site and its files for programs, by their paths, one at a time. */
export function* siteFiles(
  site: Site,
  { articles, widgetLanguages, treeOf }: SiteContent,
): Generator<readonly [path: string, content: string]> {
  const own = articles.filter(isOwn);
  yield ["index.html", homePage(site, articles)];
  yield ["articles/index.html", articlesPage(site, articles)];
  yield ["embed/index.html", embedPage(site, widgetLanguages)];
  yield ["404.html", notFoundPage(site)];
  yield* machineFiles(site, articles, own);
  for (const article of own) yield [fileOf(article.url), articlePage(site, article, treeOf(article))];
}
