import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Article } from "../model/index.ts";
import { byline, timeElement } from "./article-list.ts";
import { askLabel, header } from "./shell.ts";

/** What stands above the text of an article on its page. */
export function articleHeader(article: Article): Element {
  const { title, text, updated } = article;
  // A summary that is the text's first paragraph stands there.
  const summary =
    article.summary !== undefined && text.startsWith(article.summary) ? undefined : article.summary;
  return h("header", [
    h("h1", title),
    summary === undefined ? undefined : h("p", { className: "lede" }, summary),
    byline(article),
    updated === undefined
      ? undefined
      : h("p", { className: "byline", lang: "en" }, ["Updated ", timeElement(updated)]),
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
 */
export function headerText(title: string, article: Article): string {
  const elements = [...header({ title }, { search: true }), articleHeader(article)];
  return [...linesOf(elements), askLabel].join("\n");
}
