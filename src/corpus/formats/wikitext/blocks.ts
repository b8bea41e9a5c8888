import { wikiInline } from "./inline.ts";
import { isAside } from "./protect.ts";

const heading = /^(={1,6})[ \t]*(.+?)[ \t]*\1[ \t]*$/;
const item = /^([*#:;]+)[ \t]*(.*)$/;
const blockTag =
  /^<\/?(?:blockquote|center|div|dl|h[1-6]|ol|p|table|tbody|td|th|thead|tr|ul|li|dd|dt|caption)\b/i;

/** Lists in lists deeper than anybody reads. */
const deepest = 12;
/** The same of tables in cells. */
const deepestTable = 6;

interface Item {
  readonly marks: string;
  readonly text: string;
}

/** A run of items that begin with the same marks. */
function list(items: readonly Item[], depth: number): string {
  const made: string[] = [];
  for (let index = 0; index < items.length; ) {
    const mark = items[index]?.marks[depth] ?? "*";
    const isTerm = mark === ";" || mark === ":";
    const kind = mark === "#" ? "ol" : isTerm ? "dl" : "ul";
    const isSame = (one: Item | undefined): boolean =>
      one !== undefined && (isTerm ? /[:;]/.test(one.marks[depth] ?? "") : one.marks[depth] === mark);
    const content: string[] = [];
    for (; isSame(items[index]); ) {
      const { marks = "", text = "" } = items[index] ?? {};
      const start = marks.length === depth + 1 ? index + 1 : index;
      let end = start;
      while (isSame(items[end]) && (items[end]?.marks.length ?? 0) > depth + 1) end += 1;
      const inner = end > start ? list(items.slice(start, end), depth + 1) : "";
      const own = start > index ? text : "";
      const [, term, meaning] =
        marks[depth] === ";" ? (/^(.*?)[ \t]+:[ \t]*(.*)$/.exec(own) ?? ["", own, undefined]) : [];
      if (term !== undefined)
        content.push(
          `<dt>${wikiInline(term)}</dt>${meaning === undefined && inner === "" ? "" : `<dd>${wikiInline(meaning ?? "")}${inner}</dd>`}`,
        );
      else
        content.push(isTerm ? `<dd>${wikiInline(own)}${inner}</dd>` : `<li>${wikiInline(own)}${inner}</li>`);
      index = Math.max(end, index + 1);
    }
    // Indented text without a term is a paragraph.
    const isIndented = kind === "dl" && !content.some((one) => one.startsWith("<dt>"));
    made.push(
      isIndented
        ? content.map((one) => one.replace(/^<dd>/, "<div>").replace(/<\/dd>$/, "</div>")).join("")
        : `<${kind}>${content.join("")}</${kind}>`,
    );
  }
  return made.join("");
}

/** What a cell says of how it is drawn, before what it holds. */
const cellStyle = /^[^|[\]{}\n]*=[^|[\]\n]*\|(?!\|)/;

/** The lines of a table, without those that open and close it. */
function table(lines: readonly string[], depth: number): string {
  const rows: string[][] = [[]];
  let caption = "";
  let cell: { name: "td" | "th"; lines: string[] } | undefined;
  let nested = 0;
  const close = (): void => {
    if (cell !== undefined)
      rows.at(-1)?.push(`<${cell.name}>${wikiBlocks(cell.lines, depth + 1)}</${cell.name}>`);
    cell = undefined;
  };
  for (const line of lines) {
    const text = line.trim();
    if (nested > 0 || text.startsWith("{|")) {
      nested += text.startsWith("{|") ? 1 : text.startsWith("|}") ? -1 : 0;
      cell?.lines.push(line);
    } else if (text.startsWith("|+")) caption = wikiInline(text.slice(2).replace(cellStyle, "").trim());
    else if (text.startsWith("|-")) {
      close();
      rows.push([]);
    } else if (/^[|!]/.test(text)) {
      const name = text.startsWith("!") ? "th" : "td";
      for (const part of text.slice(1).split(name === "th" ? /!!|\|\|/ : "||")) {
        close();
        cell = { name, lines: [part.replace(cellStyle, "").trim()] };
      }
    } else cell?.lines.push(line);
  }
  close();
  const body = rows.filter((row) => row.length > 0).map((row) => `<tr>${row.join("")}</tr>`);
  return `<table>${caption === "" ? "" : `<caption>${caption}</caption>`}${body.join("")}</table>`;
}

/** The index behind the table that opens at a line. */
function endOfTable(lines: readonly string[], start: number): number {
  let open = 0;
  for (let index = start; index < lines.length; index++) {
    const text = lines[index]?.trim() ?? "";
    if (/^:*\{\|/.test(text)) open += 1;
    else if (text.startsWith("|}")) open -= 1;
    if (open === 0) return index + 1;
  }
  return lines.length;
}

/** The index behind a run of lines that all match. */
function endOfRun(lines: readonly string[], start: number, pattern: RegExp): number {
  let end = start;
  while (end < lines.length && pattern.test(lines[end] ?? "")) end += 1;
  return end;
}

/** A block that begins at a line, and the index behind it; undefined where a paragraph goes on. */
function blockAt(lines: readonly string[], index: number, depth: number): [string, number] | undefined {
  const line = lines[index] ?? "";
  const [, level, title = ""] = heading.exec(line) ?? [];
  if (level !== undefined) return [`<h${level.length}>${wikiInline(title)}</h${level.length}>`, index + 1];
  if (depth < deepestTable && /^:*[ \t]*\{\|/.test(line)) {
    const end = endOfTable(lines, index);
    const last = lines[end - 1]?.trim().startsWith("|}") === true ? end - 1 : end;
    return [table(lines.slice(index + 1, last), depth), end];
  }
  if (/^-{4,}/.test(line)) return ["", index + 1];
  if (isAside(line) || blockTag.test(line.trim())) return [wikiInline(line), index + 1];
  if (item.test(line)) {
    const end = endOfRun(lines, index, item);
    const items = lines.slice(index, end).map((one): Item => {
      const [, marks = "*", text = ""] = item.exec(one) ?? [];
      return { marks: marks.slice(0, deepest), text };
    });
    return [list(items, 0), end];
  }
  if (/^[ \t]\S/.test(line)) {
    const end = endOfRun(lines, index, /^[ \t]+\S/);
    const code = lines.slice(index, end).map((one) => one.slice(1));
    return [`<pre><code>${code.join("\n")}</code></pre>`, end];
  }
  return undefined;
}

/** Lines of wikitext as HTML. */
export function wikiBlocks(lines: readonly string[], depth = 0): string {
  const made: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) made.push(`<p>${wikiInline(open.join("\n"))}</p>`);
    open = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    const block = line.trim() === "" ? undefined : blockAt(lines, index, depth);
    if (line.trim() === "" || block !== undefined) close();
    if (block !== undefined) made.push(block[0]);
    else if (line.trim() !== "") open.push(line);
    index = block?.[1] ?? index + 1;
  }
  close();
  return made.join("\n");
}
