import type { Element, ElementContent, Nodes } from "hast";
import {
  addList,
  addQuote,
  addTable,
  type DraftBlock,
  oneLine,
  RunningText,
  type Sink,
  visible,
} from "./blocks.ts";
import { languageOfCode } from "./code-language.ts";

/** Elements that never belong to an article's text. */
const leftOut = new Set(
  `annotation aside audio base button canvas datalist dialog embed footer form head iframe img input link meta nav noscript object
  picture script search select style svg template textarea title video`.split(/\s+/),
);

const leftOutRoles = new Set([
  "banner",
  "complementary",
  "contentinfo",
  "dialog",
  "form",
  "menu",
  "navigation",
  "search",
]);

/** Most characters of a header that are no text of the article's. */
const longestHeader = 600;

/** Elements that start on a new line. Those with a meaning of their own are handled by name. */
const blockElements = new Set(
  `address article body center dd details dir div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html
  legend li main menu ol p pre section summary table ul blockquote`.split(/\s+/),
);

/** Sectioning elements, in which a header belongs to the section, not to the page. */
const sectioning = new Set(["article", "main", "section"]);

const headingName = /^h([1-6])$/;

/** Boxes of their own: a heading in one ends with it. */
const boxes = new Set(["article", "details", "figure", "section"]);

/** Keeps track of the headings that blocks stand below. */
class Outline {
  readonly #blocks: DraftBlock[];
  #level = 0;
  /** The level that a box that ended left, if no block followed it yet. */
  #under: number | undefined;

  constructor(blocks: DraftBlock[]) {
    this.#blocks = blocks;
  }

  add(block: DraftBlock): void {
    if (!/\S/.test(block.text)) return;
    if (block.kind === "heading") this.#level = block.level ?? this.#level;
    else if (this.#under !== undefined) this.#level = this.#under;
    const isUnder = block.kind !== "heading" && this.#under !== undefined;
    this.#blocks.push(isUnder ? { ...block, under: this.#level } : block);
    this.#under = undefined;
  }

  /** Fills a box, after which what follows stands below the heading above the box, if any text did stand below its own. */
  box(fill: () => void): void {
    const before = this.#under ?? this.#level;
    const first = this.#blocks.length;
    fill();
    const inner = this.#blocks.slice(first);
    const heading = inner.findIndex(({ kind }) => kind === "heading");
    const isHeading = heading !== -1 && inner.at(-1)?.kind !== "heading";
    if (isHeading) this.#under = before;
  }
}

/** The relevant ancestors of an element. */
interface Context {
  readonly outline: Outline;
  /** Inside an article, main or section element. */
  readonly sectioned: boolean;
  /** Inside the header of such an element; only its headings are kept: the rest is date lines and buttons. */
  readonly headingsOnly: boolean;
  /** Inside a box that opens when its title is pressed. */
  readonly folded?: boolean;
}

/** An attribute as text; undefined when it is absent. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** Accordions call all of themselves a list of tabs, with the texts that it opens. */
const holdsPanel = ({ children }: Element): boolean =>
  children.some(
    (one) => one.type === "element" && (attribute(one, "role") === "tabpanel" || holdsPanel(one)),
  );

/** Whether an element and everything in it does not belong to the article's text. */
export function isHidden(element: Element): boolean {
  const role = attribute(element, "role") ?? "";
  return (
    leftOut.has(element.tagName) ||
    attribute(element, "hidden") !== undefined ||
    attribute(element, "ariaHidden") === "true" ||
    (role === "tablist" ? !holdsPanel(element) : leftOutRoles.has(role)) ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, "style") ?? "")
  );
}

/** All elements that are shown, in document order. */
export function* shownElements(nodes: readonly Nodes[]): Generator<Element> {
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "element") {
      if (isHidden(node)) continue;
      yield node;
    }
    if ("children" in node)
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child !== undefined) stack.push(child);
      }
  }
}

function addInline(nodes: readonly Nodes[], into: RunningText): void {
  for (const node of nodes) {
    if (node.type === "text") into.add(node.value);
    else if (node.type !== "element" || isHidden(node)) continue;
    else if (node.tagName === "br") into.addLineBreak();
    else {
      // A block within running text, such as a paragraph in a table cell, does not stick to the word before it.
      const apart = blockElements.has(node.tagName);
      if (apart) into.add(" ");
      addInline(node.children, into);
      if (apart) into.add(" ");
    }
  }
}

/** The text of an element, as running text. */
export function inlineText(nodes: readonly Nodes[]): string {
  const running = new RunningText();
  addInline(nodes, running);
  return running.toString();
}

/** UTF-16 units of the running text of some nodes that are links. */
export function linkedLength(nodes: readonly Nodes[]): number {
  let linked = 0;
  for (const { tagName, children } of shownElements(nodes))
    if (tagName === "a") linked += inlineText(children).length;
  return linked;
}

/** The text as written, white space included. */
function verbatim(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element" || isHidden(node)) return "";
      return node.tagName === "br" ? "\n" : verbatim(node.children);
    })
    .join("");
}

/** Adds a table's caption as a paragraph, then its rows. A table in a cell becomes part of the cell's text. */
function addTableElement(table: Element, sink: Sink): void {
  const rows: string[][] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== "element" || isHidden(node)) continue;
      if (node.tagName === "caption") sink.add({ kind: "paragraph", text: inlineText(node.children) });
      else if (node.tagName !== "tr") visit(node.children);
      else {
        const cells = node.children
          .filter((cell) => cell.type === "element")
          .filter((cell) => !isHidden(cell));
        rows.push(cells.map((cell) => inlineText(cell.children)));
      }
    }
  };
  visit(table.children);
  addTable(sink, rows);
}

/** The level of a heading, 1-6; undefined for other elements. */
export function headingLevel({ tagName }: Element): number | undefined {
  const level = headingName.exec(tagName)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** True for an element that starts on a new line. */
export const isBlock = ({ tagName }: Element): boolean => blockElements.has(tagName);

/** True for a container that holds a block somewhere, such as a link around a heading. */
export function holdsBlock(element: Element): boolean {
  for (const { tagName } of shownElements(element.children)) if (blockElements.has(tagName)) return true;
  return false;
}

/** Whether a heading is among some nodes or, down to some depth, in them. */
const holdsHeading = (nodes: readonly Nodes[], depth: number): boolean =>
  nodes.some(
    (node) =>
      node.type === "element" &&
      !isHidden(node) &&
      (headingLevel(node) !== undefined || (depth > 0 && holdsHeading(node.children, depth - 1))),
  );

/** Whether a list holds sections rather than items, as pages that programs write have it: most begin with a heading. */
function isListOfSections({ tagName, children }: Element): boolean {
  if (tagName !== "ul" && tagName !== "menu") return false;
  const items = children.filter((child) => child.type === "element").filter((child) => !isHidden(child));
  return items.filter((item) => holdsHeading(item.children, 2)).length * 2 > items.length;
}

function addElement(element: Element, sink: Sink, context: Context): void {
  const { tagName, children } = element;
  const level = headingLevel(element);
  if (level !== undefined) {
    const anchor = attribute(element, "id");
    const text = oneLine(inlineText(children));
    const { folded = false } = context;
    sink.add({
      kind: "heading",
      level,
      ...(folded && { folded }),
      ...(anchor !== undefined && { anchor }),
      text,
    });
  } else if (tagName === "header") {
    if (!context.sectioned) return;
    // What is longer than dates and buttons is text, whatever it stands in.
    const isText = inlineText(children).length - linkedLength(children) > longestHeader;
    addBlocks(children, sink, isText ? context : { ...context, headingsOnly: true });
  } else if (tagName === "pre") {
    if (context.headingsOnly) return;
    const language = languageOfCode(element);
    sink.add({
      kind: "code",
      ...(language !== undefined && { language }),
      text: visible(verbatim(children)),
    });
  } else if (tagName === "table") {
    if (!context.headingsOnly) addTableElement(element, sink);
  } else if (tagName === "blockquote") {
    addQuote(sink, (inner) => addBlocks(children, inner, context));
  } else if (sink.within === undefined && isListOfSections(element)) {
    context.outline.box(() => addBlocks(children, sink, context));
  } else if (/^(?:ul|ol|dl|menu|dir)$/.test(tagName)) {
    addList(sink, (inner) => addBlocks(children, inner, context));
  } else {
    const folded = context.folded === true || tagName === "details";
    const inner = { ...context, folded, sectioned: context.sectioned || sectioning.has(tagName) };
    if (boxes.has(tagName)) context.outline.box(() => addBlocks(children, sink, inner));
    else addBlocks(children, sink, inner);
  }
}

/** Adds the blocks of some siblings; what is not in a block of its own between two blocks is a paragraph. */
function addBlocks(nodes: readonly Nodes[], sink: Sink, context: Context): void {
  let running: Nodes[] = [];
  const endParagraph = (): void => {
    if (running.length === 0) return;
    // Two line breaks in a row are how paragraphs are made by those who do not mark them up.
    const paragraphs = context.headingsOnly ? [] : inlineText(running).split(/\n{2,}/);
    // White space between two blocks is no paragraph.
    for (const text of paragraphs) if (text !== "") sink.add({ kind: "paragraph", text });
    running = [];
  };
  for (const node of nodes) {
    if (node.type !== "element") {
      running.push(node);
    } else if (!isHidden(node)) {
      if (blockElements.has(node.tagName) || holdsBlock(node)) {
        endParagraph();
        addElement(node, sink, context);
      } else {
        running.push(node);
      }
    }
  }
  endParagraph();
}

/** The blocks of some nodes of a page. Chrome, forms, scripts and what is hidden are left out. */
export function htmlBlocks(nodes: readonly Nodes[], sectioned: boolean): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const outline = new Outline(blocks);
  addBlocks(nodes, { add: (block) => outline.add(block) }, { outline, sectioned, headingsOnly: false });
  return blocks;
}
