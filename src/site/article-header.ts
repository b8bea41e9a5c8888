import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Article } from "../model/index.ts";
import { byline, timeElement } from "./article-list.ts";
import { siteLanguage } from "./labels/index.ts";
import { header, type Site } from "./shell.ts";

/** The top of an article: title, summary, authors and dates. @param siteLang language of the pages */
export function articleHeader(article: Article, siteLang: string | undefined): Element {
  const { title, text, updated } = article;
  const { labels, lang, dir } = siteLanguage(siteLang);
  // A summary that is the text's first paragraph stands there.
  const summary =
    article.summary !== undefined && text.startsWith(article.summary) ? undefined : article.summary;
  const [before = "", after = ""] = labels.updated.split("#");
  return h("header", [
    h("h1", title),
    summary === undefined ? undefined : h("p", { className: "lede" }, summary),
    byline(article, lang),
    updated === undefined
      ? undefined
      : h("p", { className: "byline", lang, dir }, [before, timeElement(updated, lang), after]),
  ]);
}

/** The visible texts of elements. */
function* linesOf(nodes: readonly ElementContent[]): Generator<string> {
  for (const node of nodes) {
    if (node.type === "text") yield node.value;
    else if (node.type === "element") yield* linesOf(node.children);
  }
}

/**
 * The text above the article's own on its page, in lines. A browser that follows a text fragment searches it first.
 *
 * @param site what the top of all pages says
 */
export function headerText(site: Pick<Site, "title" | "lang" | "nav">, article: Article): string {
  const elements = [...header(site, { search: true }), articleHeader(article, site.lang)];
  return [...linesOf(elements), siteLanguage(site.lang).widget.placeholder].join("\n");
}
