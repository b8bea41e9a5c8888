import type { Range } from "../../../model/index.ts";

/** What the lines of a run are: a table's rows and headings end with their line, raw HTML and definitions hold no markup. */
export type RunKind = "paragraph" | "item" | "row" | "heading" | "rule" | "definition" | "html";

/** Lines that are parsed as one piece of running text. */
export interface Run extends Range {
  readonly kind: RunKind;
  readonly lines: number;
}

const marker = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const interrupting = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|1[.)])[ \t]+\S/;
const heading = /^[ \t>]*#{1,6}(?:[ \t]|$)/;
const rule = /^[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const definition = /^[ \t>]*\[[^\]\n]+\]:[ \t]*\S/;
/** Elements that are blocks wherever a line begins with them, and what only a block of HTML begins with. */
const block =
  /^ {0,3}<(?:[!?]|\/?(?:address|article|aside|base|body|blockquote|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)\b)/i;
/** A line on its own that is JSX or JavaScript. */
const code = /^(?:<\/?[A-Z]|\{|import |export )/;

/** Whether a line parts the head of a table from its rows: marks alone, one hyphen and one bar at least. */
export const isDelimiterRow = (line: string): boolean =>
  /^[ \t>|:-]+$/.test(line) && line.includes("|") && line.includes("-");

const depthOf = (line: string): number => /^[ \t>]*/.exec(line)?.[0].replace(/[^>]/g, "").length ?? 0;

function kindOf(line: string, next: string | undefined, before: Run | undefined): RunKind | undefined {
  if (before?.kind === "row" && isDelimiterRow(line)) return "row";
  if (rule.test(line)) return "rule";
  if (heading.test(line)) return "heading";
  const isInList = before === undefined || before.kind !== "paragraph";
  if (isInList ? marker.test(line) : interrupting.test(line)) return "item";
  if (definition.test(line) && (before === undefined || before.kind === "definition")) return "definition";
  if (next !== undefined && line.includes("|") && isDelimiterRow(next)) return "row";
  if (before === undefined || before.kind === "rule" || before.kind === "heading") return "paragraph";
  return before.kind === "row" || before.kind === "definition" ? before.kind : undefined;
}

/**
 * Parts lines without a blank one among them into what is parsed as one piece each.
 *
 * @param text no code is in it
 */
export function runsOf(text: string, { start, end }: Range): Run[] {
  const lines = text.slice(start, end).split("\n");
  if (block.test(lines[0] ?? "") || code.test(lines[0] ?? "")) {
    return [{ kind: "html", start, end, lines: lines.length }];
  }
  const runs: Run[] = [];
  let at = start;
  let depth = 0;
  let isClosed = false;
  for (const [index, line] of lines.entries()) {
    const last: Run | undefined = runs.at(-1);
    const isUnderline: boolean = underline.test(line) && last?.kind === "paragraph" && !isClosed;
    const isDeeper = depthOf(line) > depth;
    const kind = isUnderline ? undefined : kindOf(line, lines[index + 1], isClosed ? undefined : last);
    depth = kind === undefined ? Math.max(depth, depthOf(line)) : depthOf(line);
    if (last === undefined || isClosed || isDeeper || kind !== undefined) {
      runs.push({ kind: kind ?? "paragraph", start: at, end: at + line.length, lines: 1 });
    } else {
      runs[runs.length - 1] = { ...last, end: at + line.length, lines: last.lines + 1 };
    }
    isClosed = isUnderline;
    at += line.length + 1;
  }
  return runs;
}
