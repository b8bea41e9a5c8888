import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { error, type Problem, warning } from "../problem.ts";
import type { FrontMatterField } from "./metadata.ts";

/** A key at the start of a line, and the part of its value on that line. */
const keyLine = /^(["']?)([\w$@.][\w$@. -]*?)\1[ \t]*:(?:[ \t]+(.*))?$/;

/** A part of front matter that one key begins. */
interface Entry {
  readonly key: string;
  /** What stands behind the key on its line. */
  readonly value: string;
  readonly lines: string[];
  readonly line: number;
}

/** True for a value in quotes that its line does not close. */
function isOpen(value: string): boolean {
  const mark = /^["']/.exec(value)?.[0];
  if (mark === undefined) return false;
  const inner = value.slice(1).replace(mark === '"' ? /\\./g : /''/g, "");
  return !inner.includes(mark);
}

/** Cuts front matter at its keys. A key within a text in quotes is none, though it begins a line. */
function entries(text: string, firstLine: number): Entry[] {
  const found: Entry[] = [];
  let open: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const last = found.at(-1);
    if (open !== undefined && last !== undefined) {
      last.lines.push(line);
      if (line.trimEnd().endsWith(open)) open = undefined;
      continue;
    }
    const [matched, , key = "", value = ""] = keyLine.exec(line) ?? [];
    if (matched === undefined) {
      last?.lines.push(line);
      continue;
    }
    found.push({ key, value, lines: [line], line: firstLine + index });
    open = isOpen(value.trim()) ? value.trim().charAt(0) : undefined;
  }
  return found;
}

/** Reads YAML of an object; undefined when it is not valid, or no object. */
function readObject(text: string): FrontMatterField[] | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    // Version 1.10 is not version 1.1: numbers stay as they are written.
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !/:(?:int|float)$/.test(tag.tag)),
  });
  if (document.errors.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS();
  } catch (cause) {
    // An alias to nothing, or aliases that would expand without end.
    if (!(cause instanceof ReferenceError)) throw cause;
    return undefined;
  }
  if (value === null || value === undefined) return [];
  if (!isMap(document.contents) || typeof value !== "object") return undefined;
  const lines = new Map(
    document.contents.items.flatMap(({ key }) =>
      isScalar(key) && isNode(key) && key.range
        ? [[String(key.value), counter.linePos(key.range[0]).line]]
        : [],
    ),
  );
  return Object.entries(value).map(([key, inner]) => ({ key, value: inner, line: lines.get(key) ?? 1 }));
}

/** A value that is a tag of a template. */
const template = /^[\w-]+:[ \t]*\{[{%#]/m;

/** An entry with the value behind its key as text, as it stands. Empty when it is no text: more lines, an open list. */
function asText({ key, value, lines }: Entry): string {
  const isLine = lines.every((line, index) => index === 0 || line.trim() === "");
  const isOpenList = /^\[[^\]]*$|^\{[^}]*$/.test(value.trim());
  return isLine && !isOpenList ? `${key}: ${JSON.stringify(value.trim())}` : "";
}

/** Ways to read one entry, best first. */
const readings: readonly ((entry: Entry) => string)[] = [
  ({ lines }) => lines.join("\n"),
  // Text in quotes goes on in lines without indentation.
  ({ lines }) => lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join("\n"),
  // Text without quotes contains what means something in YAML: `title: @html`, `title: a: b`.
  asText,
];

function readEntry(entry: Entry): FrontMatterField[] | undefined {
  const isTemplate = template.test(`${entry.key}: ${entry.value}`);
  for (const reading of isTemplate ? [asText] : readings) {
    const read = readObject(reading(entry));
    if (read !== undefined && read.length > 0) return read.map((field) => ({ ...field, line: entry.line }));
  }
  return undefined;
}

/** Tabs do not indent in YAML, and a text that is indented as a whole begins where its first line does. */
function normalise(text: string): string {
  const spaced = text.replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length));
  const indentation = /^(?:[ \t]*\n)*( +)\S/.exec(spaced)?.[1] ?? "";
  return indentation === "" ? spaced : spaced.replaceAll(new RegExp(`^${indentation}`, "gm"), "");
}

/**
 * Reads front matter in YAML as far as it can be read: where it is not valid as a whole, each key by itself, and what
 * means something in YAML though its author meant text as that text.
 *
 * @param firstLine 1-based line of the file on which the text begins
 */
export function looseYaml(
  path: string,
  text: string,
  firstLine: number,
): { fields: FrontMatterField[]; problems: Problem[] } {
  const normal = normalise(text);
  // Braces of a template would be an object without meaning.
  const whole = template.test(normal) ? undefined : readObject(normal);
  if (whole !== undefined) {
    return { fields: whole.map((field) => ({ ...field, line: field.line + firstLine - 1 })), problems: [] };
  }
  const fields: FrontMatterField[] = [];
  const problems: Problem[] = [];
  for (const entry of entries(normal, firstLine)) {
    const read = readEntry(entry);
    if (read !== undefined) {
      fields.push(...read);
      continue;
    }
    const message =
      "has keys whose value is not valid YAML, and which are left out: put text with marks in quotes";
    const report = /^(?:draft|published|hidden|private)$/i.test(entry.key) ? error : warning;
    problems.push(report(path, entry.line, message, entry.key));
  }
  return { fields, problems };
}
