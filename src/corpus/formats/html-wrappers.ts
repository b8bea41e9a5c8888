import type { Element, ElementContent } from "hast";
import { isHidden } from "./html.ts";

/** Elements that belong to no article's text, but around which some pages put all of it: ASP.NET has each page in a form. */
const wrappers = new Set(["aside", "form", "noscript"]);

/** Share of a page's text that such an element holds which is around an article, and fewest characters of that. */
const most = 0.5;
const shortest = 500;

const isWrapper = (element: Element): boolean =>
  wrappers.has(element.tagName) && !isHidden({ ...element, tagName: "div" });

class Wrappers {
  readonly #lengths = new Map<Element, number>();
  #total = 0;

  unwrapped(nodes: readonly ElementContent[]): readonly ElementContent[] {
    this.#total = this.#lengthOf(nodes);
    return this.#total < shortest ? nodes : this.#inside(nodes);
  }

  #lengthOf(nodes: readonly ElementContent[]): number {
    let length = 0;
    for (const node of nodes) {
      if (node.type === "text") length += node.value.replace(/\s+/g, "").length;
      else if (node.type === "element" && (!isHidden(node) || isWrapper(node))) {
        const inner = this.#lengthOf(node.children);
        this.#lengths.set(node, inner);
        length += inner;
      }
    }
    return length;
  }

  /** Only one of some siblings can hold most of a text. */
  #inside(nodes: readonly ElementContent[]): readonly ElementContent[] {
    return nodes.map((node) => {
      if (node.type !== "element") return node;
      const length = this.#lengths.get(node) ?? 0;
      if (length < shortest || length <= most * this.#total) return node;
      const tagName = wrappers.has(node.tagName) ? "div" : node.tagName;
      return { ...node, tagName, children: [...this.#inside(node.children)] };
    });
  }
}

/** A page in which forms, asides and the like around most of its text are plain boxes. */
export const withoutWrappers = (nodes: readonly ElementContent[]): readonly ElementContent[] =>
  new Wrappers().unwrapped(nodes);
