import type { Element, Nodes, Root, Text } from "hast";

/** How deep elements of a page may stand in one another: half of what browsers do before they flatten, too. */
const deepest = 256;

/** The texts and the empty elements below an element, each in a copy of the element that it stands in. */
function flatten(element: Element): Element["children"] {
  const flat: Element["children"] = [];
  const stack: { node: Nodes; parent: Element }[] = [];
  const push = (parent: Element): void => {
    for (const node of parent.children.toReversed()) stack.push({ node, parent });
  };
  push(element);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, parent } = top;
    if (node.type === "element" && node.children.length > 0) {
      push(node);
    } else if (node.type === "element" || node.type === "text") {
      const leaf: Element | Text = node;
      flat.push(parent === element ? leaf : { ...parent, children: [leaf] });
    }
  }
  return flat;
}

/**
 * Flattens what is nested so deeply in a tree that no reader meant it, such as elements that are never closed. What walks
 * a tree may then do so by recursion.
 */
export function boundDepth(root: Root): void {
  const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    if (!("children" in node)) continue;
    if (node.type === "element" && depth === deepest) node.children = flatten(node);
    else for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
}
