import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { readsAs } from "./plain-content.ts";

const heading = /^h[1-6]$/;

/** Elements at whose start a parser of HTML ends a paragraph that is open. */
const endParagraph = new Set(
  (
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header " +
    "hgroup hr li main menu nav ol p pre search section summary table ul"
  ).split(" "),
);

/** What is open around a node. */
interface Open {
  readonly paragraph?: boolean;
  readonly heading?: boolean;
  readonly link?: boolean;
}

/** Whether an element stands in one that a parser would end before it: a heading in a heading, once what was between is taken away. */
function endsAnother(nodes: readonly ElementContent[], open: Open = {}): boolean {
  return nodes.some((node) => {
    if (node.type !== "element") return false;
    const { tagName, children } = node;
    const isHeading = heading.test(tagName);
    if (open.paragraph && endParagraph.has(tagName)) return true;
    if (open.heading && isHeading) return true;
    if (open.link && tagName === "a") return true;
    return endsAnother(children, {
      paragraph: open.paragraph || tagName === "p",
      heading: open.heading || isHeading,
      link: open.link || tagName === "a",
    });
  });
}

/** Whether a tree reads as a text once it was written as HTML and a browser has parsed that again. */
export function readsAsParsedAgain(nodes: readonly ElementContent[], text: string): boolean {
  if (!endsAnother(nodes)) return true;
  const html = toHtml({ type: "root", children: [...nodes] });
  const isContent = (node: { type: string }): node is ElementContent => node.type !== "doctype";
  return readsAs(fromHtml(html, { fragment: true }).children.filter(isContent), text);
}
