import { parse as parseToml, TomlError } from "smol-toml";
import { error, type Problem, warning } from "../problem.ts";
import { looseYaml } from "./loose-yaml.ts";
import { messageHeader } from "./message-header.ts";
import { type FrontMatterField, type GivenMetadata, readMetadata } from "./metadata.ts";

/** Front matter as it was found. */
interface Found {
  readonly syntax: "yaml" | "toml" | "json" | "javascript";
  readonly text: string;
  /** Where `text` begins, and where the body does, in the file's text. */
  readonly start: number;
  readonly end: number;
}

/** What may stand before front matter: a byte order mark, blank lines and comments. */
const before = /^\uFEFF?(?:\s|<!--[\s\S]*?-->)*/;

/** A line that opens front matter; Eleventy names the language behind it. */
const opening = /^(?:(---|\+\+\+)[ \t]*(?:(yaml|toml|json|js|javascript)[ \t]*)?)(?:\n|$)/i;

/** What closes YAML: a line of its own, or, in drafts of the IETF, one that begins a part of the text and is read with it. */
const closingYaml = /^(?:(?:---|\.\.\.)[ \t]*$|(?=--- (?:(?:abstract|middle)[ \t]*$|note_)))/m;

/** A first line of YAML as front matter has it: a key, a comment, or braces. What follows a rule of prose is none. */
const looksLikeYaml = /^(?:[^\S\n]*(?:#.*)?\n)*[^\S\n]*(?:["']?[\w$@.-]+(?: [\w-]+)?["']?\s*:(?:\s|$)|\{|$)/;

/** Keys that begin front matter without an opening line: of Hexo until `---`, of Pelican and MkDocs until a blank line. */
const firstKey =
  /^(?:title|date|layout|author|authors|tags|categories|category|slug|summary|status|permalink|modified):[ \t]/i;
const headerLines = /^(?:(?:[A-Za-z][\w-]*:(?:[ \t].*)?|[ \t]{2,}\S.*|[ \t]*- .*)\n)+/;

function syntaxOf(fence: string | undefined, named: string | undefined): Found["syntax"] {
  const name = named?.toLowerCase();
  if (name === "toml" || name === "json") return name;
  if (name !== undefined && name !== "yaml") return "javascript";
  return fence === "+++" ? "toml" : "yaml";
}

/** The text of an object in JSON that a text begins with, up to the line that closes it. */
function jsonAt(text: string): string | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined;
  for (const { index, 0: line } of text.matchAll(/^[^\n]*\}[ \t]*(?:;;;)?[ \t]*$/gm)) {
    const object = text.slice(0, index + line.length).replace(/;;;\s*$/, "");
    try {
      JSON.parse(object);
      return object;
    } catch {
      // It goes on; a long object is not tried to its end line by line.
      if (index > 20_000) return undefined;
    }
  }
  return undefined;
}

function findUnfenced(rest: string, start: number): Found | undefined {
  const json = jsonAt(rest);
  if (json !== undefined) {
    const end = start + json.length + (/^\s*;;;/.exec(rest.slice(json.length))?.[0].length ?? 0);
    return { syntax: "json", text: json, start, end };
  }
  const header = firstKey.test(rest) ? headerLines.exec(rest)?.[0] : undefined;
  if (header === undefined) return undefined;
  const closing = /^(?:---[ \t]*)?(?:\n|$)/.exec(rest.slice(header.length))?.[0];
  // One line over a line of dashes is a heading, one line over a blank one a sentence.
  const isHeader = closing !== undefined && header.split("\n").length > 2;
  return isHeader
    ? { syntax: "yaml", text: header, start, end: start + header.length + closing.length }
    : undefined;
}

/** Finds the front matter of a file. `undefined` when it has none, what would close it when nothing does. */
function find(text: string): Found | { unclosed: string } | undefined {
  const first = before.exec(text)?.[0].length ?? 0;
  const rest = text.slice(first);
  const [line, fence, named] = opening.exec(rest) ?? [];
  if (line === undefined) return findUnfenced(rest, first);
  const start = first + line.length;
  const syntax = syntaxOf(fence, named);
  const inner = text.slice(start);
  const closing = (fence === "+++" ? /^\+\+\+[ \t]*$/m : closingYaml).exec(inner);
  if (syntax === "yaml" && !looksLikeYaml.test(closing === null ? inner : inner.slice(0, closing.index))) {
    return undefined;
  }
  // A rule of prose over a line with a colon is not front matter either, and no key has three words.
  if (closing === null)
    return /^[ \t]*[\w$@.-]+[ \t]*[:=]/.test(inner) ? { unclosed: fence ?? "---" } : undefined;
  const end = start + closing.index + closing[0].length;
  return { syntax, text: inner.slice(0, closing.index), start, end };
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** The fields of an object, each on the first line that begins with its key. */
function fieldsOf(object: object, text: string, firstLine: number): FrontMatterField[] {
  const lines = text.split("\n");
  return Object.entries(object).map(([key, value]) => {
    const index = lines.findIndex((line) =>
      line
        .trimStart()
        .replace(/^\[*["']?/, "")
        .startsWith(key),
    );
    return { key, value, line: firstLine + Math.max(0, index) };
  });
}

function readFields(
  { syntax, text }: Found,
  path: string,
  firstLine: number,
): { fields: FrontMatterField[]; problems: Problem[] } {
  if (syntax === "yaml") return looseYaml(path, text, firstLine);
  if (syntax === "javascript") {
    return {
      fields: [],
      problems: [warning(path, firstLine, "front matter is JavaScript, which is not run; it is left out")],
    };
  }
  try {
    const object: unknown = syntax === "toml" ? parseToml(text) : JSON.parse(text);
    const isObject = typeof object === "object" && object !== null;
    return { fields: isObject ? fieldsOf(object, text, firstLine) : [], problems: [] };
  } catch (cause) {
    if (!(cause instanceof TomlError) && !(cause instanceof SyntaxError)) throw cause;
    const line = cause instanceof TomlError ? firstLine + cause.line - 1 : firstLine;
    const reason = cause.message.split("\n", 1)[0];
    const message = `front matter is not valid ${syntax.toUpperCase()}, and is left out`;
    // What cannot be read may say that the article is a draft.
    const report = /\b(?:draft|hidden|published)\b/i.test(text) ? error : warning;
    return { fields: [], problems: [report(path, line, message, reason)] };
  }
}

/** Texts and numbers in a value, by the path of keys to each. */
function textsIn(key: string, value: unknown, depth = 0): [string, string][] {
  if (typeof value === "string" || typeof value === "number") return [[key.toLowerCase(), `${value}`]];
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    value instanceof Date ||
    depth > 2
  )
    return [];
  return Object.entries(value).flatMap(([inner, one]) => textsIn(`${key}.${inner}`, one, depth + 1));
}

/** A field without what a generator would fill in: of Hugo and Quarto. */
function withoutShortcodes(field: FrontMatterField): FrontMatterField {
  const { value } = field;
  if (typeof value !== "string" || !/\{\{[<%]/.test(value)) return field;
  const said = value.replace(/\{\{([<%]).{0,500}?[>%]\}\}/g, " ").replace(/[ \t]+/g, " ");
  return { ...field, value: said.trim() };
}

/** Pandoc's title block: up to three lines that begin with a percent sign, each going on in indented lines. */
const titleBlock =
  /^\uFEFF?%[ \t]+(\S.*(?:\n[ \t]+\S.*)*)\n(?:%[ \t]*(.*(?:\n[ \t]+\S.*)*)\n)?(?:%[ \t]*(\S.*)\n)?(?=[ \t]*(?:\n|$))/;

/** Properties of an article that are no front matter, where they end, and the title that stands above them. */
interface Properties {
  readonly fields: FrontMatterField[];
  readonly title?: string;
  readonly end: number;
}

function findTitleBlock(path: string, text: string): Properties | undefined {
  const match = /\.(?:md|markdown|qmd|rmd|txt|text)$/i.test(path) ? titleBlock.exec(text) : null;
  if (match === null) return undefined;
  const [block, title = "", authors = "", date = ""] = match;
  const fields: FrontMatterField[] = [
    { key: "title", value: title.replace(/\s+/g, " "), line: 1 },
    ...(authors.trim() === ""
      ? []
      : [{ key: "authors", value: authors.split(/;|\n/).map((one) => one.trim()), line: 2 }]),
    ...(date === "" ? [] : [{ key: "date", value: date.trim(), line: 3 }]),
  ];
  return { fields, end: block.length };
}

/** The properties of a page of Logseq: its first lines, `key:: value`. */
const pageProperties = /^\uFEFF?\s*((?:[A-Za-z][\w-]*::(?:[ \t][^\n]*)?(?:\n|$))+)/;

/** A list of pages between brackets and of tags, or the text that it is. */
function propertyValue(text: string): string | string[] {
  const names = [...text.matchAll(/#?\[\[([^[\]]+)\]\]|(?<![\w#])#([\p{L}\p{N}/_-]+)/gu)].flatMap(
    ([, page, tag]) => page ?? tag ?? [],
  );
  const rest = text.replace(/#?\[\[[^[\]]+\]\]|#[\p{L}\p{N}/_-]+|[,\s]/gu, "");
  return names.length > 0 && rest === "" ? names : text.replace(/\[\[|\]\]/g, "");
}

function findPageProperties(path: string, text: string): Properties | undefined {
  const match = /\.(?:md|markdown)$/i.test(path) ? pageProperties.exec(text) : null;
  if (match === null) return undefined;
  const first = lineOf(text, match[0].length - (match[1] ?? "").length);
  const fields = (match[1] ?? "")
    .trimEnd()
    .split("\n")
    .map((line, index) => {
      const [, key = "", value = ""] = /^([\w-]+)::[ \t]*(.*)$/.exec(line) ?? [];
      return { key, value: propertyValue(value.trim()), line: first + index };
    })
    // It says what the page is about, and not where it stands.
    .filter(({ key }) => key !== "url");
  return { fields, end: match[0].length };
}

/** The properties of a page that Notion exports, below its title: `Tags: kitchen, house`. Such a file has a hash in its name. */
const exported = /^[^\n]*[ _-][\da-f]{32}\.md$/i;
const exportedProperties =
  /^\uFEFF?(\s*#[ \t]+[^\n]*\n\s*\n)((?:\p{L}[\p{L}\p{N} /()-]{0,40}: [^\n]+(?:\n|$))+)(?=\s*(?:\n|$))/u;

function findExportedProperties(path: string, text: string): Properties | undefined {
  const [all, title = "", lines = ""] = (exported.test(path) ? exportedProperties.exec(text) : null) ?? [];
  if (all === undefined) return undefined;
  const first = lineOf(text, all.length - lines.length);
  const fields = lines
    .trimEnd()
    .split("\n")
    .map((line, index) => {
      const at = line.indexOf(": ");
      return { key: line.slice(0, at), value: line.slice(at + 2).trim(), line: first + index };
    });
  return { fields, title, end: all.length };
}

/** The header of a message or a proposal; one whose first key is a generator's is read as that generator has it. */
function findHeader(path: string, text: string): Properties | undefined {
  const isText = /\.(?:md|markdown|rst|rest|txt|text)$/i.test(path);
  return isText && find(text) === undefined ? messageHeader(text) : undefined;
}

/**
 * Takes the front matter off a file: YAML between lines `---`, TOML between lines `+++`, JSON, or the header of Hexo,
 * Pelican and MkDocs, the title block of Pandoc, or the properties of a page of Logseq or Notion.
 *
 * @returns the metadata unless it is not known whether the article is a draft, and the body, with blank lines in place of
 *   the front matter, and its values that are texts, by their keys with a full stop between those in one another
 */
export function takeFrontMatter(
  path: string,
  text: string,
): { metadata?: GivenMetadata; body: string; problems: Problem[]; values?: ReadonlyMap<string, string> } {
  const block =
    findTitleBlock(path, text) ??
    findPageProperties(path, text) ??
    findExportedProperties(path, text) ??
    findHeader(path, text);
  if (block !== undefined) {
    const { metadata, problems } = readMetadata(path, block.fields);
    const { title = "" } = block;
    const lines = lineOf(text, block.end) - lineOf(title, title.length);
    const body = title + "\n".repeat(lines) + text.slice(block.end);
    return { ...(metadata && { metadata }), body, problems };
  }
  const found = find(text);
  if (found === undefined) return { metadata: {}, body: text, problems: [] };
  if ("unclosed" in found) {
    const message = `front matter is never closed; write "${found.unclosed}" on a line of its own after its last key`;
    return { body: "", problems: [error(path, 1, message)] };
  }
  const { fields, problems } = readFields(found, path, lineOf(text, found.start));
  const read = readMetadata(path, fields.map(withoutShortcodes));
  const isPublishable = read.metadata !== undefined && problems.every(({ severity }) => severity !== "error");
  const body = "\n".repeat(lineOf(text, found.end) - 1) + text.slice(found.end);
  return {
    ...(isPublishable && { metadata: read.metadata }),
    body,
    problems: [...problems, ...read.problems],
    values: new Map(fields.flatMap(({ key, value }) => textsIn(key, value))),
  };
}
