import type { Element, ElementContent, RootContent } from "hast";
import { h } from "hastscript";
import { attribute, headingLevel, isHidden } from "./html.ts";
import { isHeadingLink } from "./html-anchors.ts";
import { chrome, likelyChrome, longestBar, shortChrome, unseen } from "./html-chrome.ts";
import { codeOf, descendants, wholeText } from "./html-code.ts";
import { formulaOf } from "./html-formula.ts";

/** How much text some nodes hold, in characters that are no white space, and how much of it is links. */
interface Weight {
  readonly text: number;
  readonly linked: number;
  readonly links: number;
}

const weightless: Weight = { text: 0, linked: 0, links: 0 };

const sum = (a: Weight, b: Weight): Weight => ({
  text: a.text + b.text,
  linked: a.linked + b.linked,
  links: a.links + b.links,
});

interface Pruned {
  readonly nodes: ElementContent[];
  readonly weight: Weight;
}

/** Names of boxes that say something on the side, in an article that its generator shows as `<aside>`. */
const admonition =
  /(?:^|[\s_-])(?:admonition|aside|alert|callout|caution|danger|hint|important|info|note|tip|warning)(?:$|[\s_-])/i;

/** Elements that are left out as a whole when they are mostly links, or for their names. */
const linkBoxes = new Set("div section ul ol dl table td nav menu aside center".split(" "));
const namedBoxes = new Set([...linkBoxes, "p", "span", "header", "figure"]);

/** Fewest links of a box that is left out for them, and the share of its text that they make. */
const fewestLinks = 3;
const mostlyLinks = 0.7;

/** Longest text of a link in such a box, on average: longer ones are sentences. */
const longestLink = 60;

/** Largest share of a page's text that a box may hold that is left out for its name. */
const largestChrome = 0.4;

/** Signs of links that lead to the heading they stand beside. */
const headingLinkText = /^[¶#§🔗​\u200B\s]*$/u;

/** Signs of links from a note back to its place. */
const backLink = /^\s*(?:↩|↵|↑|⤴|⏎|\^)(?:\ufe0e|\ufe0f|\s)*$/u;

/** Classes of what leads from a name to its source, and back: `[source]`. */
const sourceLink = /(?:^|\s)viewcode-(?:link|back)(?:\s|$)/;

/** Words beside the date of a page, which together are no sentence. */
const aroundDates =
  /\b(?:published|posted|updated|modified|written|last|on|at|by|date|edited)\b|[\s\p{P}\p{S}]/giu;

/** Boxes of code. */
const codeBox = /(?:^|\s)(?:language-[\w-]+|highlight|code-block)(?:\s|$)/;

/** Units whose exponents are no marks of notes: `m²`. */
const unit = /(?:^|[^\p{L}])(?:\p{L}|[cdkmnµ]m|ft|in|yd|mi|ha|sec|min)$/u;

const visibleLength = (text: string): number => text.replace(/\s+/g, "").length;

/** The names of a box: its classes with their words, and its id, which is one name, for it may be made of a heading. */
function namesOf(element: Element): string[] {
  const classes = (attribute(element, "className") ?? "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/\s+/);
  const id = (attribute(element, "id") ?? "").toLowerCase();
  return [...classes.flatMap((name) => [name, ...name.split(/[-_]+/)]), id];
}

/** Whether the author keeps an element out of search engines' texts. */
function isKeptOut(element: Element): boolean {
  return (
    element.tagName === "noindex" ||
    attribute(element, "dataPagefindIgnore") !== undefined ||
    Number(attribute(element, "dataPagefindWeight") ?? 1) === 0 ||
    attribute(element, "dataNosnippet") !== undefined ||
    /(?:^|\s)(?:robots-no(?:content|index)|noindex)(?:\s|$)/.test(attribute(element, "className") ?? "")
  );
}

/** The bar of tabs above code or texts that are shown one at a time: its buttons are no text. */
function isTabBar(element: Element): boolean {
  const isTabs = /(?:^|\s)(?:tabs|tab-labels|tabbed-labels)(?:\s|$)/.test(
    attribute(element, "className") ?? "",
  );
  const controls = element.children.filter((child) => child.type === "element");
  return (
    isTabs && controls.length > 0 && controls.every(({ tagName }) => /^(?:input|label|button)$/.test(tagName))
  );
}

/** Whether a line or list says nothing but when the page was written. */
function isDateLine(element: Element, length: number): boolean {
  if (length > longestLink || !/^(?:p|div|ul|span|section)$/.test(element.tagName)) return false;
  const times = [...descendants(element)].filter(({ tagName }) => tagName === "time");
  if (times.length === 0) return false;
  const rest = times.reduce((text, time) => text.replace(wholeText(time), ""), wholeText(element));
  return rest.replace(aroundDates, "") === "";
}

/** What a comment switches: `googleoff: index`, `noindex`, and back on. */
function switches(comment: string): boolean | undefined {
  if (/^\s*(?:googleoff\s*:|noindex\b)/i.test(comment)) return false;
  if (/^\s*(?:googleon\s*:|\/noindex\b)/i.test(comment)) return true;
  return undefined;
}

/** A sign that leads to a heading or from a word to its note: nothing that is read. */
function isMark(element: Element, before: string): boolean {
  const { tagName } = element;
  if (tagName === "a") {
    const href = attribute(element, "href") ?? "";
    const [inner] = element.children;
    const marked = inner?.type === "element" ? [element, inner] : [element];
    if (marked.some((one) => sourceLink.test(attribute(one, "className") ?? ""))) return true;
    const isSign = headingLinkText.test(wholeText(element));
    if (backLink.test(wholeText(element)) && href.includes("#")) return true;
    if (isHeadingLink(element)) return isSign || href.startsWith("#");
    return isSign && href.startsWith("#") && wholeText(element).trim() !== "";
  }
  if (tagName !== "sup") return false;
  const isLinked = element.children.some((child) => child.type === "element" && child.tagName === "a");
  const text = wholeText(element).trim();
  if (isLinked) return /^[[(]?(?:\p{N}{1,3}|\p{L}|[*†‡§]|note \p{N}+)[\])]?$/u.test(text);
  return /^\p{N}{1,2}$/u.test(text) && before !== "" && !/\p{N}$/u.test(before) && !unit.test(before);
}

class Pruner {
  /** Characters of the page that are no white space; undefined when its boxes are to be left as they are. */
  readonly #total: number | undefined;

  constructor(total?: number) {
    this.#total = total;
  }

  children(nodes: readonly RootContent[]): Pruned {
    const kept: { node: ElementContent; weight: Weight; isDropped: boolean }[] = [];
    let isOn = true;
    let before = "";
    const lastOn = nodes.findLastIndex((node) => node.type === "comment" && switches(node.value) === true);
    for (const [index, node] of nodes.entries()) {
      // One that nothing switches on again is no choice: all of the page would be left out.
      if (node.type === "comment") isOn = index >= lastOn || (switches(node.value) ?? isOn);
      if (!isOn || (node.type !== "element" && node.type !== "text")) continue;
      const pruned = this.#node(node, before);
      before = wholeText(node) || before;
      if (pruned === undefined) kept.push({ node: h("span"), weight: weightless, isDropped: true });
      else if ("nodes" in pruned)
        kept.push(
          ...pruned.nodes.map((n, i) => ({
            node: n,
            weight: i === 0 ? pruned.weight : weightless,
            isDropped: false,
          })),
        );
    }
    const shown = kept.filter((item, index) => !item.isDropped && !headsNothing(kept, index));
    return {
      nodes: shown.map(({ node }) => node),
      weight: shown.reduce((all, { weight }) => sum(all, weight), weightless),
    };
  }

  /** @returns undefined for a box of links or chrome */
  #node(node: ElementContent, before: string): Pruned | undefined {
    if (node.type === "text") {
      return { nodes: [node], weight: { ...weightless, text: visibleLength(node.value) } };
    }
    if (node.type !== "element") return { nodes: [node], weight: weightless };
    if (isKeptOut(node) || isTabBar(node)) return undefined;
    if (isMark(node, before)) return { nodes: [], weight: weightless };
    const formula = formulaOf(node);
    if (formula !== undefined) {
      const text = visibleLength(wholeText(formula));
      return { nodes: [h("span", formula)], weight: { ...weightless, text } };
    }
    const code = codeOf(node);
    if (code !== undefined) {
      return { nodes: [code], weight: { ...weightless, text: visibleLength(wholeText(code)) } };
    }
    const element = this.#asShown(node);
    const inner = this.children(element.children);
    const made: Element = { ...element, children: inner.nodes };
    // What is left out later weighs nothing.
    if (isHidden(made)) return { nodes: [made], weight: weightless };
    const { text } = inner.weight;
    const weight =
      element.tagName === "a"
        ? { text, linked: text, links: text > 0 ? 1 : 0 }
        : // Types in a signature lead to what describes them: they are no menu.
          element.tagName === "code"
          ? { ...weightless, text }
          : inner.weight;
    return this.#isChrome(made, weight) ? undefined : { nodes: [made], weight };
  }

  /** Some generators show what an article says on the side as an aside, which others keep for what is no part of it. */
  #asShown(element: Element): Element {
    const isAdmonition =
      element.tagName === "aside" &&
      (attribute(element, "role") === "note" || admonition.test(attribute(element, "className") ?? ""));
    if (isAdmonition) return { ...element, tagName: "div" };
    return codeBox.test(attribute(element, "className") ?? "") ? withoutLabel(element) : element;
  }

  #isChrome(element: Element, { text, linked, links }: Weight): boolean {
    const { tagName } = element;
    if (tagName === "body" || tagName === "main" || tagName === "article" || text === 0) return false;
    if (this.#total === undefined) return false;
    if (isDateLine(element, text)) return true;
    if (
      linkBoxes.has(tagName) &&
      links >= fewestLinks &&
      linked >= mostlyLinks * text &&
      linked <= longestLink * links
    ) {
      return true;
    }
    if (text > largestChrome * this.#total) return false;
    const isBox = namedBoxes.has(tagName);
    if (!isBox && headingLevel(element) === undefined) return false;
    const names = namesOf(element);
    if (names.some((name) => unseen.has(name))) return true;
    if (!isBox) return false;
    return (
      names.some((name) => chrome.has(name) && !(shortChrome.has(name) && text - linked > longestBar)) ||
      (linked * 2 >= text && names.some((name) => likelyChrome.has(name)))
    );
  }
}

/** The box of code without the name of its language, which is shown beside it. */
function withoutLabel(box: Element): Element {
  const isLabel = (node: ElementContent): boolean =>
    node.type === "element" &&
    node.tagName === "span" &&
    /(?:^|\s)(?:lang|language)(?:\s|$)/.test(attribute(node, "className") ?? "");
  return { ...box, children: box.children.filter((child) => !isLabel(child)) };
}

/** Whether a heading has lost all that stood below it. */
function headsNothing(
  siblings: readonly { node: ElementContent; weight: Weight; isDropped: boolean }[],
  index: number,
): boolean {
  const heading = siblings[index]?.node;
  const level = heading?.type === "element" ? headingLevel(heading) : undefined;
  if (level === undefined || level === 1) return false;
  let hasLost = false;
  for (const { node, weight, isDropped } of siblings.slice(index + 1)) {
    if (node.type === "element" && (headingLevel(node) ?? 7) <= level) break;
    if (isDropped) hasLost = true;
    else if (weight.text > 0) return false;
  }
  return hasLost;
}

function lengthOf(nodes: readonly RootContent[]): number {
  let length = 0;
  for (const node of nodes) {
    if (node.type === "text") length += visibleLength(node.value);
    else if (node.type === "element" && !isHidden(node)) length += lengthOf(node.children);
  }
  return length;
}

/**
 * Leaves out of a page what nobody is to read as its text: what its author keeps from search engines, links that headings
 * have to themselves, marks of notes, and the numbers of lines beside code.
 */
export function withoutMarks(nodes: readonly RootContent[]): ElementContent[] {
  return new Pruner().children(nodes).nodes;
}

/** Leaves out boxes that are mostly links, and menus, cookie lines, share bars and the like by their names. */
export function withoutChrome(nodes: readonly RootContent[]): ElementContent[] {
  return new Pruner(lengthOf(nodes)).children(nodes).nodes;
}
