import { type Collection, collectionFile } from "../corpus/collection.ts";
import { note, type Problem } from "../corpus/problem.ts";
import type { ArticleMetadata } from "../model/index.ts";
import { absoluteUrl } from "../site/shell.ts";

/** Addresses that are shown. */
const examples = 3;

/** Says which addresses answers will link to, where the owner gave a site but not how its addresses are made. */
export function citedAddresses(
  { baseUrl, url }: Pick<Collection, "baseUrl" | "url">,
  articles: readonly Pick<ArticleMetadata, "url">[],
): Problem[] {
  const relative = articles.filter((article) => article.url.startsWith("/"));
  if (baseUrl === "" || url.length > 0 || relative.length === 0) return [];
  const shown = relative.slice(0, examples).map((article) => absoluteUrl({ baseUrl }, article.url));
  const message =
    "answers will link to the addresses below, by baseUrl alone; if your site shows the articles elsewhere, say so by url, such as url: /{path}";
  return [note(collectionFile, 1, message, shown.join(" "))];
}
