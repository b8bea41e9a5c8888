import { createRequire } from "node:module";
import type { Asciidoctor } from "@asciidoctor/core";
import type { Element, ElementContent, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { lazy } from "../../shared/lazy.ts";
import { type FrontMatterField, readMetadata } from "../front-matter/metadata.ts";
import type { Format, Reading } from "./format.ts";
import { attribute, htmlBlocks } from "./html.ts";
import { withAnchors } from "./html-anchors.ts";
import { boundDepth } from "./html-depth.ts";
import { withoutMarks } from "./html-prune.ts";
import { headQuestions } from "./html-questions.ts";
import { referenceOf } from "./markdown/includes.ts";

/** The converter. It takes most of a second to load, and most corpora need none. */
const converter = lazy((): Asciidoctor => {
  const require = createRequire(import.meta.url);
  const create = require("@asciidoctor/core") as () => Asciidoctor;
  const made = create();
  // What it finds odd in a text is no matter: all that it can read is read.
  made.LoggerManager.setLogger(made.NullLogger.create());
  return made;
});

const includeLine = /^include::([^[\]\n{]+)\[([^\]\n]*)\][ \t]*$/gm;
/** Attributes in the head of a document; those that begin with `page-` are meant for Antora and Jekyll. */
const headLine = /^:(?:page-|jbake-)?([\w-]+):[ \t]*(.*)$/;

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
function withIncluded(text: string, path: string, included: ReadonlyMap<string, string>): string {
  return text.replace(includeLine, (_, name: string, options: string) => {
    const file = referenceOf(name, path)?.path;
    const found = file === undefined ? undefined : included.get(file);
    // What is included is not looked at for more to include.
    return found === undefined ? "" : partOf(found, options).replace(includeLine, "").trimEnd();
  });
}

/** Links whose address begins with what only the site's own configuration knows are their text. */
function withoutOpenLinks(text: string): string {
  const known = new Set([...text.matchAll(/^:([\w-]+):/gm)].map(([, name = ""]) => name));
  return text.replace(
    /(?:link:|xref:)?\{([\w-]+)\}[^\s[\]{}]*(?:\{[\w-]+\}[^\s[\]{}]*){0,5}\[([^\]\n]*?)\^?\]/g,
    (whole, name: string, label: string) => (known.has(name) ? whole : label),
  );
}

/** What the head of a document says: its attributes up to the first blank line. */
function fieldsOf(text: string): FrontMatterField[] {
  const fields: FrontMatterField[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const [, key, value = ""] = headLine.exec(line) ?? [];
    if (key !== undefined)
      fields.push({ key, value: value.trim() === "" ? true : value.trim(), line: index + 1 });
    else if (line.trim() === "" && fields.length > 0) break;
  }
  return fields;
}

const hasClass = (element: Element, name: RegExp): boolean =>
  name.test(attribute(element, "className") ?? "");

/** The converter's page as its readers see it: boxes without their icons, code without the numbers of its notes. */
function asShown(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return node.type === "text" ? [node] : [];
    if (attribute(node, "id") === "toc" || hasClass(node, /(?:^|\s)(?:conum|toc)(?:\s|$)/)) return [];
    const children = asShown(node.children);
    if (hasClass(node, /(?:^|\s)(?:admonitionblock|colist|hdlist)(?:\s|$)/)) {
      const cells = cellsOf(children).filter((cell) => !hasClass(cell, /(?:^|\s)icon(?:\s|$)/));
      if (cells.length > 0) return cells.map((cell) => ({ ...cell, tagName: "div" }));
    }
    const isTitle = node.tagName === "div" && hasClass(node, /(?:^|\s)title(?:\s|$)/);
    return [{ ...node, tagName: isTitle ? "p" : node.tagName, children }];
  });
}

function cellsOf(nodes: readonly ElementContent[]): Element[] {
  return nodes.flatMap((node) =>
    node.type !== "element" ? [] : node.tagName === "td" ? [node] : cellsOf(node.children),
  );
}

function read(path: string, text: string, included: ReadonlyMap<string, string>): Reading {
  const document = converter().load(withoutOpenLinks(withIncluded(text, path, included)), {
    safe: "secure",
    // What only the site's own configuration knows is left out.
    attributes: {
      "attribute-missing": "drop",
      "sectids!": "",
      "sectanchors!": "",
      "sectlinks!": "",
      "toc!": "",
      "icons!": "",
      experimental: "",
    },
  });
  const title = document.getDocumentTitle();
  const authors = document.getAuthors().flatMap((author) => author.getName() ?? []);
  const given: FrontMatterField[] = [
    { key: "title", value: title === undefined ? "" : String(title).replace(/<[^>]*>/g, ""), line: 1 },
    { key: "authors", value: authors, line: 1 },
    { key: "date", value: document.getAttribute("revdate") ?? "", line: 1 },
  ];
  const { metadata = { draft: true }, problems } = readMetadata(path, [...fieldsOf(text), ...given]);
  const tree = fromHtml(document.convert(), { fragment: true });
  boundDepth(tree);
  const children = withAnchors(headQuestions(withoutMarks(asShown(tree.children))));
  return {
    metadata,
    blocks: htmlBlocks(children, true),
    layout: () => ({ type: "root", children }),
    problems: problems.filter(({ severity }) => severity !== "note"),
  };
}

export const asciidoc: Format = {
  name: "AsciiDoc",
  extensions: [".adoc", ".asciidoc", ".asc"],
  includes: (text, path) =>
    [...text.matchAll(includeLine)].flatMap(([, name = ""]) => referenceOf(name, path)?.path ?? []),
  read,
};
