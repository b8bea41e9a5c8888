import { toHtml as written } from "hast-util-to-html";
import { proseOf } from "../../front-matter/values.ts";
import { warning } from "../../problem.ts";
import type { Format, Reading } from "../format.ts";
import { htmlBlocks } from "../html.ts";
import { withAnchors } from "../html-anchors.ts";
import { headQuestions } from "../html-questions.ts";
import { arrange } from "./arrange.ts";
import { withoutBackLinks } from "./back-links.ts";
import { compositionOfMarkdown, linkedPaths } from "./composition.ts";
import { definitionsIn } from "./definitions.ts";
import { importedFiles, includedPaths } from "./includes.ts";
import { type Parsed, parseMarkdown, parseMdx } from "./parse.ts";
import { toHtml } from "./to-html.ts";

/** The title that a file of Writerside names in a line that is no text. */
const titleLine = /^\uFEFF?\s*\[\/\/\]: # \(title: *(\S.*?) *\)[ \t]*$/m;

/** The reading of a text that is parsed. It is read as the page that it makes, like all other formats. */
function readingOf(
  parsed: Parsed,
  path: string,
  text: string,
  included: ReadonlyMap<string, string>,
  problems: Reading["problems"] = [],
): Reading {
  const read = (file: string) => included.get(file);
  const context = {
    path,
    read,
    parse: parseMarkdown,
    definitions: definitionsIn(text),
    imports: importedFiles(text),
  };
  const children = withAnchors(headQuestions(withoutBackLinks(toHtml(arrange(parsed, context)).children)));
  const title = proseOf(titleLine.exec(text.slice(0, 1_000))?.[1]);
  return {
    blocks: htmlBlocks(children, true),
    layout: () => ({ type: "root", children }),
    problems,
    ...(title !== undefined && { metadata: { title } }),
  };
}

/** A text in Markdown as HTML, for what stands amid a page; it includes no files. */
export function markdownHtml(text: string): string {
  const context = {
    path: "",
    read: () => undefined,
    parse: parseMarkdown,
    definitions: definitionsIn(text),
    imports: new Map<string, string>(),
  };
  return written(toHtml(arrange(parseMarkdown(text), context)));
}

/** Markdown as all generators of sites write it. */
export const markdown: Format = {
  name: "Markdown",
  extensions: [
    ".md",
    ".markdown",
    ".mdown",
    ".mkd",
    ".mkdn",
    ".mdwn",
    ".mdtext",
    ".livemd",
    ".mdoc",
    ".qmd",
    ".rmd",
  ],
  includes: includedPaths,
  composition: compositionOfMarkdown,
  leadsTo: linkedPaths,
  read: (path, text, included) => readingOf(parseMarkdown(text), path, text, included),
};

/** Markdown with JSX; what is not valid is read as Markdown. */
export const mdx: Format = {
  name: "MDX",
  extensions: [".mdx"],
  includes: includedPaths,
  composition: compositionOfMarkdown,
  leadsTo: linkedPaths,
  read: (path, text, included) => {
    const parsed = parseMdx(text);
    if (!("broken" in parsed)) return readingOf(parsed, path, text, included);
    const problem = warning(
      path,
      1,
      "is not valid MDX, and is read as Markdown",
      parsed.broken.split("\n", 1)[0],
    );
    return readingOf(parseMarkdown(text), path, text, included, [problem]);
  },
};
