import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Article } from "../model/index.ts";
import { headingsOf } from "./headings.ts";
import { imagePath, imagePathBelow, isExternalImage, resolveLink } from "./links.ts";
import { imageProperty, otherwiseProperty } from "./page-content.ts";
import { readsAsParsedAgain } from "./parsed-again.ts";
import { plainContent, readsAs } from "./plain-content.ts";
import { sanitise } from "./sanitise.ts";

const headingName = /^h[1-6]$/;

/**
 * The content of an article's page below its title. The author's layout is kept if its text equals the article's canonical text,
 * which answers quote; otherwise the page is rendered from that text.
 */
export function articleContent(article: Article, tree: Root | undefined): ElementContent[] {
  const laidOut = tree === undefined ? [] : withoutTitle(sanitise(tree), article);
  const isKept = readsAs(laidOut, article.text) && readsAsParsedAgain(laidOut, article.text);
  const content = isKept ? laidOut : plainContent(article);
  const ids = headingsOf(article).map(({ id }) => id);
  return content.map((node) => finish(node, article.id, ids));
}

/** Removes the heading that is shown as the page's title: the first of level 1, which others may stand before. */
function withoutTitle(nodes: readonly ElementContent[], article: Article): ElementContent[] {
  if (readsAs(nodes, article.text)) return [...nodes];
  let found = false;
  const drop = (node: ElementContent): ElementContent[] => {
    if (found || node.type !== "element") return [node];
    if (node.tagName === "h1") {
      found = true;
      return [];
    }
    return [{ ...node, children: node.children.flatMap(drop) }];
  };
  return nodes.flatMap(drop);
}

/** Sets ids of headings and URLs of links and images, and makes wide elements scrollable. */
function finish(node: ElementContent, article: string, ids: string[]): ElementContent {
  if (node.type !== "element") return node;
  const { tagName, properties } = node;
  const id = headingName.test(tagName) ? ids.shift() : undefined;
  const children = node.children.map((child) => finish(child, article, ids));
  const finished = { ...node, children };
  if (id !== undefined) return { ...finished, properties: { ...properties, id } };
  if (tagName === "pre") return h("pre", { ...properties, tabIndex: 0 }, keepFirstLine(children));
  if (tagName === "table") {
    return h("div", { className: "wide", role: "group", ariaLabel: "Table", tabIndex: 0 }, finished);
  }
  if (tagName === "a" && typeof properties["href"] === "string") {
    return { ...finished, properties: { ...properties, href: resolveLink(properties["href"], article) } };
  }
  if (tagName === "img") {
    const { src, ...others } = properties;
    const given = { ...others, alt: properties["alt"] ?? "" };
    if (typeof src !== "string") return h("span");
    if (isExternalImage(src)) return h("img", { src, ...given, loading: "lazy" });
    const image = {
      [imageProperty]: imagePath(src, article),
      [otherwiseProperty]: imagePathBelow(src, article),
    };
    return { ...finished, properties: { ...given, ...image } };
  }
  return finished;
}

/** A parser of HTML drops a line break right after `<pre>`: where the text has one, it is written twice. */
function keepFirstLine(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = children;
  if (first?.type !== "text" || !first.value.startsWith("\n")) return [...children];
  return [{ ...first, value: `\n${first.value}` }, ...others];
}
