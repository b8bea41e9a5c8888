import { outsideCode } from "./code-ranges.ts";
import { type Attributes, type Marks, readAttributes } from "./marks.ts";

/** `::name[Title]{key="value"}`, with more colons where one stands in another. */
const opening = /^([ \t]*)(:{2,})([a-z][\w-]*)(?:\[([^\]]*)\])?(?:\{(.*)\})?[ \t]*$/;
const closing = /^[ \t]*(:{2,})[ \t]*$/;
/** Where the text for a part of the component begins: `#description`. */
const slot = /^[ \t]*#[a-z][\w-]*(?:\{.*\})?[ \t]*$/;
/** A component without text, on a line of its own or in a sentence. */
const empty = /(?<![\w:])::?[a-z][\w-]*(?:\{[^}\n]*\}|(?=[ \t]*$))/g;
const fence = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
const rule = /^[ \t]*---[ \t]*$/;

interface Open {
  readonly name: string;
  readonly marker: string;
  readonly indent: number;
}

const isMdc = (text: string): boolean => /^[ \t]*::[ \t]*$/m.test(text) && /^[ \t]*::[a-z][\w-]*/m.test(text);

/** What the lines between two rules below a component say of it, and the index behind them. */
function propertiesAt(lines: readonly string[], index: number): { given: Attributes; next: number } {
  if (!rule.test(lines[index] ?? "")) return { given: {}, next: index };
  const end = lines.findIndex((line, at) => at > index && rule.test(line));
  if (end === -1) return { given: {}, next: index };
  const pairs = lines.slice(index + 1, end).flatMap((line): [string, string][] => {
    const [, key, value] = /^[ \t]*([\w-]+):[ \t]+["']?(.*?)["']?[ \t]*$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
  return { given: Object.fromEntries(pairs), next: end + 1 };
}

/** Components of a theme are named after those of prose, or of a library. */
const plain = (name: string): string => name.replace(/^(?:prose|u)-/, "");

/** Takes indentation off that all lines of a component share. */
const dedent = (line: string, width: number): string =>
  line.slice(Math.min(width, /^[ \t]*/.exec(line)?.[0].length ?? 0));

/** Marks the components of Nuxt Content: between two colons and a name, and two colons. */
export function withoutMdc(text: string, marks: Marks): string {
  if (!isMdc(text)) return text;
  const lines = text.split("\n");
  const made: string[] = [];
  const open: Open[] = [];
  let code: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = dedent(lines[index] ?? "", open.at(-1)?.indent ?? 0);
    const mark = fence.exec(line)?.[1];
    if (code !== undefined || mark !== undefined) {
      if (code === undefined) code = mark;
      else if (mark?.startsWith(code) && line.trim() === mark) code = undefined;
      made.push(line);
      continue;
    }
    const [, , marker, name, title, attributes] = opening.exec(line) ?? [];
    if (marker !== undefined && name !== undefined) {
      const { given, next } = propertiesAt(lines, index + 1);
      const { attributes: own } = readAttributes(attributes ?? "");
      const { to, ...all }: Record<string, string> = { ...given, ...own };
      const indent = /^[ \t]*/.exec(lines[index] ?? "")?.[0].length ?? 0;
      open.push({ name: plain(name), marker, indent });
      made.push(marks.open(plain(name), { ...all, ...(to && { href: to }), ...(title && { title }) }));
      for (let skipped = index + 1; skipped < next; skipped++) made.push("");
      index = next - 1;
      continue;
    }
    const close = closing.exec(line)?.[1];
    if (close !== undefined) {
      const at = open.findLastIndex((one) => one.marker === close);
      for (const one of at === -1 ? [] : open.splice(at).reverse()) made.push(marks.close(one.name));
      continue;
    }
    if (open.length > 0 && slot.test(line)) made.push("");
    else made.push(outsideCode(line, (prose) => prose.replace(empty, "")));
  }
  return made.join("\n");
}
