import type { Definition, Nodes, Root } from "mdast";

/** Most characters that the links to one definition may make of its address: each of them repeats it. */
const mostRepeated = 500_000;
/** Longest address that may be repeated as often as one likes. */
const usual = 2_000;

/** A tree whose definitions have no address so long, and used so often, that the page would hold little else. */
export function withoutRepeatedAddresses(tree: Root): Root {
  const long = new Map<string, Definition>();
  const uses = new Map<string, number>();
  const visit = (node: Nodes): void => {
    if (node.type === "definition" && node.url.length > usual) long.set(node.identifier, node);
    if (node.type === "linkReference" || node.type === "imageReference") {
      uses.set(node.identifier, (uses.get(node.identifier) ?? 0) + 1);
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  for (const [identifier, definition] of long) {
    if ((uses.get(identifier) ?? 0) * definition.url.length > mostRepeated) definition.url = "";
  }
  return tree;
}
