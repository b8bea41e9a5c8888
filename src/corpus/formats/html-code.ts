import type { Element, ElementContent, Text } from "hast";
import { h } from "hastscript";
import { attribute, isHidden } from "./html.ts";

/** Where numbers of lines stand, beside code. */
const gutter =
  /(?:^|[\s_-])(?:gutter|lineno|linenos|linenodiv|lnt|ln|line-numbers?|linenumbers?|blob-num|rouge-gutter|code-line-number)(?:[\s_-]|$)/i;

/** All text of an element as it is written, white space too. */
export function wholeText(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wholeText).join("") : "";
}

/** Code as one `pre` whose lines end in line feeds, without the numbers beside them; undefined for what is no code. */
export function codeOf(element: Element): Element | undefined {
  const { tagName } = element;
  if (tagName === "pre") {
    const children = codeLines(element.children);
    return { ...element, children: withoutLastFeed(children) };
  }
  if (tagName !== "table") return undefined;
  const isCode =
    /(?:^|[\s_-])(?:highlight|highlighttable|rouge-table|lntable|code|js-file-line-container)/.test(
      attribute(element, "className") ?? "",
    );
  const cells = [...descendants(element)].filter((inner) => inner.tagName === "td" && !isGutter(inner));
  const pres = cells.flatMap((cell) => [...descendants(cell)].filter((inner) => inner.tagName === "pre"));
  const last = pres.at(-1);
  if (pres.length > 0 && cells.length <= 2 && last !== undefined) return codeOf(last);
  if (!isCode || pres.length > 0 || cells.length === 0) return undefined;
  const lines = cells.flatMap((cell): ElementContent[] => [...codeLines(cell.children), text("\n")]);
  return h("pre", withoutLastFeed(lines));
}

const text = (value: string): Text => ({ type: "text", value });

const isGutter = (element: Element): boolean =>
  gutter.test(attribute(element, "className") ?? "") ||
  (attribute(element, "dataLineNumber") !== undefined && wholeText(element).trim() === "");

/** All elements in an element, in document order. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.type !== "element") continue;
    yield child;
    yield* descendants(child);
  }
}

/** Elements that stand for a line of code each. */
const lineElements = new Set(["div", "li", "p", "tr"]);

/** Code in which each line ends with a line feed, however it was marked. */
function codeLines(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (isHidden(node) || isGutter(node)) return [];
    if (node.tagName === "br") return [text("\n")];
    const children = codeLines(node.children);
    if (!lineElements.has(node.tagName) || children.length === 0) return [{ ...node, children }];
    const ends = children.map(wholeText).join("").endsWith("\n");
    return [h("span", children), ...(ends ? [] : [text("\n")])];
  });
}

function withoutLastFeed(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  return last?.type === "text" && last.value === "\n" ? nodes.slice(0, -1) : [...nodes];
}
