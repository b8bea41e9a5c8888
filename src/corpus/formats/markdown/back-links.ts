import type { ElementContent, RootContent } from "hast";

/** From how many times on the same words that lead to a place of the page are a way back, and no text. */
const fewest = 3;

const textOf = (node: ElementContent): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

/** The text of all links of an element when they lead to its own page, and nothing else stands in it but marks. */
function ownLinks(node: ElementContent): string | undefined {
  if (node.type === "text") return /[\p{L}\p{N}]/u.test(node.value) ? undefined : "";
  if (node.type !== "element") return "";
  if (node.tagName === "a")
    return /^#/.test(String(node.properties["href"] ?? "")) ? textOf(node) : undefined;
  const parts = node.children.map(ownLinks);
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

const backLink = (node: RootContent): string =>
  node.type === "element" && (node.tagName === "p" || node.tagName === "div" || node.tagName === "strong")
    ? (ownLinks(node)?.trim() ?? "")
    : "";

/** Leaves out "back to top": paragraphs that are a link to a place of the page, and stand below each of its sections. */
export function withoutBackLinks(nodes: readonly RootContent[]): RootContent[] {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const text = backLink(node);
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if ([...counts.values()].every((count) => count < fewest)) return [...nodes];
  return nodes.filter((node) => (counts.get(backLink(node)) ?? 0) < fewest);
}
