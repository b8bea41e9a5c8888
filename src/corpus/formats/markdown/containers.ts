import type { Marks } from "./marks.ts";
import { readAttributes } from "./marks.ts";

/** Opens and closes the fences of code, so that lines in it are left alone. */
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;

/** `:::note[Title]`, `::: tip Title {open}`, `::: {.note}`, at the start of a list's item too; without a name it closes. */
const colons = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(:{3,})[ \t]*(?:\{\.?)?(\p{L}[\p{L}\w-]*)?(.*)$/u;
/** What a program's reference is made from, of mkdocstrings: `::: package.module.name`. */
const reference = /^[ \t]*:::[ \t]+\w+(?:\.\w+)+[ \t]*$/;
/** `/// note | Title`; without a name it closes. */
const slashes = /^([ \t>]*)(\/{3,})[ \t]*([\w-]+)?(?:[ \t]*\|[ \t]*(.*))?[ \t]*$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: what is indented below is in it. */
const indented = /^([ \t]*)(!!!|\?\?\?\+?|===[+!]?)[ \t]+(?:([A-Za-z][\w -]*?)[ \t]*)?(?:"(.*)")?[ \t]*$/;

/** Lines that stand for a table of contents. */
const contents = /^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|@\[toc\]|\$\{toc\}|\{:\s*toc\b.*\})[ \t]*$/i;
/** Lines that a program of the site's own puts something in the place of: `{start_tabs}`, `{settings_tab|display}`. */
const placeholder = /^[ \t>]*\{[a-z]+(?:_[a-z]+)*(?:(?<=_[a-z]+)|\|[^{}\n]+)\}[ \t]*$/;
/** Lines that name a file to show: of VitePress, FastAPI, PyMdown and markdown-include. */
const include =
  /^[ \t]*(?:<<<[ \t]*(\S+)|\{\*[ \t]*(\S+).*\*\}|-{1,}8<-{1,}[ \t]+["']?([^"'\s]+)["']?|\{!>?[ \t]*(\S+?)[ \t]*!\}|!INCLUDE[ \t]+["']([^"'\n]+)["'].*|<!--[ \t]*@include:[ \t]*(\S+?)[ \t]*-->|\[!INCLUDE[ \t]*\[[^\]\n]*\]\(([^)\s]+)\)\]|::include\{file=["']?([^"'}\s]+).*)/;

interface Open {
  readonly name: string;
  readonly marker: string;
}

/** Rewrites the lines of a text; `!!!` boxes are done with what is in them. */
class Containers {
  readonly #marks: Marks;
  readonly #made: string[] = [];
  readonly #open: Open[] = [];
  #fence: string | undefined;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  lines(lines: readonly string[]): string[] {
    for (let index = 0; index < lines.length; ) index = this.#line(lines, index);
    return this.#made;
  }

  /** Rewrites one line. @returns the index of the next */
  #line(lines: readonly string[], index: number): number {
    const line = lines[index] ?? "";
    const mark = fence.exec(line)?.[1];
    if (this.#fence !== undefined) {
      const isEnd = mark?.startsWith(this.#fence) && line.trim().replace(/^[>\s]*/, "") === mark;
      if (isEnd) this.#fence = undefined;
      this.#made.push(line);
      return index + 1;
    }
    if (mark !== undefined) {
      this.#fence = mark;
      this.#made.push(line);
      return index + 1;
    }
    const [, indent = "", marker, kind, title] = indented.exec(line) ?? [];
    if (marker !== undefined && (title !== undefined || kind !== undefined)) {
      return this.#indented(
        lines,
        index,
        indent,
        marker.startsWith("=") ? "tab" : marker.startsWith("?") ? "details" : (kind ?? "note"),
        title,
      );
    }
    const file = include
      .exec(line)
      ?.slice(1)
      .find((one) => one !== undefined);
    if (file !== undefined)
      this.#made.push(this.#marks.alone("include", { file, code: /<<<|\{\*/.test(line) ? "yes" : "" }));
    else if (contents.test(line)) this.#dropContents();
    else if (placeholder.test(line)) this.#made.push("");
    else if (/^\*\[[^\]]+\]:/.test(line)) this.#made.push("");
    else this.#made.push(this.#fenced(line) ?? line);
    const isOptions = /^[ \t>]*\/{3,}[ \t]*\w/.test(line);
    let next = index + 1;
    // Options of a box stand in the lines below its marker.
    for (; isOptions && /^[ \t]{4,}[\w-]+:[ \t]/.test(lines[next] ?? ""); next++) this.#made.push("");
    return next;
  }

  /** Kramdown's place of contents is a list with one item. */
  #dropContents(): void {
    if (/^[ \t]*(?:[*+-]|\d\.)[ \t]+\S*[ \t]*$/.test(this.#made.at(-1) ?? ""))
      this.#made[this.#made.length - 1] = "";
    this.#made.push("");
  }

  /** A line that opens or closes a box between fences of colons or slashes. */
  #fenced(line: string): string | undefined {
    const match = colons.exec(line) ?? slashes.exec(line);
    if (match === null) return undefined;
    if (reference.test(line)) return "";
    const [, indent = "", marker = "", given, rest = ""] = match;
    // A box may have a title and no name.
    const isTitled = /^\[[^\]]+\][ \t]*$/.test(rest);
    const isUnnamed = /^[ \t]*\{/.test(line.slice(indent.length + marker.length));
    const name = given ?? (isTitled ? "note" : isUnnamed ? "div" : undefined);
    if (name !== undefined) {
      this.#open.push({ name, marker });
      const label = /^\[([^\]]*)\]/.exec(rest.trim())?.[1];
      const { attributes } = readAttributes(/\{(.*)\}\s*$/.exec(rest)?.[1] ?? "");
      // The name of a directive of MyST stands in braces.
      const bare = rest
        .replace(/^(?::[\w-]+)*\}/, "")
        .replace(/\$\$([^$]+)\$\$/g, "$1")
        .replace(/\{[^}]*\}?[ \t]*$/, "")
        .replace(/^\[[^\]]*\]/, "")
        .trim();
      const title = label ?? attributes["title"] ?? bare;
      return indent + this.#marks.open(name, { ...attributes, ...(title !== "" && { title }) });
    }
    if (rest.trim() !== "") return undefined;
    // The innermost box with that many marks, or else the innermost.
    const at = this.#open.findLastIndex((open) => open.marker === marker);
    const closed = this.#open.splice(at === -1 ? this.#open.length - 1 : at);
    return closed
      .reverse()
      .map(({ name: inner }) => indent + this.#marks.close(inner))
      .join("\n");
  }

  #indented(
    lines: readonly string[],
    index: number,
    indent: string,
    name: string,
    title: string | undefined,
  ): number {
    const width = indent.replaceAll("\t", "    ").length;
    const isInside = (line: string): boolean =>
      line.trim() === "" || (/^[ \t]*/.exec(line)?.[0] ?? "").replaceAll("\t", "    ").length >= width + 4;
    let end = index + 1;
    while (end < lines.length && isInside(lines[end] ?? "")) end += 1;
    while (end > index + 1 && (lines[end - 1] ?? "").trim() === "") end -= 1;
    const inner = lines
      .slice(index + 1, end)
      .map(
        (line) =>
          indent + line.replaceAll(/^[ \t]+/g, (space) => space.replaceAll("\t", "    ").slice(width + 4)),
      );
    const nested = new Containers(this.#marks).lines(inner);
    this.#made.push(
      indent + this.#marks.open(name.split(" ")[0] ?? "note", title ? { title } : {}),
      ...nested,
      indent + this.#marks.close(name.split(" ")[0] ?? "note"),
    );
    // The mark that closes stands in place of a blank line.
    return (lines[end] ?? "x").trim() === "" ? end + 1 : end;
  }
}

/**
 * Marks the boxes of VitePress, Docusaurus and Starlight (`:::`), of PyMdown (`///`) and of MkDocs (`!!!`, `???`, `===`),
 * and the lines that include a file; a place of contents is dropped.
 */
export function markContainers(text: string, marks: Marks): string {
  return new Containers(marks).lines(text.split("\n")).join("\n");
}
