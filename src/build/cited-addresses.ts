import type { Collection } from "../corpus/collection.ts";
import { collectionFile } from "../corpus/names.ts";
import { note, type Problem, warning } from "../corpus/problem.ts";
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

/**
 * Warns of articles that are cited at the address of another: its page does not hold their words.
 * @param paths of the articles' files, in the same order
 */
export function sharedAddresses(
  articles: readonly Pick<ArticleMetadata, "url">[],
  paths: readonly string[],
): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ url }, index) => {
    const path = paths[index] ?? "";
    const other = first.get(url);
    if (other === undefined) {
      first.set(url, path);
      return [];
    }
    const message =
      "has the address of another article, whose page does not hold its words; give it another url";
    return [warning(path, 1, message, `${other} has ${url}`)];
  });
}
