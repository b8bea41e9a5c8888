import type { Element, ElementContent, Root, RootContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { isHidden } from "../corpus/formats/html.ts";

/** What an article may bring to its page: GitHub's choice, without what could lay out, name or style the page around it. */
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

/** Hidden elements that are shown all the same: the text of an article leaves them out, its page does not. */
const shownWithoutText = new Set(["img", "input"]);

/** Elements of a header that belong to the article's text. */
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

/** The section that Markdown's footnotes are put in. */
function isFootnotes(node: RootContent | Root): node is Element {
  return node.type === "element" && node.properties["dataFootnotes"] !== undefined;
}

/**
 * Footnotes as the article's text has them: paragraphs at the end. Their heading, which only screen readers are told, and
 * their links back are left out.
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

/** The part of an article's tree that is safe to show and is the article: no scripts, styles, forms, frames or navigation. */
export function sanitise(tree: Root): ElementContent[] {
  const shown = withPlainFootnotes(tree.children).flatMap((node) => keep(node, false));
  const safe = sanitize({ type: "root", children: shown }, schema);
  const nodes = safe.type === "root" ? safe.children : [safe];
  return nodes.filter((node) => node.type !== "doctype");
}
