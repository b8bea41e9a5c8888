import { createRequire } from "node:module";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { lazy } from "../../shared/lazy.ts";
import { attribute, inlineText, shownElements } from "./html.ts";
import { leadOf } from "./html-lead.ts";
import { withoutChrome } from "./html-prune.ts";
import { withoutRelated } from "./html-related.ts";

/** What finds the article of a page that marks none. It takes long to load, and articles in Markdown need none. */
const extractor = lazy(() => {
  const require = createRequire(import.meta.url);
  const { parseHTML } = require("linkedom") as typeof import("linkedom");
  const { Readability } = require("@mozilla/readability") as typeof import("@mozilla/readability");
  return { parseHTML, Readability };
});

/** The part of a page that is its article. */
export interface FoundArticle {
  readonly nodes: readonly ElementContent[];
  /** Whether the nodes stand in an element that is an article, whose header is its own. */
  readonly sectioned: boolean;
}

/** Where the generators of sites put what an author wrote, and nothing else. */
const contentClass =
  /(?:^|\s)(?:vp-doc|theme-doc-markdown|sl-markdown-content|md-content__inner|mw-parser-output|entry-content|post-content|article-content|markdown-body|td-content|book-body|rst-content|markdown-section|theme-default-content|bd-article|gh-content)(?:\s|$)/;

const size = (nodes: readonly ElementContent[]): number => inlineText(nodes).length;

/** The largest of some elements. */
function largest(elements: readonly Element[]): { element: Element; size: number } | undefined {
  let found: { element: Element; size: number } | undefined;
  for (const element of elements) {
    const length = size(element.children);
    if (length > (found?.size ?? 0)) found = { element, size: length };
  }
  return found;
}

/** Elements that stand in no other of them. */
function outermost(nodes: readonly ElementContent[], matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const inside = new Set<Element>();
  for (const element of shownElements(nodes)) {
    if (inside.has(element)) {
      for (const child of element.children) if (child.type === "element") inside.add(child);
    } else if (matches(element)) {
      found.push(element);
      for (const child of element.children) if (child.type === "element") inside.add(child);
    }
  }
  return found;
}

const isMain = (element: Element): boolean =>
  element.tagName === "main" || attribute(element, "role") === "main";
const isArticle = (element: Element): boolean =>
  element.tagName === "article" || attribute(element, "role") === "article";
const isBody = (element: Element): boolean =>
  /(?:^|\s)articleBody(?:\s|$)/.test(attribute(element, "itemProp") ?? "") ||
  contentClass.test(attribute(element, "className") ?? "");

/** Levels of elements of a page that an extractor is asked about: its time grows with the square of them. Pages have some thirty. */
const deepestExtracted = 250;

/** Elements of a page that it is asked about: it takes a tenth of a millisecond for each. Saved pages of newspapers have some thousands. */
const mostExtracted = 20_000;

function isLargerThan(limit: number, nodes: readonly ElementContent[]): boolean {
  let count = 0;
  const stack = [...nodes];
  for (let node = stack.pop(); node !== undefined && count <= limit; node = stack.pop()) {
    if (node.type !== "element") continue;
    count += 1;
    for (const child of node.children) stack.push(child);
  }
  return count > limit;
}

function isDeeperThan(limit: number, nodes: readonly ElementContent[]): boolean {
  let level = nodes.filter((node) => node.type === "element");
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limit) return true;
    level = level.flatMap(({ children }) => children.filter((node) => node.type === "element"));
  }
  return false;
}

/** A row or cell that stands in no table. */
const tornTable =
  /<(?!(?:table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)\b)[a-z][^<>]*>\s*<(?:tr|td|th|tbody|thead)\b/i;

/** What is left when a page's own marks do not tell its article: how a reader's view of browsers finds it; empty when it finds nothing. */
function extract(head: readonly ElementContent[], nodes: readonly ElementContent[]): ElementContent[] {
  if (isDeeperThan(deepestExtracted, nodes) || isLargerThan(mostExtracted, nodes)) return [];
  const page: Root = {
    type: "root",
    children: [
      {
        type: "element",
        tagName: "html",
        properties: {},
        children: [
          { type: "element", tagName: "head", properties: {}, children: [...head] },
          { type: "element", tagName: "body", properties: {}, children: [...nodes] },
        ],
      },
    ],
  };
  const { parseHTML, Readability } = extractor();
  const { document } = parseHTML(toHtml(page));
  const charThreshold = Math.max(shortestExtracted, size(nodes) * leastExtracted);
  const found = new Readability(document, { keepClasses: true, charThreshold }).parse();
  // Where rows are most of a page, it takes them out of their table, and their cells would run together.
  const isTorn = tornTable.test(found?.content ?? "");
  return found?.content && !isTorn ? withoutChrome(fromHtml(found.content, { fragment: true }).children) : [];
}

/** Fewest characters of an article that an extractor can tell from what stands around it. */
const shortestExtracted = 500;

/**
 * Smallest share of a page, and of the part of it that is marked as an article, that an extractor's choice is: it looks again, less
 * strictly, where it found less.
 */
const leastExtracted = 0.12;

/** Fewest characters of the only part of a page that is marked as an article's text, and so is it, however much stands around. */
const shortestBody = 200;

/** Largest share of a page's main part that an extractor's choice is, where the rest is taken for other things. */
const mostOfIt = 0.7;

/** Smallest share of a page's text that its main part is: one that holds less is a place for what a program puts there. */
const leastOfPage = 0.1;

const countOf = (nodes: readonly ElementContent[], name: RegExp): number =>
  [...shownElements(nodes)].filter(({ tagName }) => name.test(tagName)).length;

/**
 * The main part of a page without what else its author put there, such as comments and other stories. Code and tables
 * mark a manual; extractors made for stories would leave out parts of it.
 */
function withoutOthers(
  part: readonly ElementContent[],
  extracted: readonly ElementContent[],
): readonly ElementContent[] {
  const length = size(extracted);
  const whole = size(part);
  const isStory =
    length >= shortestExtracted && length >= whole * leastExtracted && length < whole * mostOfIt;
  const keeps = (name: RegExp): boolean => countOf(extracted, name) * 2 >= countOf(part, name);
  return isStory && keeps(/^pre$/) && keeps(/^table$/) && keeps(/^dl$/) ? extracted : part;
}

/**
 * Finds the article of a page: what the page marks for search, what its generator marks as the author's, else its main
 * part or the article element that is most of that, else what an extractor takes for it.
 *
 * @param nodes of the page, without chrome
 */
function find(
  head: readonly ElementContent[],
  body: readonly ElementContent[],
  nodes: readonly ElementContent[],
): FoundArticle {
  const marked = outermost(body, (element) => attribute(element, "dataPagefindBody") !== undefined);
  if (marked.length > 0) return { nodes: withoutChrome(marked), sectioned: true };
  const found = [...shownElements(nodes)].find(isMain);
  const isEmpty =
    found === undefined || size(found.children) < Math.min(shortestBody, size(nodes) * leastOfPage);
  const main = isEmpty ? undefined : found;
  const scope = main?.children ?? nodes;
  const whole = size(scope);
  const most = (matches: (element: Element) => boolean): Element | undefined => {
    const found = largest(outermost(scope, matches));
    return found !== undefined && found.size * 2 > whole ? found.element : undefined;
  };
  const texts = outermost(scope, isBody);
  const [only] = texts.length === 1 ? texts : [];
  const text = only !== undefined && size(only.children) >= shortestBody ? only : most(isBody);
  if (text !== undefined) return { nodes: text.children, sectioned: true };
  const part = most(isArticle) ?? main;
  if (part === undefined) {
    const extracted = whole >= shortestExtracted ? extract(head, body) : [];
    return size(extracted) > 0 ? { nodes: extracted, sectioned: true } : { nodes, sectioned: false };
  }
  const isLong = size(part.children) * mostOfIt >= shortestExtracted;
  const own = isLong ? withoutOthers(part.children, extract(head, body)) : part.children;
  return { nodes: own, sectioned: true };
}

/**
 * Finds the article of a page, with what opens it.
 *
 * @param body of the page, without marks
 */
export function findArticle(head: readonly ElementContent[], body: readonly ElementContent[]): FoundArticle {
  const page = withoutChrome(body);
  const { nodes: found, sectioned } = find(head, body, page);
  const nodes = withoutRelated(found);
  return { nodes: [...leadOf(page, nodes, sectioned), ...nodes], sectioned };
}
