import type { Element, Nodes, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type GivenMetadata, readMetadata } from "../front-matter/metadata.ts";
import { langOf } from "../front-matter/values.ts";
import { oneLine } from "./blocks.ts";
import type { Format, Reading } from "./format.ts";
import { attribute, htmlBlocks, inlineText, shownElements } from "./html.ts";
import { headQuestions } from "./html-questions.ts";

/** Fields of the metadata by the names that pages give them in `<meta name>` or `<meta property>`. */
const metaFields: Readonly<Record<string, keyof GivenMetadata>> = {
  author: "authors",
  description: "summary",
  keywords: "tags",
  date: "published",
  "article:published_time": "published",
  "article:modified_time": "updated",
};

/** A field as the page gives it, and the line it stands on. */
interface Given {
  readonly value: string | readonly string[];
  readonly line: number;
}

function isElement(node: Nodes, tagName: string): node is Element {
  return node.type === "element" && node.tagName === tagName;
}

function children(node: Nodes | undefined): readonly Nodes[] {
  return node !== undefined && "children" in node ? node.children : [];
}

/** The fields that the elements of a head give. Of two that give the same single field, the first counts. */
function headFields(head: readonly Nodes[]): Map<keyof GivenMetadata, Given> {
  const fields = new Map<keyof GivenMetadata, Given>();
  for (const node of head) {
    if (node.type !== "element") continue;
    const line = node.position?.start.line ?? 1;
    const content = (attribute(node, "content") ?? attribute(node, "href") ?? "").trim();
    if (node.tagName === "link" && attribute(node, "rel") === "canonical" && content !== "") {
      fields.set("url", { value: content, line });
    }
    const name = (attribute(node, "name") ?? attribute(node, "property") ?? "").toLowerCase();
    const field = Object.hasOwn(metaFields, name) ? metaFields[name] : undefined;
    if (node.tagName !== "meta" || field === undefined || content === "") continue;
    const before = fields.get(field);
    if (field === "authors") fields.set(field, { value: [...(before?.value ?? []), content], line });
    else if (field === "tags") fields.set(field, { value: content.split(","), line });
    else if (before === undefined) fields.set(field, { value: content, line });
  }
  return fields;
}

/**
 * The title of a page: its title element, or the first heading of level 1 when the title element holds that and
 * more, which then is the name of the site.
 */
function pageTitle(title: string, firstHeading: string): string {
  return title === "" || (firstHeading !== "" && title.includes(firstHeading)) ? firstHeading : title;
}

/** The part of a page that is the article: the article element with most of the text, else main, else the body. */
function content(body: Element | undefined): { nodes: readonly Nodes[]; sectioned: boolean } {
  const shown = [...shownElements(children(body))];
  const main = shown.find((element) => element.tagName === "main" || attribute(element, "role") === "main");
  const scope = main ?? body;
  const size = (element: Element): number => inlineText(element.children).length;
  const largest = [...shownElements(children(scope))]
    .filter(({ tagName }) => tagName === "article")
    .map((element) => ({ element, size: size(element) }))
    .sort((a, b) => b.size - a.size)[0];
  if (largest !== undefined && scope !== undefined && largest.size * 2 > size(scope)) {
    return { nodes: largest.element.children, sectioned: true };
  }
  return { nodes: children(scope), sectioned: main !== undefined };
}

/** The parts of a parsed page. */
function partsOf(root: Root): {
  html: Element | undefined;
  head: readonly Nodes[];
  body: Element | undefined;
} {
  const html = root.children.find((node): node is Element => isElement(node, "html"));
  const head = children(html).find((node) => isElement(node, "head"));
  const body = children(html).find((node): node is Element => isElement(node, "body"));
  return { html, head: children(head), body };
}

/** Reads a page: its metadata unless that is wrong, its blocks, and the tree of its article. */
function readPage(path: string, text: string): Reading {
  const { html, head, body } = partsOf(fromHtml(text));
  const { nodes: given, sectioned } = content(body);
  const nodes = headQuestions(given.filter((node): node is RootContent => node.type !== "root"));
  const blocks = htmlBlocks(nodes, sectioned);

  const fields = headFields(head);
  const titleElement = head.find((node) => isElement(node, "title"));
  const firstHeading = [...shownElements(children(body))].find(({ tagName }) => tagName === "h1");
  const title = pageTitle(
    oneLine(inlineText(children(titleElement))),
    oneLine(inlineText(firstHeading?.children ?? [])),
  );
  if (title !== "") fields.set("title", { value: title, line: titleElement?.position?.start.line ?? 1 });
  const lang = html === undefined ? undefined : attribute(html, "lang");
  if (lang !== undefined && langOf(lang) !== undefined) {
    fields.set("lang", { value: lang, line: html?.position?.start.line ?? 1 });
  }
  const read = readMetadata(
    path,
    [...fields].map(([key, given]) => ({ key, ...given })),
  );
  const layout = (): Root => ({ type: "root", children: nodes });
  return { ...(read.metadata && { metadata: read.metadata }), blocks, layout, problems: read.problems };
}

export const html: Format = { name: "HTML", extensions: [".html", ".htm"], read: readPage };
