import type { Link, List, Nodes, RootContent } from "mdast";
import { percentDecoded } from "../../../shared/percent-decoded.ts";

// What only leads readers on: tables of contents, and links that are named by their files.

/** Longest line that leads to a table of contents, in characters. */
const longestLead = 60;

/** Fewest entries of a table of contents. */
const fewestEntries = 3;

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** Links of a list when all its text is links to headings of its own page; undefined when there is other text. */
function ownLinks(node: Nodes): number | undefined {
  if (node.type === "link") return /^#./.test(node.url) ? 1 : undefined;
  if (!("children" in node)) return "value" in node && node.value.trim() !== "" ? undefined : 0;
  let links = 0;
  for (const child of node.children) {
    const inner = ownLinks(child);
    if (inner === undefined) return undefined;
    links += inner;
  }
  return links;
}

/** Whether a link says no more than what file it leads to. */
export const isFileLink = (link: Link): boolean => {
  const said = plainText(link).trim();
  return (
    /^[^\s]+\.mdx?$/i.test(said) &&
    (percentDecoded(link.url) ?? link.url).endsWith(said.replace(/^(?:\.{0,2}\/)+/, ""))
  );
};

/** A page's table of contents, which says nothing that its headings do not. */
export const isContents = (list: List): boolean => (ownLinks(list) ?? 0) >= fewestEntries;

/** Drops the line that leads to a table of contents: `In this article:`. */
export function dropLead(before: RootContent[]): void {
  const last = before.at(-1);
  if (last?.type !== "paragraph") return;
  const text = plainText(last).trim();
  const isLead =
    /[:：]$/.test(text) ||
    /^(?:table of )?contents$|^toc$|^(?:in|on) this (?:page|article|section|guide)$/i.test(text);
  if (isLead && text.length <= longestLead) before.pop();
}
