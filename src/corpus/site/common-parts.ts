import type { Element, ElementContent } from "hast";
import { oneLine } from "../formats/blocks.ts";
import { inlineText } from "../formats/html.ts";

/** What most pages of a corpus have in common, and so is about none of them. */
export interface CommonParts {
  /** Titles in heads: the name of the site. */
  readonly titles: readonly string[];
  /** Texts of boxes and paragraphs: notices, menus and lines that a template adds. */
  readonly texts: readonly string[];
}

/** A page as it is compared with others. */
export interface SampledPage {
  readonly title: string;
  readonly article: readonly ElementContent[];
}

/** How many pages are looked at; what stands on most of a corpus's pages stands on most of these. */
export const mostSampled = 24;

/** With fewer pages than that, what they have in common may be chance. */
const fewestPages = 6;

/** Longest text that a template adds, in characters. */
const longestText = 1_000;

/** Largest share of an article's text that is taken for a part of the template. */
const largestShare = 0.4;

/** Elements that are compared: those that a template may put around or between an author's texts. */
const compared = new Set("p div section ul ol dl table aside nav blockquote figure details".split(" "));

const textOf = (element: Element): string => oneLine(inlineText(element.children));

/** Compares an element with its text; undefined for what is not compared. */
function comparedText(node: ElementContent): string | undefined {
  if (node.type !== "element" || !compared.has(node.tagName)) return undefined;
  const text = textOf(node);
  return text.length <= longestText && /\p{L}/u.test(text) ? text : undefined;
}

function textsOf(nodes: readonly ElementContent[], texts = new Set<string>()): Set<string> {
  for (const node of nodes) {
    const text = comparedText(node);
    if (text !== undefined) texts.add(text);
    if (node.type === "element") textsOf(node.children, texts);
  }
  return texts;
}

function onMost(pages: readonly Iterable<string>[]): string[] {
  const counts = new Map<string, number>();
  for (const page of pages) for (const text of page) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].flatMap(([text, count]) => (count * 2 > pages.length ? [text] : [])).sort();
}

/** What most of some pages of a corpus have in common; undefined where that is nothing, or they are few. */
export function commonParts(pages: readonly SampledPage[]): CommonParts | undefined {
  if (pages.length < fewestPages) return undefined;
  const common = {
    titles: onMost(pages.map(({ title }) => [title])).filter((title) => title !== ""),
    texts: onMost(pages.map(({ article }) => textsOf(article))),
  };
  return common.titles.length + common.texts.length === 0 ? undefined : common;
}

/** Leaves out of an article what stands on most pages. */
export function withoutCommon(nodes: readonly ElementContent[], texts: readonly string[]): ElementContent[] {
  if (texts.length === 0) return [...nodes];
  const common = new Set(texts);
  const largest = largestShare * inlineText(nodes).length;
  const keep = (node: ElementContent): ElementContent[] => {
    if (node.type !== "element") return [node];
    const text = comparedText(node);
    if (text !== undefined && text.length <= largest && common.has(text)) return [];
    return [{ ...node, children: node.children.flatMap(keep) }];
  };
  return nodes.flatMap(keep);
}

/** Some paths, evenly apart. */
export function sampleOf(paths: readonly string[]): string[] {
  const step = Math.max(1, paths.length / mostSampled);
  return Array.from(
    { length: Math.min(paths.length, mostSampled) },
    (_, i) => paths[Math.floor(i * step)] ?? "",
  );
}
