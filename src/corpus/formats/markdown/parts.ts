import type { List, Nodes, Root, RootContent } from "mdast";
import type { Range } from "../../../model/index.ts";
import { codeRanges } from "./code-ranges.ts";
import { definitionsIn, missing } from "./definitions.ts";
import { isDelimiterRow } from "./line-runs.ts";

/**
 * Characters, blocks and lines from which a part may end. The parser's time grows with the square of a text's blocks, so that
 * long texts are parsed in parts.
 */
const partLength = 8_000;
const partBlocks = 20;
const partLines = 40;
/** Rows of a table from which a part may end. */
const partRows = 40;

/** What is not longer than this is parsed as it is. */
const wholeLength = 24_000;
const wholeBlocks = 180;
const wholeLines = 360;

/** What runs on over blank lines until its own end: comments, instructions, character data, code and scripts of HTML. */
const runningOn = /^ {0,3}(?:<!--|<\?|<!\[CDATA\[|<(script|pre|style|textarea)\b)/gim;

const closes: Readonly<Record<string, string>> = { "<!--": "-->", "<?": "?>", "<![CDATA[": "]]>" };

/** Where HTML runs on over blank lines. In order. */
function htmlRanges(text: string): Range[] {
  const lower = text.toLowerCase();
  const ranges: Range[] = [];
  runningOn.lastIndex = 0;
  for (let match = runningOn.exec(text); match !== null; match = runningOn.exec(text)) {
    const { 0: matched, 1: element, index } = match;
    const close =
      element === undefined ? (closes[matched.trim().toUpperCase()] ?? "-->") : `</${element.toLowerCase()}>`;
    const end = (element === undefined ? text : lower).indexOf(close, index + matched.length);
    ranges.push({ start: index, end: end === -1 ? text.length : end });
    runningOn.lastIndex = end === -1 ? text.length : end;
  }
  return ranges;
}

/** A line of dollars, which opens or closes a formula. */
const formula = /^[ \t>]*\${2,}[^$]*$/;
/** The marker of a list's item at the beginning of a line. */
const item = /^(?:([-*+])|\d{1,9}([.)]))[ \t]+\S/;
/** An address or note that is defined in one line: the next line goes on with it only when it is indented. */
const definition = /^\[[^\]\n]+\]:[ \t]*\S/;
/** An explanation of a term. */
const explanation = /^:[ \t]+\S/;
/** What stands before explanations that are parsed apart from their term; see `Cuts.heads`. */
const someTerm = "-\\-\n";

const kindOf = (line: string): string | undefined => {
  if (definition.test(line)) return "[";
  const match = item.exec(line);
  return match === null ? undefined : (match[1] ?? match[2]);
};

/** Walks the lines of a text, and tells where a block begins that stands in no other and that nothing before goes on in. */
class Cuts {
  readonly #text: string;
  readonly #closed: readonly Range[];
  #range = 0;
  #isFormula = false;
  /** The marker of the list that the lines since a blank one are items of. */
  #list: string | undefined;
  #isAfterBlank = true;
  /** Head of the table that the lines since a blank one are rows of, and how many were. */
  #table: { readonly head: string; rows: number } | undefined;
  /** Explanations of the term above; undefined where nothing is explained. */
  #explanations: number | undefined;
  /** Heads of the tables that are cut, by where the rest of each begins, and what stands for the terms of explanations that are. */
  readonly heads = new Map<number, string>();

  constructor(text: string) {
    this.#text = text;
    this.#closed = [...codeRanges(text), ...htmlRanges(text)].sort((a, b) => a.start - b.start);
  }

  *starts(): Generator<number> {
    const text = this.#text;
    let covered = 0;
    for (let start = 0; start < text.length; ) {
      const feed = text.indexOf("\n", start);
      const end = feed === -1 ? text.length : feed;
      for (let range = this.#closed[this.#range]; range !== undefined && range.start < start; ) {
        covered = Math.max(covered, range.end);
        this.#range += 1;
        range = this.#closed[this.#range];
      }
      if (covered <= start) {
        const line = text.slice(start, end);
        const isRow = this.#isRowToCut(line, end + 1);
        if (isRow) this.heads.set(start, this.#table?.head ?? "");
        const isExplanation = this.#isExplanationToCut(line);
        if (isExplanation) this.heads.set(start, someTerm);
        if (this.#isStart(line) || isRow || isExplanation) yield start;
      }
      start = end + 1;
    }
  }

  /** Whether a line is a row of a long table, and the rows from it on may be parsed apart, below the same head. */
  #isRowToCut(line: string, next: number): boolean {
    const isText = /^[|\p{L}\p{N}][^\n]*\|/u.test(line);
    const isRow =
      kindOf(line) === undefined && (isText || (this.#table !== undefined && isDelimiterRow(line)));
    if (!isRow) {
      this.#table = undefined;
      return false;
    }
    if (this.#table === undefined) {
      const feed = this.#text.indexOf("\n", next);
      const below = this.#text.slice(next, feed === -1 ? this.#text.length : feed);
      if (isDelimiterRow(below)) this.#table = { head: `${line}\n${below}\n`, rows: -1 };
      return false;
    }
    this.#table.rows += 1;
    return this.#table.rows > 0 && this.#table.rows % partRows === 0;
  }

  /** Whether a line explains a term that has many explanations, and those from it on may be parsed apart. */
  #isExplanationToCut(line: string): boolean {
    if (!explanation.test(line)) {
      // The line of a paragraph goes on in an explanation, or is the term of the next.
      if (!/^[\p{L}\p{N}]/u.test(line)) this.#explanations = undefined;
      else this.#explanations ??= 0;
      return false;
    }
    if (this.#explanations === undefined) return false;
    this.#explanations += 1;
    return this.#explanations > 1 && this.#explanations % partRows === 0;
  }

  #isStart(line: string): boolean {
    const isAfterBlank = this.#isAfterBlank;
    this.#isAfterBlank = line.trim() === "";
    const wasFormula = this.#isFormula;
    if (formula.test(line)) this.#isFormula = !this.#isFormula;
    if (this.#isAfterBlank) {
      this.#list = undefined;
      return false;
    }
    const kind = kindOf(line);
    // Another bullet begins another list, and so does a number 1.
    const isOther =
      this.#list !== undefined &&
      this.#list !== "[" &&
      kind !== undefined &&
      /^(?:[-*+]|1[.)])[ \t]/.test(line);
    const goesOn = kind !== undefined && (kind === this.#list || isOther);
    if (isAfterBlank || isOther) this.#list = kind;
    // The last item goes on in a line of text.
    else if (!goesOn && !/^[ \t\p{L}\p{N}]/u.test(line)) this.#list = undefined;
    if (wasFormula || /^[ \t:]/.test(line)) return false;
    return isAfterBlank || goesOn;
  }
}

function linesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A part of a text, and the head of the table that it begins amid. */
interface Part {
  readonly text: string;
  readonly head: string;
}

function cut(text: string): Part[] {
  const cuts = new Cuts(text);
  const starts = [...cuts.starts()];
  const isShort =
    text.length <= wholeLength && starts.length <= wholeBlocks && linesIn(text, 0, text.length) <= wholeLines;
  if (isShort) return [{ text, head: "" }];
  const parts: Part[] = [];
  let from = 0;
  let before = 0;
  let blocks = 0;
  let lines = 0;
  for (const start of starts) {
    blocks += 1;
    lines += linesIn(text, before, start);
    before = start;
    if (start - from < partLength && blocks < partBlocks && lines < partLines) continue;
    parts.push({ text: text.slice(from, start), head: cuts.heads.get(from) ?? "" });
    from = start;
    blocks = lines = 0;
  }
  parts.push({ text: text.slice(from), head: cuts.heads.get(from) ?? "" });
  return parts.filter((part) => part.text !== "");
}

/**
 * A text in parts that can be parsed apart; one by itself when it is short, or one block.
 * @internal for tests
 */
export const partsOf = (text: string): string[] => cut(text).map((part) => part.text);

/** Where a node begins in the text that was parsed. */
const offsetOf = (node: Nodes): number => ("position" in node ? (node.position?.start.offset ?? 0) : 0);

const markerAt = (text: string, list: List): string =>
  kindOf(text.slice(offsetOf(list)).split("\n", 1)[0] ?? "") ?? "";

/** A list that goes on in the next part is one. It is added to, since a copy for each part would take the square of its length. */
function join(before: List, after: List, isApart: boolean): List {
  before.spread = before.spread === true || after.spread === true || isApart;
  for (const item of after.children) before.children.push(item);
  return before;
}

/**
 * Parses a text part by part. What one part refers to and another defines is defined for both; a list that is cut is put
 * together.
 */
export function parseParts(text: string, parse: (text: string) => Root): Root {
  const parts = cut(text);
  if (parts.length === 1) return parse(text);
  const all = definitionsIn(text);
  const children: RootContent[] = [];
  let previous = "";
  let last: { list: List; marker: string } | undefined;
  for (const { text: rest, head } of parts) {
    const part = head + rest;
    const tree = parse(`${part}\n\n${missing(part, all)}`);
    const own = tree.children.filter((node) => offsetOf(node) < part.length);
    const [first, ...others] = own;
    const table = children.at(-1);
    const marker = first?.type === "list" ? markerAt(part, first) : "";
    if (
      first?.type === "list" &&
      last !== undefined &&
      marker !== "" &&
      last.marker === marker &&
      offsetOf(first) === 0
    ) {
      children[children.length - 1] = join(last.list, first, /\n[ \t]*\n$/.test(previous));
      children.push(...others);
    } else if (head !== "" && first?.type === "table" && table?.type === "table") {
      for (const row of first.children.slice(1)) table.children.push(row);
      children.push(...others);
    } else if (first?.type === "defList" && (table?.type === "defList" || head !== "")) {
      // What stands for the term is none.
      const described = head === "" ? first.children : first.children.slice(1);
      if (table?.type === "defList") for (const child of described) table.children.push(child);
      else children.push({ ...first, children: described });
      children.push(...others);
    } else children.push(...own);
    const end = children.at(-1);
    last =
      end?.type === "list"
        ? {
            list: end,
            marker: own.length === 1 && end !== own[0] ? (last?.marker ?? "") : markerAt(part, end),
          }
        : undefined;
    previous = part;
  }
  return { type: "root", children };
}
