import type { Block, BlockKind } from "../../model/index.ts";

/** A block before its offsets in the article's text are known. */
export interface DraftBlock {
  readonly kind: BlockKind;
  /** 1-6 for headings. */
  readonly level?: number;
  /** Whether a heading stands in a box that opens when it is pressed: it names the box, and not the page. */
  readonly folded?: boolean;
  /** As `Block.under`. */
  readonly under?: number;
  /** As `Block.anchor`. */
  readonly anchor?: string;
  /** As `Block.language`. */
  readonly language?: string;
  readonly text: string;
}

/** Collects blocks from a reader of Markdown or HTML, in order. */
export interface Sink {
  /** Set inside a list or a quotation, whose parts all end up in one block. */
  readonly within?: "list" | "quote";
  add(block: DraftBlock): void;
}

/** Control characters and characters that only hint at where a line or word may break; nobody sees them. */
const invisible = /[^\P{Cc}\t\n\v\f\r\u0085]|[\u00AD\u200B\u2060\uFEFF]/gu;

/**
 * Marks on one letter beyond those that any language has: the time to put them in order, which comparing texts needs, grows
 * with the square of their number (Unicode calls a text without them stream-safe).
 */
const marksBeyond = /(\p{M}{30})\p{M}+/gu;

/** Text without invisible characters. */
export function visible(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text;
  return text.replace(invisible, "").replace(marksBeyond, "$1");
}

/** White space that collapses. No-break and ideographic spaces are the author's and stay. */
const collapsible = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;

/** Running text: pieces of text, and hard line breaks between them. */
export class RunningText {
  readonly #pieces: string[] = [];

  /** Adds text in which every run of white space counts as one space. */
  add(text: string): void {
    this.#pieces.push(visible(text).replace(collapsible, " "));
  }

  addLineBreak(): void {
    this.#pieces.push("\n");
  }

  /** The text so far, without white space at the ends of lines. */
  toString(): string {
    return this.#pieces
      .join("")
      .replace(/ {2,}/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
  }
}

/** Text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Adds all blocks of `fill` as one list, each on its own line. A list within a list is part of it. */
export function addList(sink: Sink, fill: (sink: Sink) => void): void {
  if (sink.within === "list") {
    fill(sink);
    return;
  }
  const lines: string[] = [];
  fill({ within: "list", add: ({ text }) => lines.push(text) });
  sink.add({ kind: "list", text: lines.join("\n") });
}

/** Adds all blocks of `fill` as one quotation, or as they are when a heading is among them. */
export function addQuote(sink: Sink, fill: (sink: Sink) => void): void {
  if (sink.within !== undefined) {
    fill(sink);
    return;
  }
  const parts: DraftBlock[] = [];
  fill({ within: "quote", add: (part) => parts.push(part) });
  if (parts.some(({ kind }) => kind === "heading")) {
    for (const part of parts) sink.add(part);
  } else {
    sink.add({ kind: "quote", text: parts.map(({ text }) => text).join("\n\n") });
  }
}

/** Adds a table, a row a line and a tab between cells. Line breaks in cells become spaces. */
export function addTable(sink: Sink, rows: readonly (readonly string[])[]): void {
  const text = rows.map((cells) => cells.map(oneLine).join("\t").trim()).filter((row) => row !== "");
  sink.add({ kind: "table", text: text.join("\n") });
}

/** Lays blocks out as one text, a blank line between them. Normalises to NFC and drops blocks without a character. */
export function layOut(loose: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  for (const { kind, level, under, anchor, language, text } of loose) {
    // The first line of code keeps its indentation, as white space before the block.
    const part = text
      .normalize("NFC")
      .replace(/^(?:[^\S\n]*\n)+/, "")
      .trimEnd();
    if (part === "") continue;
    const before = length === 0 ? part : `\n\n${part}`;
    const end = length + before.length;
    blocks.push({
      kind,
      ...(level !== undefined && { level }),
      ...(under !== undefined && { under }),
      ...(anchor !== undefined && { anchor }),
      ...(language !== undefined && { language }),
      start: end - part.trimStart().length,
      end,
    });
    parts.push(before);
    length = end;
  }
  return { text: parts.join(""), blocks };
}
