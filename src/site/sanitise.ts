import type { ElementContent, Root, RootContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { isHidden } from "../corpus/formats/html.ts";

/** Allowed elements and attributes: GitHub's schema without what could affect the layout, ids or style of the page around. */
const schema: Schema = {
  ...defaultSchema,
  attributes: {
    "*": ["dir", "lang", "title"],
    a: ["href"],
    code: [["className", /^language-./]],
    details: ["open"],
    img: ["src", "alt", "width", "height"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    ol: ["start", "reversed"],
    section: [["className", "footnotes"]],
    sup: ["dataFootnote"],
    td: ["align", "colSpan", "rowSpan"],
    th: ["align", "colSpan", "rowSpan", "scope"],
    time: ["dateTime"],
  },
  clobber: [],
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== "picture" && name !== "source"),
    ..."abbr bdi bdo caption cite dfn figcaption figure mark small time u wbr".split(" "),
  ],
};

/** Whether a node may stand in an element; parsers of MDX know nodes that may not. */
const isContent = (node: RootContent): node is ElementContent =>
  node.type === "element" || node.type === "text" || node.type === "comment";

/** Elements that have no text but are shown on the page. */
const shownWithoutText = new Set(["img", "input"]);

/** The elements kept from a `<header>`: they belong to the article's text. */
const heading = /^h[1-6]$/;

function keep(node: RootContent, headingsOnly: boolean): RootContent[] {
  if (node.type === "text") return headingsOnly ? [] : [node];
  if (node.type !== "element") return [];
  if (isHidden(node) && !shownWithoutText.has(node.tagName)) return [];
  if (headingsOnly && heading.test(node.tagName)) return [node];
  const children = keepAll(node.children, headingsOnly || node.tagName === "header");
  return headingsOnly ? children : [{ ...node, children }];
}

function keepAll(nodes: readonly ElementContent[], headingsOnly: boolean): ElementContent[] {
  return nodes.flatMap((node) => keep(node, headingsOnly)).filter(isContent);
}

/** Reduces an article's tree to what is safe and belongs to the article: no scripts, styles, forms, frames or navigation. */
export function sanitise(tree: Root): ElementContent[] {
  const shown = tree.children.flatMap((node) => keep(node, false));
  const safe = sanitize({ type: "root", children: shown }, schema);
  const nodes = safe.type === "root" ? safe.children : [safe];
  return nodes.filter(isContent);
}
