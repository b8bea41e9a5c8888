import { attributesOf, descriptionsOf, resourceOf } from "./antora.ts";
import type { Composition } from "./format.ts";
import { referenceOf } from "./markdown/includes.ts";

const includeLine = /^include::([^[\]\n]+)\[([^\]\n]*)\][ \t]*$/gm;
const attributeLine = /^:([\w-]+):[ \t]+(\S.*)$/gm;

/** How deep in one another included files are looked at for more to include. */
const deepest = 3;

type Read = (path: string) => string | undefined;
type Attributes = Readonly<Record<string, string>>;

/** What the site's own configuration says to all its pages. */
export function siteAttributes(path: string, read: Read): Attributes {
  return attributesOf(descriptionsOf(path).flatMap((file) => read(file) ?? []));
}

const ownAttributes = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(attributeLine)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );

/** The path below the corpus folder that a name means, its attributes put in. */
function fileOf(name: string, path: string, attributes: Attributes): string | undefined {
  const full = name.replace(/\{([\w-]+)\}/g, (whole, key: string) => attributes[key] ?? whole);
  return full.includes("{") ? undefined : (resourceOf(full, path) ?? referenceOf(full, path)?.path);
}

/** Paths below the corpus folder of all files that a text includes, and of those that say how they are named. */
export function pathsIncludedByAsciidoc(text: string, path: string, read: Read): string[] {
  const site = siteAttributes(path, read);
  const paths = new Set(descriptionsOf(path));
  const walk = (part: string, from: string, depth: number): void => {
    const attributes = { ...site, ...ownAttributes(text), ...ownAttributes(part) };
    for (const [, name = ""] of part.matchAll(includeLine)) {
      const file = fileOf(name, from, attributes);
      if (file === undefined || paths.has(file)) continue;
      paths.add(file);
      const found = depth < deepest ? read(file) : undefined;
      if (found !== undefined) walk(found, file, depth + 1);
    }
  };
  walk(text, path, 1);
  return [...paths];
}

/** Lines that say nothing to readers: includes, conditions, attributes, comments, marks of what follows, and headings. */
const silentLine =
  /^(?:include::|(?:ifdef|ifndef|ifeval|endif|toc)::|:[\w!-]+:|\/\/|\[.*\]$|<<<$|={1,6}[ \t])|^\s*$/;
/** The header of a document: its title and all up to a blank line. */
const header = /^(?:(?:\/\/.*|:[\w!-]+:.*|)\n)*= .*(?:\n.+)*/;
/** What is shown as it is written between two lines of marks. */
const literal = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})[ \t]*\n[\s\S]*?\n\1[ \t]*$/gm;

/** Rewrites what stands outside literal blocks. */
export function outsideLiteral(text: string, rewrite: (prose: string) => string): string {
  let made = "";
  let end = 0;
  for (const { 0: block, index } of text.matchAll(literal)) {
    made += rewrite(text.slice(end, index)) + block;
    end = index + block.length;
  }
  return made + rewrite(text.slice(end));
}

/** The files that a text shows whole, in its own place. */
export function compositionOfAsciidoc(text: string, path: string): Composition {
  const prose = text.replace(/\r\n?/g, "\n").replace(literal, (block) => (block.startsWith("/") ? "" : "."));
  const attributes = ownAttributes(prose);
  const parts = [...prose.matchAll(/^(?:if\w+::[^[\n]*\[)?include::([^[\]\n]+)\[([^\]\n]*)\]/gm)].flatMap(
    ([, name = "", options = ""]) => {
      const file = /\b(?:tags?|lines)=/.test(options) ? undefined : fileOf(name, path, attributes);
      return file === undefined ? [] : [[file]];
    },
  );
  const lines = prose.replace(header, "").split("\n");
  return { parts, hasOwnText: lines.some((line) => !silentLine.test(line)) };
}

/** Lines of an included file between the marks of a tag, or those that are numbered. */
function partOf(text: string, options: string): string {
  const lines = text.split("\n");
  const tag = /\btags?=["']?([\w-]+)/.exec(options)?.[1];
  const range = /\blines=["']?(\d+)\.\.(-?\d+)/.exec(options);
  const mark = /\b(?:tag|end)::[\w-]+\[\]/;
  if (tag !== undefined) {
    const start = lines.findIndex((line) => line.includes(`tag::${tag}[]`));
    const end = lines.findIndex((line) => line.includes(`end::${tag}[]`));
    return lines
      .slice(start + 1, end === -1 ? undefined : end)
      .filter((line) => !mark.test(line))
      .join("\n");
  }
  const last = Number(range?.[2] ?? -1);
  const shown = range === null ? lines : lines.slice(Number(range[1]) - 1, last < 0 ? undefined : last);
  return shown.filter((line) => !mark.test(line)).join("\n");
}

/** A text with those that it includes in their places; what is not in the folder is left out. */
export function withIncludedAsciidoc(
  text: string,
  path: string,
  read: Read,
  site: Attributes,
  depth = 1,
): string {
  const attributes = { ...site, ...ownAttributes(text) };
  return text.replace(includeLine, (_, name: string, options: string) => {
    const file = depth > deepest ? undefined : fileOf(name, path, attributes);
    const found = file === undefined ? undefined : read(file);
    if (file === undefined || found === undefined) return "";
    const part = withIncludedAsciidoc(partOf(found, options), file, read, attributes, depth + 1).trimEnd();
    const level = /\bleveloffset=["']?\+?(\d)/.exec(options)?.[1];
    return level === undefined ? part : `:leveloffset: +${level}\n\n${part}\n\n:leveloffset: -${level}\n`;
  });
}
