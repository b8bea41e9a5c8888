import type { Element } from "hast";
import { attribute } from "./html.ts";
import { descendants } from "./html-code.ts";

/** What draws formulas puts them into boxes of these names: MathJax 3 and 2, KaTeX, MediaWiki, Pandoc. */
const box = /(?:^|\s)(?:MathJax|MathJax_Preview|katex|mwe-math-element)(?:\s|$)/;

/**
 * The formula that is drawn in a box, as what it says: the drawing is glyphs without text, and what programs read of it is
 * taken for a menu or hidden. Undefined for what is no such box, or holds no MathML.
 */
export function formulaOf(element: Element): Element | undefined {
  const isBox = element.tagName === "mjx-container" || box.test(attribute(element, "className") ?? "");
  if (!isBox) return undefined;
  for (const inner of descendants(element)) if (inner.tagName === "math") return inner;
  return undefined;
}
