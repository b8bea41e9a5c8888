import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { RstDirective, RstNode } from "rst-compiler";
import { isAdmonition } from "../markdown/boxes.ts";
import { withMarks } from "./missed-marks.ts";

/** What a directive needs to be laid out. */
export interface Tools {
  all(nodes: readonly RstNode[]): ElementContent[];
  inline(nodes: readonly RstNode[]): ElementContent[];
  /** The text of a file in the corpus folder; undefined when it is not there. */
  readFile(name: string): string | undefined;
  /** What a text shows that is included here: its headings stand below those above it. */
  included(text: string): ElementContent[];
}

/** Directives that show nothing, or what only a program can make. */
const unseen =
  /^(?:toctree|contents|local|index|meta|raw|highlight|currentmodule|currentclass|module|py:module|default-role|role|sectnum|tabularcolumns|auto\w+|todo|todolist|ifconfig|title|sectionauthor|codeauthor|moduleauthor|testsetup|testcleanup|graphviz|digraph|uml|plantuml|mermaid|inheritance-diagram|plot|bibliography|target-notes|header|footer|date|unicode|replace|cssclass|rst-class|spelling|youtube|vimeo|video|iframe)$/;

const codes =
  /^(?:code|code-block|sourcecode|prompt|doctest|testcode|testoutput|ipython|ipython3|console|parsed-literal|productionlist|command-output|program-output|click:example|bash|shell|math)$/;

const versions: Readonly<Record<string, string>> = {
  versionadded: "New in version",
  "version-added": "New in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
  "deprecated-removed": "Deprecated since version",
  versionremoved: "Removed in version",
};

/** Descriptions of the things of a program: their signature heads what is said of them. */
const described =
  /(?:^|:)(?:function|class|method|classmethod|staticmethod|attribute|property|exception|data|type|decorator|decoratormethod|option|cmdoption|envvar|confval|setting|describe|object|macro|struct|member|enum|enumerator|var|namespace|rst:directive|rst:role|directive|role|django-admin|templatefilter|templatetag|fieldlookup|opcode|pdbcommand|program|2to3fixer|get|post|put|delete|patch)$/;

/** A directive's own words: those behind its name. */
const argumentOf = ({ initContentText, rawBodyText, initContent, children }: RstDirective): string =>
  initContent.length > 0 ? initContentText : (children[0]?.textContent ?? rawBodyText);

function cellsOf(row: RstNode, tools: Tools, tag: "td" | "th"): ElementContent {
  const cells = row.children.flatMap((list) => (list.nodeType === "BulletList" ? list.children : []));
  return h(
    "tr",
    cells.map((cell) => h(tag, tools.all(cell.children))),
  );
}

/** Lines of a table that commas part: what stands between quotes may go on over several. */
function commaLines(body: string): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of body.split("\n")) {
    const before = lines.at(-1);
    if (isOpen && before !== undefined) lines[lines.length - 1] = `${before} ${line.trim()}`;
    else lines.push(line);
    if ((line.match(/"/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
  }
  return lines.filter((line) => line.trim() !== "");
}

/** Values of a line of a table that commas part, quotes taken off. */
function commaValues(line: string): string[] {
  return [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
    .map(([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare.trim())
    .slice(0, -1);
}

function tableOf(directive: RstDirective, tools: Tools): ElementContent[] {
  const caption = directive.initContent.length > 0 ? [h("caption", directive.initContentText)] : [];
  if (directive.directive === "csv-table") {
    const header = directive.config?.getField("header");
    const body = directive.rawBodyText || directive.children.map(({ textContent }) => textContent).join("\n");
    const lines = commaLines([...(header ? [header] : []), body].join("\n"));
    const rows = lines.map((line) =>
      h(
        "tr",
        commaValues(line).map((value) => h("td", withMarks(value))),
      ),
    );
    return [h("table", caption, rows)];
  }
  const heads = Number(directive.config?.getField("header-rows") ?? 0);
  const rows = directive.children.flatMap((list) => (list.nodeType === "BulletList" ? list.children : []));
  return [
    h(
      "table",
      caption,
      rows.map((row, index) => cellsOf(row, tools, index < heads ? "th" : "td")),
    ),
  ];
}

/** Lines of a file that a directive shows: all, or those that its options name. */
function linesOf(directive: RstDirective, text: string): string {
  const field = (name: string): string | undefined => directive.config?.getField(name) ?? undefined;
  const lines = text.split("\n");
  const at = (name: string): number => {
    const mark = field(name);
    return mark === undefined ? -1 : lines.findIndex((line) => line.includes(mark));
  };
  const numbers = (field("lines") ?? "").split(",").flatMap((part) => {
    const [, first, dash, last] = /^\s*(\d+)\s*(-)?\s*(\d+)?\s*$/.exec(part) ?? [];
    return first === undefined
      ? []
      : [[Number(first), last ? Number(last) : dash ? lines.length : Number(first)] as const];
  });
  if (numbers.length > 0) return numbers.flatMap(([first, last]) => lines.slice(first - 1, last)).join("\n");
  const [after, from] = [at("start-after"), at("start-at")];
  const start = after !== -1 ? after + 1 : Math.max(0, from);
  const [before, to] = [at("end-before"), at("end-at")];
  return lines.slice(start, before !== -1 ? before : to !== -1 ? to + 1 : undefined).join("\n");
}

function withVersion(label: string, { children }: RstDirective, tools: Tools): ElementContent[] {
  const [first, ...rest] = children;
  const [version = "", ...others] = (first?.textContent ?? "").split("\n");
  const said = others.join(" ").trim();
  // What stands on the first line behind the version belongs to the sentence.
  const [number = "", ...words] = version.trim().split(/[\s:]+/);
  const more = [...words, ...(said === "" ? [] : [said])].join(" ");
  return [h("p", `${label} ${number}${more === "" ? "." : `: ${more}`}`), ...tools.all(rest)];
}

function describedThing(directive: RstDirective, tools: Tools): ElementContent[] {
  const [first, ...rest] = directive.children;
  const hasArgument = directive.initContent.length > 0;
  const signatures = (hasArgument ? directive.initContentText : (first?.textContent ?? "")).split(/\\?\n/);
  const body = tools.all(hasArgument ? directive.children : rest);
  return [h("dl", [h("dt", h("code", signatures.map((one) => one.trim()).join(", "))), h("dd", body)])];
}

/** Whether a directive is one that only an extension knows, which makes something of the name of a thing. */
function isMade({ directive: name, initContentText, children, source }: RstDirective): boolean {
  const [first, ...rest] = children;
  const isBeside = first === undefined || first.source.startLineIdx === source.startLineIdx;
  const argument = (initContentText || first?.textContent || "").trim();
  return rest.length === 0 && isBeside && /^[\w.:/-]*\w$/.test(argument) && !isAdmonition(name);
}

/** What a directive shows its readers. */
export function directiveContent(directive: RstDirective, tools: Tools): ElementContent[] {
  const { directive: name, children, config, rawBodyText } = directive;
  if (unseen.test(name)) return [];
  if (codes.test(name)) {
    const inner = rawBodyText !== "" ? rawBodyText : directive.initContentText;
    return inner.trim() === "" ? [] : [h("pre", h("code", inner))];
  }
  const label = versions[name];
  if (label !== undefined) return withVersion(label, directive, tools);
  if (name === "literalinclude" || name === "include") {
    const text = tools.readFile(argumentOf(directive).trim());
    if (text === undefined) return [];
    const shown = linesOf(directive, text);
    return name === "include" && config?.hasField("literal") !== true && config?.hasField("code") !== true
      ? tools.included(shown)
      : [h("pre", h("code", shown))];
  }
  if (name === "image")
    return [h("img", { src: argumentOf(directive).trim(), alt: config?.getField("alt") ?? "" })];
  if (name === "figure") {
    const src = argumentOf(directive).trim();
    const body = directive.initContent.length > 0 ? children : children.slice(1);
    return [h("figure", h("img", { src, alt: config?.getField("alt") ?? "" }), tools.all(body))];
  }
  if (name === "list-table" || name === "csv-table") return tableOf(directive, tools);
  if (described.test(name)) return describedThing(directive, tools);
  if (name === "rubric" || name === "centered") return [h("p", h("strong", argumentOf(directive)))];
  if (name === "only" && /^(?:latex|man|text)\b/.test(argumentOf(directive).trim())) return [];
  // A box: its title, if it has one, over what is in it.
  const isTitled = directive.initContent.length > 0 && !/^(?:only|container|class|tabs|compound)$/.test(name);
  if (isMade(directive)) return [];
  const isBare = /^(?:only|container|class|compound|tabs)$/.test(name) && directive.initContent.length === 0;
  const title = isTitled
    ? [h("p", h("strong", tools.inline(directive.initContent.flatMap((node) => node.children))))]
    : [];
  const body = tools.all(isBare && !isAdmonition(name) ? children.slice(1) : children);
  return [h("div", title, body)];
}
