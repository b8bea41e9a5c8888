import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { raw } from "hast-util-raw";
import { h } from "hastscript";
import type { InlineCode, List, ListItem, Root as MarkdownRoot, Parents } from "mdast";
import { defListHastHandlers } from "mdast-util-definition-list";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { defaultHandlers, type Handlers, toHast } from "mdast-util-to-hast";
import type { Component } from "./arrange.ts";
import { isBox } from "./boxes.ts";
import { componentElement, componentText } from "./components.ts";
import type { Attributes } from "./marks.ts";

const spreads = new WeakMap<List, List>();

/** A list that says whether its items stand apart, without them: the handler of each item would look at all of them to see it. */
function asSpread(list: List): List {
  const known = spreads.get(list);
  if (known !== undefined) return known;
  const isApart = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1;
  const made: List = {
    type: "list",
    spread: list.spread === true || list.children.some(isApart),
    children: [],
  };
  spreads.set(list, made);
  return made;
}

/** The text that an expression of MDX is: one in quotes. */
function literal(expression: string): string | undefined {
  return /^\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)\s*$/
    .exec(expression)
    ?.slice(1)
    .find((one) => one !== undefined);
}

function attributesOf(node: MdxJsxFlowElement | MdxJsxTextElement): Attributes {
  const pairs = node.attributes.flatMap((attribute): [string, string][] => {
    if (attribute.type !== "mdxJsxAttribute") return [];
    const { name, value } = attribute;
    const text =
      value === null || value === undefined ? "" : typeof value === "string" ? value : literal(value.value);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(pairs);
}

/** An element of MDX: one of HTML as it is, a component as what it shows. */
function mdxElement(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  children: ElementContent[],
): ElementContent | ElementContent[] {
  const attributes = attributesOf(node);
  if (node.name === null) return children;
  if (/^[a-z][a-z0-9]*$/.test(node.name)) return h(node.name, attributes, children);
  if (node.type === "mdxJsxFlowElement") return componentElement(node.name, attributes, children);
  if (children.length > 0) {
    const { href, to = href } = attributes;
    return to === undefined ? children : h("a", { href: to }, children);
  }
  return isBox(node.name) ? { type: "text", value: componentText(attributes) } : [];
}

const expression = (_: unknown, { value }: { value: string }): ElementContent | undefined => {
  const text = literal(value);
  return text === undefined ? undefined : { type: "text", value: text };
};

/** The language of code in a line, which highlighters are told behind it: `true{:js}`. */
const inlineLanguage = /(?<=\S)\{:\.?[a-z][\w+#.-]*\}$/i;

const handlers: Handlers = {
  ...defListHastHandlers,
  inlineCode: (state, node: InlineCode) =>
    defaultHandlers.inlineCode(state, { ...node, value: node.value.replace(inlineLanguage, "") }),
  listItem: (state, node: ListItem, parent: Parents | undefined) =>
    defaultHandlers.listItem(state, node, parent?.type === "list" ? asSpread(parent) : parent),
  // The number is drawn by the page's style sheet, so that it does not stand in the middle of a quoted sentence.
  footnoteReference: (state, { identifier }: { identifier: string }) => {
    const id = identifier.toUpperCase();
    if (!state.footnoteOrder.includes(id)) state.footnoteOrder.push(id);
    const number = state.footnoteOrder.indexOf(id) + 1;
    state.footnoteCounts.set(id, (state.footnoteCounts.get(id) ?? 0) + 1);
    return { type: "element", tagName: "sup", properties: { dataFootnote: `${number}` }, children: [] };
  },
  component: (state, node: Component) => componentElement(node.name, node.attributes, state.all(node)),
  mdxJsxFlowElement: (state, node: MdxJsxFlowElement) => mdxElement(node, state.all(node)),
  mdxJsxTextElement: (state, node: MdxJsxTextElement) => mdxElement(node, state.all(node)),
  mdxFlowExpression: expression,
  mdxTextExpression: expression,
  mdxjsEsm: () => undefined,
};

function holdsHtml(node: Nodes): boolean {
  return node.type === "raw" || ("children" in node && node.children.some(holdsHtml));
}

/** The section that Markdown's footnotes are put in. */
function isFootnotes(node: RootContent): node is Element {
  return node.type === "element" && node.properties["dataFootnotes"] !== undefined;
}

function withoutBackLinks(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  const children = node.children.filter(
    (child) => child.type !== "element" || child.properties["dataFootnoteBackref"] === undefined,
  );
  return { ...node, children: children.map(withoutBackLinks) };
}

/**
 * Footnotes as paragraphs at the end. Their heading, which only screen readers are told, and their links back are left
 * out.
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

/** In Markdown an `<aside>` is a box of the text, and not beside it. */
function withAsides(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const children = withAsides(node.children).filter(
      (child): child is ElementContent => child.type !== "doctype",
    );
    return { ...node, tagName: node.tagName === "aside" ? "div" : node.tagName, children };
  });
}

/**
 * A Markdown text as its author laid it out, a tree of HTML. It is what the author wrote: sanitise it before it goes into
 * a page.
 */
export function toHtml(markdown: MarkdownRoot): Root {
  const tree = toHast(markdown, { allowDangerousHtml: true, footnoteBackContent: "", handlers });
  // Parsing the tree again as a browser would takes longer than everything else, and most texts contain no HTML.
  const read = holdsHtml(tree) ? raw(tree) : tree;
  const nodes = read.type === "root" ? read.children : read.type === "doctype" ? [] : [read];
  return { type: "root", children: withAsides(withPlainFootnotes(nodes)) };
}
