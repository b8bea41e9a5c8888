import { asciidoc } from "./asciidoc.ts";
import type { Format } from "./format.ts";
import { html } from "./html-page.ts";
import { withErb } from "./markdown/erb.ts";
import { markdown, mdx } from "./markdown/index.ts";
import { jupyter } from "./notebook.ts";
import { org } from "./org/index.ts";
import { plain } from "./plain.ts";
import { rst } from "./rst/index.ts";
import { extensionOf } from "./source.ts";
import { wikitext } from "./wikitext/index.ts";

/** All formats that articles may have. */
const formats: readonly Format[] = [
  markdown,
  mdx,
  withErb(markdown),
  rst,
  asciidoc,
  org,
  wikitext,
  jupyter,
  html,
  plain,
];

const byExtension: ReadonlyMap<string, Format> = new Map(
  formats.flatMap((format) => format.extensions.map((extension) => [extension, format] as const)),
);

/** The extensions of articles for people: `.md, .html or .txt`. */
export const articleExtensions = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
  byExtension.keys(),
);

/** The format that a path's extension tells, or undefined when the file is not an article. */
export function articleFormat(path: string): Format | undefined {
  return byExtension.get(extensionOf(path));
}

/** How far a file is from its author's source, to choose one of two that are the same article: 0 is best. */
export function formatRank(path: string): number {
  return [...byExtension.keys()].indexOf(extensionOf(path));
}

/** Extensions of files that people write texts in, and that are not read unless a format above has them. */
const documents = new Set(
  `.docx .doc .odt .rtf .pdf .epub .textile .tex .pod .rdoc
  .creole .djot .typ .svx .csv .tsv .xlsx .pptx .1 .2 .3 .4 .5 .6 .7 .8 .man .roff .troff .enex`.split(/\s+/),
);

/** Whether a file may be somebody's text although it is not read as an article. */
export function isDocument(path: string): boolean {
  return documents.has(extensionOf(path));
}
