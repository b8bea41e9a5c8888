import type { Element, ElementContent, Nodes, RootContent } from "hast";
import { h } from "hastscript";
import { asks } from "../../text/asks.ts";
import { oneLine } from "./blocks.ts";
import { attribute, headingLevel, holdsBlock, inlineText, isBlock, isHidden, shownElements } from "./html.ts";

/** Longest question in characters: what is longer and ends in a question mark is a paragraph. */
const longestQuestion = 300;

/** Fewest words of a question that stands in bold before its answer on the same line. */
const fewestWords = 3;

/** Terms of a list whose explanations have at least so many characters in the middle are headings over them. */
const longExplanation = 160;

/** How interviews and help pages mark a question: `Q:`, `Question 3.`, `Frage:`. */
const questionMark = /^(?:q|question|frage|pregunta|domanda|pergunta|vraag|問|问|q&a)\s*\d*\s*[:.)：]\s*\S/iu;

/** Where a line begins that is marked as a question or an answer. */
const markedLine =
  /\n(?=[ \t]*(?:q|a|question|answer|frage|antwort|pregunta|respuesta|domanda|risposta|pergunta|resposta|vraag|antwoord|réponse|問|问|答)\s?\d{0,3}\s*[:：])/iu;

/** Parts running text that begins with a marked question at its other lines that are marked, where they are only line feeds. */
function markedLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  if (!questionMark.test(inlineText(nodes))) return [[...nodes]];
  for (const node of nodes) {
    const [first = "", ...others] = node.type === "text" ? node.value.split(markedLine) : [];
    if (others.length === 0) lines.at(-1)?.push(node);
    else {
      lines.at(-1)?.push({ type: "text", value: first });
      for (const value of others) lines.push([{ type: "text", value }]);
    }
  }
  return lines;
}

/** The level of the heading that what comes next stands below, and that of the questions in bold below it. */
interface Outline {
  level: number;
  asked: number | undefined;
}

/** The level right below another: level 1 is the title of the page. */
const below = (level: number): number => Math.max(2, Math.min(6, level + 1));

/** @param from what named the place of the heading before */
const heading = (level: number, children: ElementContent[], from?: Element): Element => {
  const id = from && attribute(from, "id");
  return h(`h${level}`, id === undefined ? {} : { id }, children);
};

function isQuestion(text: string): boolean {
  return text.length <= longestQuestion && asks(text);
}

/** A part of running text, up to a line break or all of it. */
interface Line {
  readonly nodes: ElementContent[];
  readonly rest: ElementContent[];
}

function firstLine(nodes: readonly ElementContent[]): Line {
  const end = nodes.findIndex((node) => node.type === "element" && node.tagName === "br");
  return end === -1
    ? { nodes: [...nodes], rest: [] }
    : { nodes: nodes.slice(0, end), rest: nodes.slice(end + 1) };
}

const isBold = (node: Nodes): boolean =>
  node.type === "element" && (node.tagName === "b" || node.tagName === "strong");

/** The bold text that a line begins with, and what follows it. White space, and elements without text, count as neither. */
function boldStart(nodes: readonly ElementContent[]): Line {
  const end = nodes.findIndex((node) => !isBold(node) && inlineText([node]) !== "");
  return end === -1
    ? { nodes: [...nodes], rest: [] }
    : { nodes: nodes.slice(0, end), rest: nodes.slice(end) };
}

/** Parts running text into the question that it begins with and what follows; undefined when it begins with none. */
function takeQuestion(nodes: readonly ElementContent[]): Line | undefined {
  const line = firstLine(nodes);
  const text = inlineText(line.nodes);
  if (questionMark.test(text) && isQuestion(text)) return line;
  const bold = boldStart(line.nodes);
  const question = inlineText(bold.nodes);
  if (!isQuestion(question)) return undefined;
  const isWholeLine = bold.rest.length === 0;
  if (!isWholeLine && question.split(/\s+/).length < fewestWords) return undefined;
  return isWholeLine ? line : { nodes: bold.nodes, rest: [...bold.rest, ...nodes.slice(line.nodes.length)] };
}

/** Whether the terms of a list head texts, as in an FAQ or a reference, rather than stand beside a word or two. */
function headsTexts(list: Element): boolean {
  const parts = [...shownElements(list.children)];
  const terms = parts.filter(({ tagName }) => tagName === "dt").map(({ children }) => inlineText(children));
  if (terms.filter(asks).length * 2 > terms.length) return true;
  const lengths = parts
    .filter(({ tagName }) => tagName === "dd")
    .map(({ children }) => inlineText(children).length)
    .sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= longExplanation;
}

/** Makes a list of terms into headings and what they head. Terms in a row head the same text. */
function headTerms(nodes: readonly ElementContent[], level: number): ElementContent[] {
  const made: ElementContent[] = [];
  let terms: ElementContent[] = [];
  let first: Element | undefined;
  for (const node of nodes) {
    if (node.type !== "element") {
      made.push(node);
    } else if (node.tagName === "dt") {
      if (terms.length === 0) first = node;
      terms.push(...(terms.length > 0 ? [h("span", " ")] : []), ...node.children);
    } else {
      if (terms.length > 0) made.push(heading(level, terms, first));
      terms = [];
      const children = node.tagName === "dd" ? node.children : headTerms(node.children, level);
      made.push({ ...node, tagName: "div", children });
    }
  }
  if (terms.length > 0) made.push(heading(level, terms, first));
  return made;
}

/** A button that opens and closes a text: it is named by that text's question. */
function opens(element: Element): boolean {
  const { tagName } = element;
  const isButton = tagName === "button" || attribute(element, "role") === "button";
  return (
    isButton &&
    (attribute(element, "ariaExpanded") !== undefined || attribute(element, "ariaControls") !== undefined)
  );
}

/** Shows what stands in a button, which is no part of a text elsewhere. */
function withoutButtons(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const children = withoutButtons(node.children);
    return node.tagName === "button" ? h("span", children) : { ...node, children };
  });
}

/** Shows an element that is hidden until its question is pressed. */
function unfolded(element: Element): Element {
  const { hidden: _, ariaHidden: __, style: ___, ...properties } = element.properties;
  return { ...element, properties };
}

/** Ids of the texts that questions open. */
function controlled(nodes: readonly Nodes[], ids = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (node.type === "element" && opens(node)) {
      for (const id of (attribute(node, "ariaControls") ?? "").split(" ")) if (id !== "") ids.add(id);
    }
    if ("children" in node) controlled(node.children, ids);
  }
  return ids;
}

/** Whether each item of a list begins with a heading or with what opens a text: they are sections, and the list only lays them out. */
function isListOfSections({ children }: Element): boolean {
  const items = children.filter((child) => child.type === "element").filter((child) => !isHidden(child));
  return (
    items.length > 0 &&
    items.every((item) => {
      const first = item.children.find((child) => child.type === "element" || inlineText([child]) !== "");
      return first?.type === "element" && (first.tagName === "details" || headingLevel(first) !== undefined);
    })
  );
}

const asDivision = (child: ElementContent): ElementContent =>
  child.type === "element" ? { ...child, tagName: "div" } : child;

class Questions {
  readonly #controlled: ReadonlySet<string>;
  readonly #outline: Outline = { level: 0, asked: undefined };

  constructor(controlled: ReadonlySet<string>) {
    this.#controlled = controlled;
  }

  /** Rewrites siblings; runs of text between blocks are looked at like paragraphs. */
  all(nodes: readonly ElementContent[]): ElementContent[] {
    const made: ElementContent[] = [];
    let running: ElementContent[] = [];
    const endRun = (): void => {
      const line = takeQuestion(running);
      if (line === undefined) made.push(...running);
      else made.push(this.#question(line.nodes), ...line.rest);
      running = [];
    };
    for (const node of nodes) {
      if (node.type === "element" && (isBlock(node) || opens(node) || holdsBlock(node))) {
        endRun();
        made.push(...this.#element(node));
      } else {
        running.push(node);
      }
    }
    endRun();
    return made;
  }

  /** A question on a line of its own: a heading, of one level with those before it. */
  #question(nodes: readonly ElementContent[], from?: Element): Element {
    this.#outline.asked ??= below(this.#outline.level);
    this.#outline.level = this.#outline.asked;
    return heading(this.#outline.asked, withoutButtons(nodes), from);
  }

  #element(given: Element): ElementContent[] {
    const id = attribute(given, "id");
    const element = id !== undefined && this.#controlled.has(id) ? unfolded(given) : given;
    const { tagName, children } = element;
    if (opens(element)) {
      return isQuestion(oneLine(inlineText(withoutButtons(children))))
        ? [this.#question(children)]
        : [element];
    }
    if (isHidden(element)) return [element];
    const level = headingLevel(element);
    if (level !== undefined) {
      Object.assign(this.#outline, { level, asked: undefined });
      return [{ ...element, children: withoutButtons(children) }];
    }
    if (tagName === "details") return [this.#details(element)];
    if (tagName === "dl") return [this.#terms(element)];
    if (tagName === "p") return this.#paragraph(element);
    // What is in a list, a table or code is one block, and in it nothing heads anything.
    if (/^(?:ul|ol)$/.test(tagName) && isListOfSections(element))
      return [{ ...element, tagName: "div", children: this.all(children.map(asDivision)) }];
    if (/^(?:ul|ol|menu|dir|table|pre)$/.test(tagName)) return [element];
    return [{ ...element, children: this.all(children) }];
  }

  #paragraph(element: Element): ElementContent[] {
    const lines = markedLines(element.children);
    if (lines.length > 1) {
      return lines.flatMap((children) => this.#paragraph({ ...element, properties: {}, children }));
    }
    const line = takeQuestion(element.children);
    if (line === undefined) return [element];
    const made = this.#question(line.nodes, element);
    return inlineText(line.rest) === "" ? [made] : [made, { ...element, children: line.rest }];
  }

  /** Rewrites what is in a box, after which things are as they were before it. */
  #box(rewrite: (level: number) => Element): Element {
    const before = { ...this.#outline };
    const made = rewrite(before.asked ?? below(before.level));
    Object.assign(this.#outline, before);
    return made;
  }

  #details(element: Element): Element {
    return this.#box((level) => {
      const children = element.children.map((child): ElementContent => {
        if (child.type !== "element" || child.tagName !== "summary") return child;
        const isHeaded = [...shownElements(child.children)].some(
          (inner) => headingLevel(inner) !== undefined,
        );
        if (isHeaded || inlineText(child.children) === "") return child;
        return { ...child, children: [heading(level, child.children)] };
      });
      return { ...element, children: this.all(children) };
    });
  }

  #terms(element: Element): Element {
    if (!headsTexts(element)) return element;
    return this.#box((level) => ({
      ...element,
      tagName: "section",
      children: this.all(headTerms(element.children, level)),
    }));
  }
}

/**
 * Makes the questions of an FAQ, and the terms of a reference, into headings over their answers, however the page marks
 * them: `<summary>`, `<dt>`, a line in bold that asks, `Q:`, a button that opens its answer. The answer is then cut,
 * found and cited as what it is.
 */
export function headQuestions(nodes: readonly RootContent[]): ElementContent[] {
  const content = nodes.filter((node): node is ElementContent => node.type !== "doctype");
  return new Questions(controlled(content)).all(content);
}
