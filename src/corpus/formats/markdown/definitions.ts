import type { Root } from "mdast";

const defined = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(\^?[^\]\n]+)\]:/gm;
const used = /\[(\^?[^[\]]{1,300})\]/g;

/** Labels are compared without regard to case and white space, as Markdown has it. */
export const folded = (label: string): string => label.replace(/\s+/g, " ").trim().toLowerCase();

/** Labels of addresses and notes by what they are compared by, as they are written where they are defined. */
export type Definitions = ReadonlyMap<string, string>;

/** What a text defines. */
export function definitionsIn(text: string): Definitions {
  const labels = new Map<string, string>();
  for (const [, label = ""] of text.matchAll(defined)) labels.set(folded(label), label);
  return labels;
}

function missingLabels(part: string, all: Definitions): string[] {
  if (all.size === 0) return [];
  const own = definitionsIn(part);
  const labels = new Set<string>();
  for (const [, label = ""] of part.matchAll(used)) {
    const key = folded(label);
    if (all.has(key) && !own.has(key)) labels.add(key);
  }
  return [...labels].map((key) => all.get(key) ?? key);
}

const lines = (labels: readonly string[]): string => labels.map((label) => `[${label}]: #\n\n`).join("");

/** Lines that define what a part refers to and another part defines. */
export const missing = (part: string, all: Definitions): string => lines(missingLabels(part, all));

/** Parses the text in a box of a page. What the text refers to may be defined on the page. */
export function parseInside<Parsed extends { readonly tree: Root }>(
  text: string,
  all: Definitions,
  parse: (text: string) => Parsed,
): Parsed {
  const labels = missingLabels(text, all);
  if (labels.length === 0) return parse(text);
  const parsed = parse(`${text}\n\n${lines(labels)}`);
  // They are the page's, which has them itself.
  const children = [...parsed.tree.children];
  for (let left = labels.length; left > 0; left--) {
    const last = children.at(-1)?.type;
    if (last === "definition" || last === "footnoteDefinition") children.pop();
  }
  return { ...parsed, tree: { ...parsed.tree, children } };
}
