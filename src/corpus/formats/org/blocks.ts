import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { inline } from "./inline.ts";

const item =
  /^([ \t]*)(?:([-+])|([ \t]\*)|(\d+[.)]|[A-Za-z][.)]))(?:[ \t]+|$)(?:\[@\w+\][ \t]*)?(?:\[[ Xx-]\][ \t]+)?(.*)$/;
const opening = /^[ \t]*#\+begin_(\w+)[ \t]*(.*)$/i;
const drawer = /^[ \t]*:[\w-]+:[ \t]*$/;
const drawerEnd = /^[ \t]*:end:[ \t]*$/i;
const silentDrawer = /^[ \t]*:(?:properties|logbook|clock):[ \t]*$/i;
const keyword = /^[ \t]*#\+(\w+)(?:\[[^\]\n]*\])?:[ \t]*(.*)$/;
const comment = /^[ \t]*#(?:[ \t]|$)/;
const planning = /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):/;
const fixed = /^[ \t]*:(?:[ \t]|$)/;
const row = /^[ \t]*\|/;
const rule = /^[ \t]*-{5,}[ \t]*$/;
const note = /^\[fn:[^\]\n]+\][ \t]*/;
const formulas = /^[ \t]*\\begin\{([\w*]+)\}/;

/** Lists in lists deeper than anybody reads. */
const deepest = 40;

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
const isBlank = (line: string): boolean => line.trim() === "";

/** Lines without the indentation that all have. */
function dedented(lines: readonly string[]): string[] {
  const width = lines.reduce(
    (least, line) => (isBlank(line) ? least : Math.min(least, indentOf(line))),
    1_000,
  );
  return lines.map((line) => line.slice(width));
}

const code = (lines: readonly string[], language?: string): Element =>
  h(
    "pre",
    h(
      "code",
      language === undefined ? {} : { className: `language-${language}` },
      dedented(lines)
        .map((line) => line.replace(/^([ \t]*),(?=[ \t]*(?:\*|#\+))/, "$1"))
        .join("\n"),
    ),
  );

/** A block between `#+begin_` and `#+end_`. */
function boxed(name: string, options: string, lines: readonly string[], depth: number): ElementContent[] {
  switch (name) {
    case "src":
    case "example": {
      if (/:exports[ \t]+(?:none|results)\b/.test(options)) return [];
      const language = name === "src" ? /^[\w+#-]+/.exec(options)?.[0] : undefined;
      return [code(lines, language)];
    }
    case "export":
    case "comment":
    case "html":
    case "latex":
      return [];
    case "quote":
      return [h("blockquote", blocks(lines, depth + 1))];
    case "verse":
      return [
        h(
          "p",
          lines.flatMap((line, index) => [...(index > 0 ? [h("br")] : []), ...inline(line.trim())]),
        ),
      ];
    default:
      return [h("div", blocks(dedented(lines), depth + 1))];
  }
}

function table(lines: readonly string[]): Element {
  const isRule = (line: string): boolean => /^[ \t]*\|[-+]+\|?[ \t]*$/.test(line);
  const cells = (line: string): string[] =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|");
  const isRow = (line: string): boolean =>
    !isRule(line) && !cells(line).every((cell) => /^(?:\s*|\s*<[lrc]?\d*>\s*|\s*\/\s*)$/.test(cell));
  const first = lines.findIndex(isRule);
  const hasHead = first > 0 && lines.slice(first).some(isRow);
  const rows = (some: readonly string[], name: "th" | "td"): Element[] =>
    some.filter(isRow).map((line) =>
      h(
        "tr",
        cells(line).map((cell) => h(name, inline(cell.trim()))),
      ),
    );
  const head = hasHead ? rows(lines.slice(0, first), "th") : [];
  return h("table", [
    ...(head.length > 0 ? [h("thead", head)] : []),
    h("tbody", rows(lines.slice(hasHead ? first : 0), "td")),
  ]);
}

/** Where a list that begins at a line ends: at a text that stands no further in than its marks, or two blank lines. */
function endOfList(lines: readonly string[], start: number, indent: number): number {
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (isBlank(line)) {
      if (isBlank(lines[index + 1] ?? "")) break;
      continue;
    }
    if (indentOf(line) < indent || (indentOf(line) === indent && !item.test(line))) break;
  }
  return index;
}

function list(lines: readonly string[], depth: number): Element {
  const indent = indentOf(lines[0] ?? "");
  const items: string[][] = [];
  for (const line of lines) {
    const match = indentOf(line) === indent ? item.exec(line) : null;
    if (match !== null) items.push([match[5] ?? ""]);
    else items.at(-1)?.push(line);
  }
  const isOrdered = /\d|[A-Za-z]/.test(item.exec(lines[0] ?? "")?.[4] ?? "");
  const content = (first: string, rest: readonly string[]): ElementContent[] =>
    blocks([first, ...dedented(rest)], depth + 1);
  const terms = items.map(([first = "", ...rest]) => ({
    parts: /^(.*?)[ \t]+::(?:[ \t]+(.*)|$)/.exec(first),
    first,
    rest,
  }));
  if (!isOrdered && terms.every(({ parts }) => parts !== null)) {
    return h(
      "dl",
      terms.flatMap(({ parts, rest }) => [
        h("dt", inline(parts?.[1] ?? "")),
        h("dd", content(parts?.[2] ?? "", rest)),
      ]),
    );
  }
  return h(
    isOrdered ? "ol" : "ul",
    terms.map(({ first, rest }) => h("li", content(first.replace(/[ \t]+::(?=[ \t]|$)/, ":"), rest))),
  );
}

/** The index behind a run of lines that all match. */
function endOfRun(lines: readonly string[], start: number, pattern: RegExp): number {
  let end = start;
  while (end < lines.length && pattern.test(lines[end] ?? "")) end += 1;
  return end;
}

/** The index of the line that closes what is opened before it; -1 when none does. */
const closing = (lines: readonly string[], start: number, pattern: RegExp): number =>
  lines.findIndex((line, index) => index > start && pattern.test(line));

/** A block that begins at a line, and the index behind it; undefined where a paragraph goes on. */
function blockAt(
  lines: readonly string[],
  index: number,
  depth: number,
): [ElementContent[], number] | undefined {
  const line = lines[index] ?? "";
  const [, name, options = ""] = opening.exec(line) ?? [];
  if (name !== undefined) {
    const end = closing(lines, index, new RegExp(`^[ \\t]*#\\+end_${name}\\b`, "i"));
    if (end === -1) return [[], index + 1];
    return [boxed(name.toLowerCase(), options, lines.slice(index + 1, end), depth), end + 1];
  }
  if (silentDrawer.test(line)) {
    const end = closing(lines, index, drawerEnd);
    return [[], end === -1 ? index + 1 : end + 1];
  }
  const [, key, value = ""] = keyword.exec(line) ?? [];
  if (key !== undefined) return [/^caption$/i.test(key) ? [h("p", inline(value))] : [], index + 1];
  if (comment.test(line) || planning.test(line) || drawer.test(line) || rule.test(line))
    return [[], index + 1];
  if (fixed.test(line)) {
    const end = endOfRun(lines, index, fixed);
    return [[code(lines.slice(index, end).map((one) => one.replace(/^[ \t]*:[ \t]?/, "")))], end];
  }
  if (row.test(line)) {
    const end = endOfRun(lines, index, row);
    return [[table(lines.slice(index, end))], end];
  }
  const environment = formulas.exec(line)?.[1];
  if (environment !== undefined) {
    const end = lines.findIndex((one, at) => at >= index && one.includes(`\\end{${environment}}`));
    if (end !== -1) return [[code(lines.slice(index, end + 1))], end + 1];
  }
  if (depth < deepest && item.test(line)) {
    const end = endOfList(lines, index, indentOf(line));
    return [[list(lines.slice(index, end), depth)], end];
  }
  return undefined;
}

/** The blocks of some lines without headlines. */
export function blocks(lines: readonly string[], depth = 0): ElementContent[] {
  const made: ElementContent[] = [];
  let open: string[] = [];
  const close = (): void => {
    const text = open.join("\n").replace(note, "").trim();
    if (text !== "") made.push(h("p", inline(text)));
    open = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    const block = isBlank(line) ? undefined : blockAt(lines, index, depth);
    if (isBlank(line) || block !== undefined || note.test(line)) close();
    if (block !== undefined) made.push(...block[0]);
    else if (!isBlank(line)) open.push(line.trim());
    index = block?.[1] ?? index + 1;
  }
  close();
  return made;
}
