import { isBox } from "./boxes.ts";
import { blank, outsideCode } from "./code-ranges.ts";
import { type Marks, readAttributes } from "./marks.ts";

/** Imports that others follow on the same line. */
const importsBefore =
  /^(?:import[ \t]+[\w*{][^;"'`\n]*[ \t]from[ \t]*["'][^"'\n]+["'];[ \t]*)+(?=import[ \t])/gm;

/** A line of an ES module, to its end or that of its braces. */
const esm =
  /^(?:import[ \t]+(?:(?:type[ \t]+)?[\w*{][^;"'`\n]*(?:\n[ \t}][^;"'`\n]*)*[ \t]+from[ \t]*)?["'][^"'\n]+["'](?:[ \t]+with[ \t]*\{.*\})?;?[ \t]*$|export[ \t]+(?:const|let|var|default|function|async|class|type|interface|\*|\{)(?:[^\n]*[{[(,][ \t]*(?:\n(?![\])}]|[A-Z#]|$)[^\n]*)*(?:\n[\])}][^\n]*)?|[^\n]*)$)/gm;

/** Where a tag may open or close; a word before it makes it a type, as in `Vec<String>`, a low line in it something to fill in, and a stroke amid it a file. */
const tagStart =
  /(?<![\w\\])<(\/?)([A-Z][A-Za-z\d.]*(?!\w|\/[^\s>])|[a-z][\w-]*(?=\s[^<>]*\{)|[a-z][a-z\d]*(?:-[a-z\d]+)+(?=[\s/>])|(?=\/?>))/g;

/** Longest tag in characters. */
const longestTag = 5_000;

/** Where the tag ends that a place is in: behind the `>` that is in no braces and no quotes. */
function endOfTag(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = "";
  for (let i = from; i < Math.min(text.length, from + longestTag); i++) {
    const character = text.charAt(i);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (depth === 0 ? /["']/.test(character) : /["'`]/.test(character)) quote = character;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (character === ">" && depth <= 0 && text.charAt(i - 1) !== "=") return i + 1;
    else if (character === "<" && depth <= 0) return undefined;
  }
  return undefined;
}

function isAloneOnLine(text: string, start: number, end: number): boolean {
  const feed = text.indexOf("\n", end);
  const after = text.slice(end, feed === -1 ? text.length : feed);
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^[\s>]*$/.test(before) && /^\s*$/.test(after);
}

function withoutTags(text: string, marks: Marks): string {
  let made = "";
  let end = 0;
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(text); match !== null; match = tagStart.exec(text)) {
    const { index, 0: matched, 1: slash, 2: name = "" } = match;
    const close = endOfTag(text, index + matched.length);
    if (close === undefined) continue;
    const tag = text.slice(index + matched.length, close - 1);
    const { attributes } = readAttributes(tag);
    made += text.slice(end, index);
    const lines = blank(text.slice(index, close));
    // Elements with a hyphen in their names are components too, of Vue or of the page.
    if (isAloneOnLine(text, index, close) && /^[A-Z]|-/.test(name)) {
      // What is indented in a component is not code.
      made = made.replace(/[ \t]+$/, (indent) => (indent.length > 3 ? "" : indent));
      if (slash !== "") made += marks.close(name);
      else made += tag.endsWith("/") ? marks.alone(name, attributes) : marks.open(name, attributes);
    } else if (slash === "" && tag.endsWith("/") && isBox(name)) made += attributes["text"] ?? "";
    made += lines;
    end = close;
    tagStart.lastIndex = end;
  }
  return made + text.slice(end);
}

/**
 * Takes what is no Markdown out of a text that was written for MDX, as far as it can be told without a parser: lines of
 * modules, comments and tags of components. Components on lines of their own are marked.
 */
export function withoutJsx(text: string, marks: Marks): string {
  if (!/^(?:import|export)\s|<\/?[A-Z]|<[a-z][^<>]*=\{|\{\/\*|^[ \t>]*<[a-z]+-[a-z]/m.test(text)) return text;
  const prepared = outsideCode(text, (prose) =>
    prose
      .replace(/(?<!\{)\{\s*\/\*[\s\S]{0,2000}?\*\/\s*\}(?!\})/g, blank)
      .replace(/\{\s*(["'`])([^"'`{}\n]*)\1\s*\}/g, "$2")
      .replace(importsBefore, "")
      .replace(esm, blank),
  );
  return outsideCode(prepared, (prose) => withoutTags(prose, marks));
}
