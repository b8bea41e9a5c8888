import type { TextDirective } from "../../fragments/directive.ts";
import { parseDirective } from "../../fragments/directive.ts";
import { DirectiveFinder } from "../../fragments/find.ts";

/** Elements that are block boundaries: no term of a directive crosses one. */
const blocks =
  "address,blockquote,br,dd,div,dt,figcaption,h1,h2,h3,h4,h5,h6,header,hr,li,p,pre,section,table,td,th,tr";

/** The text of an element as a browser searches it, with the offset of each of its text nodes. */
function textOf(root: Element): { text: string; nodes: { node: Text; start: number }[] } {
  const nodes: { node: Text; start: number }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = "";
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element && node.matches("br")) text += "\n";
    if (!(node instanceof Text)) continue;
    const around: Element | null = node.parentElement?.closest(blocks) ?? null;
    if (around !== block) text += "\n";
    block = around;
    nodes.push({ node, start: text.length });
    text += around?.matches("pre") ? node.data : node.data.replaceAll("\n", " ");
  }
  return { text, nodes };
}

/** The DOM range that a directive leads to. */
function rangeOf(root: Element, directive: TextDirective): Range | undefined {
  const { text, nodes } = textOf(root);
  const found = new DirectiveFinder(text).find(directive);
  if (found === undefined) return undefined;
  const place = (offset: number) => {
    const entry = nodes.findLast(({ start }) => start <= offset) ?? nodes[0];
    return entry && { node: entry.node, offset: Math.min(offset - entry.start, entry.node.length) };
  };
  const start = place(found.start);
  const end = place(found.end - 1);
  if (start === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, Math.min(end.offset + 1, end.node.length));
  return range;
}

/** Highlights the target of a URL's text directive in the article, and scrolls there. */
export function showCited(hash: string): void {
  const article = document.querySelector("article");
  const directive = parseDirective(hash.split(":~:")[1]?.split("&")[0] ?? "");
  const range = article && directive && rangeOf(article, directive);
  if (!range) return;
  if ("highlights" in CSS) CSS.highlights.set("cited", new Highlight(range));
  else getSelection()?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}
