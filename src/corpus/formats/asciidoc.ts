import { createRequire } from "node:module";
import type { Asciidoctor } from "@asciidoctor/core";
import type { Element, ElementContent, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { lazy } from "../../shared/lazy.ts";
import { type FrontMatterField, readMetadata } from "../front-matter/metadata.ts";
import { imagesOf } from "./antora.ts";
import {
  compositionOfAsciidoc,
  outsideLiteral,
  pathsIncludedByAsciidoc,
  siteAttributes,
  withIncludedAsciidoc,
} from "./asciidoc-includes.ts";
import { pathsReferred, withReferences } from "./asciidoc-references.ts";
import type { Format, Reading } from "./format.ts";
import { attribute, htmlBlocks } from "./html.ts";
import { withAnchors } from "./html-anchors.ts";
import { boundDepth } from "./html-depth.ts";
import { withoutMarks } from "./html-prune.ts";
import { headQuestions } from "./html-questions.ts";

/** The converter. It takes most of a second to load, and most corpora need none. */
const converter = lazy((): Asciidoctor => {
  const require = createRequire(import.meta.url);
  const create = require("@asciidoctor/core") as () => Asciidoctor;
  const made = create();
  // What it finds odd in a text is no matter: all that it can read is read.
  made.LoggerManager.setLogger(made.NullLogger.create());
  return made;
});

/** Attributes in the head of a document; those that begin with `page-` are meant for Antora and Jekyll. */
const headLine = /^:(?:page-|jbake-)?([\w-]+):[ \t]*(.*)$/;

/** Links whose address begins with what only the site's own configuration knows are their text. */
function withoutOpenLinks(text: string, site: Readonly<Record<string, string>>): string {
  const known = new Set([
    ...Object.keys(site),
    ...[...text.matchAll(/^:([\w-]+):/gm)].map(([, name = ""]) => name),
  ]);
  return text.replace(
    /(?:link:|xref:)?\{([\w-]+)\}[^\s[\]{}]*(?:\{[\w-]+\}[^\s[\]{}]*){0,5}\[([^\]\n]*?)\^?\]/g,
    (whole, name: string, label: string) => (known.has(name) ? whole : label),
  );
}

/** The line below the title of a document, where its author is named. */
const authorLine = /^((?:(?:\/\/.*|:[\w!-]+:.*|\[.*\]|)\n)*= .+\n(?:\/\/.*\n|:[\w!-]+:.*\n)*)(?![:/])(\S.*)/;

/** Whether a line names nobody: it goes on for longer than names, or ends as a sentence does. */
const isSentence = (line: string): boolean =>
  !/<[^<>\s]+@[^<>\s]+>/.test(line) &&
  line.split(";").some((part) => {
    const words = part.trim().split(/\s+/).length;
    return words > 6 || (words > 3 && /[.:,?!]$/.test(part)) || /\[[^\]]*\]|<</.test(part);
  });

/** A text with its first sentence apart from its title, where it would be taken for an author. */
const withSentenceApart = (text: string): string =>
  text.replace(authorLine, (whole, title: string, line: string) =>
    isSentence(line) ? `${title}\n${line}` : whole,
  );

/** Lines that name a macro of an extension, which nothing here can draw. */
const ownMacro =
  /^(?!(?:image|video|audio|include|toc|ifdef|ifndef|ifeval|endif)::)[a-z][\w-]*::\S*\[[^\n]*\][ \t]*$/gm;

const withoutOwnMacros = (text: string): string =>
  outsideLiteral(text, (prose) => prose.replace(ownMacro, ""));

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
    // An abstract is what the page says, and nobody's words that it quotes.
    if (hasClass(node, /(?:^|\s)abstract(?:\s|$)/))
      return children.flatMap((child) =>
        child.type === "element" && child.tagName === "blockquote" ? [{ ...child, tagName: "div" }] : [child],
      );
    const isTitle = node.tagName === "div" && hasClass(node, /(?:^|\s)title(?:\s|$)/);
    return [{ ...node, tagName: isTitle ? "p" : node.tagName, children }];
  });
}

function cellsOf(nodes: readonly ElementContent[]): Element[] {
  return nodes.flatMap((node) =>
    node.type !== "element" ? [] : node.tagName === "td" ? [node] : cellsOf(node.children),
  );
}

function read(path: string, source: string, included: ReadonlyMap<string, string>): Reading {
  const file = (name: string) => included.get(name);
  const site = siteAttributes(path, file);
  const images = imagesOf(path);
  const text = withSentenceApart(source);
  const whole = withReferences(withoutOwnMacros(withIncludedAsciidoc(text, path, file, site)), path, file);
  const document = converter().load(withoutOpenLinks(whole, site), {
    safe: "secure",
    // What only the site's own configuration knows is left out.
    attributes: {
      ...(images !== undefined && { imagesdir: images }),
      ...site,
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

/** AsciiDoc, as Asciidoctor converts it. */
export const asciidoc: Format = {
  name: "AsciiDoc",
  extensions: [".adoc", ".asciidoc", ".asc"],
  includes: (text, path, readFile) => {
    const included = pathsIncludedByAsciidoc(text, path, readFile);
    // What an included text refers to is shown by the text that includes it.
    const texts = [text, ...included.flatMap((file) => readFile(file) ?? [])];
    return [...new Set([...included, ...texts.flatMap((one) => pathsReferred(one, path))])];
  },
  composition: compositionOfAsciidoc,
  read,
};
