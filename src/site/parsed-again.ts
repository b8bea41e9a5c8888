import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { readsAs } from "./plain-content.ts";

const names = (list: string): string[] => list.trim().split(/\s+/);

/** The name of a text among the names of elements. */
const text = "#text";

/** What stands within a line. */
const phrasing = new Set([
  text,
  ...names(`a abbr b bdi bdo br cite code del dfn em i img input ins kbd mark q s samp small span strike strong sub sup time
  tt u var wbr`),
]);

/** What an article's body may hold, and most of what is in it. */
const flow = new Set([
  ...phrasing,
  ...names("blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul"),
]);

/** What an element may hold, by its name. */
type Contents = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What elements may hold by the content models of HTML, of which a parser makes the same tree again. A sanitiser that takes an
 * element away from between two others, and MDX, make trees beyond them.
 */
const contents: Contents = new Map([
  ...[...phrasing, ...names("p pre h1 h2 h3 h4 h5 h6")].map((name) => [name, phrasing] as const),
  ...names("blockquote caption dd div dt figcaption li section summary td th").map(
    (name) => [name, flow] as const,
  ),
  ["details", new Set([...flow, "summary"])],
  ["figure", new Set([...flow, "figcaption"])],
  ["ul", new Set(["li"])],
  ["ol", new Set(["li"])],
  ["dl", new Set(["dt", "dd"])],
  ["table", new Set(names("caption thead tbody tfoot tr"))],
  ["thead", new Set(["tr"])],
  ["tbody", new Set(["tr"])],
  ["tfoot", new Set(["tr"])],
  ["tr", new Set(["td", "th"])],
  ...names("br hr img input wbr").map((name) => [name, new Set<string>()] as const),
]);

/** Whether all elements hold what they may by the content models of HTML. */
function isNestedWell(
  nodes: readonly ElementContent[],
  allowed: ReadonlySet<string>,
  isInLink: boolean,
): boolean {
  return nodes.every((node) => {
    if (node.type === "text") return allowed.has(text) || (allowed.size > 0 && !/\S/.test(node.value));
    if (node.type !== "element") return true;
    const { tagName, children } = node;
    const isLink = tagName === "a";
    const within = contents.get(tagName);
    if (!allowed.has(tagName) || within === undefined || (isLink && isInLink)) return false;
    return isNestedWell(children, within, isInLink || isLink);
  });
}

/** Whether a tree reads as a text once it was written as HTML and a browser has parsed that again. */
export function readsAsParsedAgain(nodes: readonly ElementContent[], read: string): boolean {
  // Most trees: parsing takes longer than all else that is done to a page.
  if (isNestedWell(nodes, flow, false)) return true;
  const html = toHtml({ type: "root", children: [...nodes] });
  const isContent = (node: { type: string }): node is ElementContent => node.type !== "doctype";
  return readsAs(fromHtml(html, { fragment: true }).children.filter(isContent), read);
}
