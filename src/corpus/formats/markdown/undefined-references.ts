import type { Nodes, Parents, Root, RootContent } from "mdast";
import { codeRanges, isWithin, outsideCode } from "./code-ranges.ts";
import { folded } from "./definitions.ts";

const used = /\]\[([^[\]\n^][^[\]\n]{2,200})\]/g;
/** `[text][]`, whose text is the label; it may hold code. */
const collapsed = /(?<![\w\])])\[((?:`[^`\n]{1,100}`|[^[\]`\n^]){1,200})\]\[\]/g;
const defined = /^[ \t>]*\[([^\]\n^][^\]\n]*)\]:/gm;
/** A label has letters: `row[0][100]` is no reference. */
const letters = /\p{L}{2}/u;
/** `[#12][]` is a report of an issue. */
const issue = /^#\d+$/;

/**
 * Labels that a text refers to, `[text][label]` or `[label][]`, and does not define: plugins do that, for whole sites and for names in code.
 * Readers see a link there.
 */
export function undefinedLabels(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!text.includes("][")) return labels;
  outsideCode(text, (prose) => {
    for (const [, label = ""] of prose.matchAll(used)) if (letters.test(label)) labels.add(folded(label));
    return prose;
  });
  if (text.includes("][]")) {
    const isCode = isWithin(codeRanges(text));
    for (const { 1: label = "", index } of text.matchAll(collapsed)) {
      if (!isCode(index) && (letters.test(label) || issue.test(label))) labels.add(folded(label));
    }
  }
  for (const [, label = ""] of text.matchAll(defined)) labels.delete(folded(label));
  return labels;
}

/** A text whose labels are all defined, so that references to them are parsed as such. */
export const withDefinitions = (text: string, labels: ReadonlySet<string>): string =>
  labels.size === 0 ? text : `${text}\n\n${[...labels].map((label) => `[${label}]: #\n`).join("")}`;

const isUnresolved = (node: Nodes, labels: ReadonlySet<string>): boolean =>
  (node.type === "linkReference" || node.type === "imageReference" || node.type === "definition") &&
  labels.has(folded(node.label ?? node.identifier));

/** A tree in which references to such labels are their text. */
export function withoutReferences(tree: Root, labels: ReadonlySet<string>): Root {
  const unwrap = (node: RootContent): RootContent[] => {
    if ("children" in node) replace(node);
    if (!isUnresolved(node, labels)) return [node];
    return "children" in node ? [...node.children] : [];
  };
  const replace = (parent: Parents): void => {
    Object.assign(parent, { children: parent.children.flatMap(unwrap) });
  };
  if (labels.size > 0) replace(tree);
  return tree;
}
