import type { Element, ElementContent, Root, RootContent } from "hast";
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
  return nodes.flatMap((node) => keep(node, headingsOnly)).filter((node) => node.type !== "doctype");
}

/** Whether a node is the section of Markdown's footnotes. */
function isFootnotes(node: RootContent | Root): node is Element {
  return node.type === "element" && node.properties["dataFootnotes"] !== undefined;
}

/**
 * Footnotes as in the article's text: paragraphs at the end, without the heading for screen readers and the links back.
 */
function withPlainFootnotes(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (!isFootnotes(node)) return node;
    const list = node.children.find((child) => child.type === "element" && child.tagName === "ol");
    const items = list !== undefined && "children" in list ? list.children : [];
    const notes = items.flatMap((item) =>
      item.type === "element"
        ? [{ ...item, tagName: "div", children: item.children.map(withoutBackLinks) }]
        : [],
    );
    return { ...node, children: notes };
  });
}

function withoutBackLinks(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  const children = node.children.filter(
    (child) => child.type !== "element" || child.properties["dataFootnoteBackref"] === undefined,
  );
  return { ...node, children: children.map(withoutBackLinks) };
}

/** Reduces an article's tree to what is safe and belongs to the article: no scripts, styles, forms, frames or navigation. */
export function sanitise(tree: Root): ElementContent[] {
  const shown = withPlainFootnotes(tree.children).flatMap((node) => keep(node, false));
  const safe = sanitize({ type: "root", children: shown }, schema);
  const nodes = safe.type === "root" ? safe.children : [safe];
  return nodes.filter((node) => node.type !== "doctype");
}
