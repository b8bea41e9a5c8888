import type { Element, ElementContent } from "hast";
import { percentDecoded } from "../../shared/percent-decoded.ts";
import { attribute, headingLevel } from "./html.ts";

/** Classes of links that stand beside a heading and lead to it. */
const headingLink =
  /(?:^|\s)(?:headerlink|header-anchor|hash-link|heading-anchor|anchorjs-link|anchor|permalink|toc-anchor|sl-anchor-link|heading-link|direct-link|td-heading-self-link)(?:\s|$)/;

/** Whether a link stands beside a heading and leads to it, by its class. */
export function isHeadingLink(element: Element): boolean {
  return element.tagName === "a" && headingLink.test(attribute(element, "className") ?? "");
}

/** Longest id: longer ones are no names of places. */
const longestId = 200;

/** Ids of elements around an article on Footnote's own pages, which no heading may have. */
export const pageIds: ReadonlySet<string> = new Set(["main"]);

const usable = (id: string | undefined): string | undefined =>
  id !== undefined && id !== "" && id.length <= longestId && !/\s/.test(id) && !pageIds.has(id)
    ? id
    : undefined;

/** The id that an element has as a place to link to. */
const ownId = (element: Element): string | undefined =>
  usable(attribute(element, "id")) ??
  (element.tagName === "a" ? usable(attribute(element, "name")) : undefined);

const isEmpty = ({ children }: Element): boolean =>
  children.every((child) => child.type === "text" && child.value.trim() === "");

/** The place that a heading's own marks name: its link to itself, or an element in it that has an id. */
function idWithin(heading: Element): string | undefined {
  for (const child of heading.children) {
    if (child.type !== "element") continue;
    const href = attribute(child, "href");
    if (isHeadingLink(child) && href?.startsWith("#"))
      return usable(percentDecoded(href.slice(1)) ?? href.slice(1));
    const id = /^(?:a|span)$/.test(child.tagName) ? ownId(child) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Whether an element shows nothing: in front of a heading, old pages name a place by one that has an id. */
const isPlace = (element: Element): boolean =>
  isEmpty(element) ||
  (element.tagName === "p" &&
    element.children.every((child) => isBlank(child) || (child.type === "element" && isEmpty(child))));

function placeIn(element: Element): string | undefined {
  const inner = element.children.flatMap((child) => (child.type === "element" ? [child] : []));
  return [element, ...inner].map(ownId).find((id) => id !== undefined);
}

const isBlank = (node: ElementContent): boolean =>
  node.type === "comment" || (node.type === "text" && node.value.trim() === "");

class Anchors {
  readonly #taken = new Set<string>();

  /** @param around the id that leads to the first of the nodes */
  all(nodes: readonly ElementContent[], around?: string): ElementContent[] {
    let before = around;
    return nodes.map((node) => {
      if (node.type !== "element") {
        if (!isBlank(node)) before = undefined;
        return node;
      }
      const id = ownId(node);
      if (headingLevel(node) !== undefined) {
        const found = [id, idWithin(node), before].find((one) => one !== undefined && !this.#taken.has(one));
        before = undefined;
        const { id: _, ...properties } = node.properties;
        if (found !== undefined) this.#taken.add(found);
        return { ...node, properties: { ...properties, ...(found !== undefined && { id: found }) } };
      }
      if (isPlace(node)) {
        before = placeIn(node) ?? before;
        return node;
      }
      const children = this.all(node.children, id ?? before);
      before = undefined;
      return { ...node, children };
    });
  }
}

/**
 * Gives each heading of a page, as its id, the one that leads to it: its own, that of its link to itself, of an element in
 * it or of an empty one before it, or of the section that it begins. No two headings have the same.
 */
export function withAnchors(nodes: readonly ElementContent[]): ElementContent[] {
  return new Anchors().all(nodes);
}
