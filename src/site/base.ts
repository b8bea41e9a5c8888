import type { Root, RootContent } from "hast";

/** Properties of elements that hold an address. */
const addressProperties = ["href", "src", "action"] as const;

/** Attributes of an article's own HTML that lead to another page of this site, or to a file of it. */
const ownAddress = /(<(?:a|img)\b[^<>]*? (?:href|src)=")(?=\/(?:articles|static)\/)/g;

/**
 * Puts the path that a site is served below before its own addresses, which are written from its root. Canonical addresses
 * have it already.
 *
 * @param base without a slash at the end; empty at the root of a host
 */
export function withBase(tree: Root, base: string): Root {
  if (base === "") return tree;
  return { ...tree, children: tree.children.map((child) => moved(child, base)) };
}

function moved<Node extends RootContent>(node: Node, base: string): Node {
  if (node.type === "raw") return { ...node, value: node.value.replace(ownAddress, `$1${base}`) };
  if (node.type !== "element") return node;
  const properties = { ...node.properties };
  const isCanonical = node.tagName === "link" && String(properties["rel"]) === "canonical";
  for (const name of addressProperties) {
    const address = properties[name];
    if (!isCanonical && typeof address === "string" && /^\/(?!\/)/.test(address))
      properties[name] = base + address;
  }
  return { ...node, properties, children: node.children.map((child) => moved(child, base)) };
}
