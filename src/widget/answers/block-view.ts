import type { PassageBlock, Range } from "../../model/index.ts";
import { checkOutline, copyOutline } from "../icons.ts";
import { type Child, create, icon } from "../kit.ts";

/** How a part of a text is shown. */
interface Rendering {
  readonly text: string;
  /** Children for a range of the text: the text itself, marked where it should be. */
  mark(range: Range): Child[];
  /** A row above a table's first one that the text does not hold, its cells separated by tabs. */
  readonly header?: string | undefined;
  /** What stands in the corner of code. */
  readonly tools?: (code: string) => Child[];
}

/** The part of a block that lies in a range, as what it is: a table with rows, a list with items, code with lines. */
export function blockView(block: PassageBlock, shown: Range, rendering: Rendering): HTMLElement | undefined {
  const { text, mark } = rendering;
  const start = Math.max(block.start, shown.start);
  const end = Math.min(block.end, shown.end);
  if (text.slice(start, end).trim() === "") return undefined;
  const part = { start, end };
  switch (block.kind) {
    case "code":
      return codeView(text.slice(start, end), mark(part), block.language, rendering.tools);
    case "table":
      return tableView(block, part, rendering);
    case "list":
      return create(
        "ul",
        { part: "list" },
        ...lines(text, part).map((line) => create("li", {}, ...mark(line))),
      );
    default:
      return paragraphsView(block, part, rendering);
  }
}

/** Running text; a blank line in it parts paragraphs. */
function paragraphsView(block: PassageBlock, part: Range, { text, mark }: Rendering): HTMLElement {
  const name = block.kind === "quote" ? "quotation" : "text";
  const pieces = split(text, part, "\n\n").filter(({ start, end }) => text.slice(start, end).trim() !== "");
  const paragraphs = pieces.map((piece, index) =>
    create(
      "p",
      { part: name },
      index === 0 && part.start > block.start && "… ",
      ...mark(piece),
      index === pieces.length - 1 && part.end < block.end && " …",
    ),
  );
  const [first] = paragraphs;
  return paragraphs.length === 1 && first ? first : create("div", { class: "paragraphs" }, ...paragraphs);
}

function codeView(
  code: string,
  children: readonly Child[],
  language: string | undefined,
  tools: Rendering["tools"],
): HTMLElement {
  return create(
    "div",
    { part: "code", dir: "ltr", translate: "no" },
    create(
      "div",
      { class: "tools" },
      language && create("span", { part: "language" }, language),
      ...(tools?.(code) ?? []),
    ),
    // Keyboards scroll what has the focus.
    create("pre", { tabindex: 0 }, create("code", {}, ...children)),
  );
}

function tableView(block: PassageBlock, part: Range, { text, mark, header }: Rendering): HTMLElement {
  const rows = lines(text, part).map((row) => cells(text, row));
  // A table's first row is its header; it stays where rows below it are shown alone.
  const first = lines(text, block)[0];
  const head =
    header === undefined
      ? first && { cells: cells(text, first), isShown: first.end > part.start }
      : undefined;
  const headCells: Child[][] =
    header === undefined ? (head?.cells.map(mark) ?? []) : header.split("\t").map((cell) => [cell]);
  const body = head?.isShown ? rows.slice(1) : rows;
  return create(
    "div",
    { part: "table", tabindex: 0, role: "group" },
    create(
      "table",
      {},
      create(
        "thead",
        {},
        create("tr", {}, ...headCells.map((cell) => create("th", { scope: "col" }, ...cell))),
      ),
      create(
        "tbody",
        {},
        ...body.map((row) => create("tr", {}, ...row.map((cell) => create("td", {}, ...mark(cell))))),
      ),
    ),
  );
}

/** The lines of a range of a text, without empty ones. */
function lines(text: string, range: Range): Range[] {
  return split(text, range, "\n").filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

const cells = (text: string, row: Range): Range[] => split(text, row, "\t");

function split(text: string, { start, end }: Range, separator: string): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split(separator)) {
    ranges.push({ start: from, end: from + piece.length });
    from += piece.length + separator.length;
  }
  return ranges;
}

/** A button that copies a text, and says that it did. */
export function copyButton(
  texts: { readonly copy: string; readonly copied: string },
  copy: () => Promise<boolean>,
  isIcon: boolean,
): HTMLButtonElement {
  const label = create("span", isIcon ? { class: "unseen" } : {}, texts.copy);
  const button = create(
    "button",
    { type: "button", part: "copy", title: isIcon && texts.copy },
    icon(copyOutline),
    label,
  );
  button.addEventListener("click", async () => {
    if (!(await copy())) return;
    label.textContent = texts.copied;
    button.replaceChildren(icon(checkOutline), label);
  });
  return button;
}
