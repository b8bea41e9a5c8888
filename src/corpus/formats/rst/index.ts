import { createRequire } from "node:module";
import type { Root } from "hast";
import type { RstDocument, RstFieldList, RstFieldListItem, RstNode, RstToHtmlCompiler } from "rst-compiler";
import { lazy } from "../../../shared/lazy.ts";
import { type FrontMatterField, readMetadata } from "../../front-matter/metadata.ts";
import type { Composition, Format, Reading } from "../format.ts";
import { htmlBlocks } from "../html.ts";
import { withAnchors } from "../html-anchors.ts";
import { headQuestions } from "../html-questions.ts";
import { referenceOf } from "../markdown/includes.ts";
import { RstToHast } from "./to-hast.ts";

/** The parser. It takes half a second to load, and most corpora need none. */
const compiler = lazy((): RstToHtmlCompiler => {
  const require = createRequire(import.meta.url);
  const { RstToHtmlCompiler } = require("rst-compiler") as typeof import("rst-compiler");
  return new RstToHtmlCompiler();
});

const includeLine = /^\.\. (?:literalinclude|include)::[ \t]*(\S+)/gm;

/** Includes of whole files, with no option that takes a part or shows them as code. */
const wholeInclude = /^[ \t]*\.\. include::[ \t]*(\S+)[ \t]*$(?!\n[ \t]+:)/gm;
/** Lines that say nothing to readers: directives, comments and names with what belongs to them, and lines below or above a title. */
const silentLine = /^(?:\.\. .*|[ \t]+.*|\s*|([=\-~^"'`#*+:.]){3,})$/;

function compositionOf(text: string, path: string): Composition {
  const parts = [...text.matchAll(wholeInclude)].flatMap(([, name = ""]) => {
    const file = referenceOf(name, path)?.path;
    return file === undefined ? [] : [[file]];
  });
  const lines = text.split(/\r?\n/);
  const isTitle = (index: number): boolean => /^([=\-~^"'`#*+:.])\1{2,}\s*$/.test(lines[index + 1] ?? "");
  return { parts, hasOwnText: lines.some((line, index) => !silentLine.test(line) && !isTitle(index)) };
}

/** Documents that a text links to or lists in its table of contents. */
const document = /:doc:`(?:[^`<]*<)?([^`<>]+)>?`|^[ \t]+(?:[^<\n]*<)?([\w./-]+)>?[ \t]*$/gm;

/** The fields before the text: an author, a date, settings for Sphinx. */
function docinfo(root: RstDocument): RstFieldList | undefined {
  if (root.docMeta !== null) return root.docMeta;
  const isOther = ({ nodeType }: RstNode): boolean =>
    !/^(?:Comment|FieldList|HyperlinkTarget|SubstitutionDef)$/.test(nodeType);
  const isFields = (node: RstNode): node is RstFieldList => node.nodeType === "FieldList";
  const first = root.children.findIndex(isOther);
  const before = first === -1 ? root.children : root.children.slice(0, first);
  const above = before.find(isFields);
  if (above !== undefined || root.children[first]?.nodeType !== "Section") return above;
  // As docutils has it, they stand below the title: that is where Pelican and Nikola look.
  const below = root.children.slice(first + 1);
  const next = below.findIndex((node) => isFields(node) || isOther(node));
  const fields = below[next];
  return fields !== undefined && isFields(fields) ? fields : undefined;
}

const isField = (node: RstNode): node is RstFieldListItem => node.nodeType === "FieldListItem";

/** What the docinfo and, as Nikola has it, comments at the top say about the article. */
function fieldsOf(root: RstDocument, info: RstFieldList | undefined): FrontMatterField[] {
  const fields = (info?.children ?? []).filter(isField).map(
    ({ nameText, bodyText, source }): FrontMatterField => ({
      key: nameText,
      value: bodyText.trim() === "" ? true : bodyText.trim(),
      line: source.startLineIdx + 1,
    }),
  );
  const comments = root.children.flatMap((node): FrontMatterField[] => {
    const [, key, value] = node.nodeType === "Comment" ? (/^(\w+): (.+)$/.exec(node.textContent) ?? []) : [];
    return key === undefined ? [] : [{ key, value, line: node.source.startLineIdx + 1 }];
  });
  return [...fields, ...comments];
}

/** How far most blocks of a text that stand in others are indented. */
function indentOf(text: string): number {
  const indents = [...text.matchAll(/^( {2,4})(?=\S)/gm)].map(([, space = ""]) => space.length);
  const count = (width: number): number => indents.filter((indent) => indent === width).length;
  return [4, 3, 2].toSorted((a, b) => count(b) - count(a))[0] ?? 4;
}

/** A line that gives an address, or what comes next, a name, which may be quoted. */
const target = /^([ \t]*)\.\. _(?!_)(`[^`\n]+`|(?:[^:\n\\]|\\.)+):(?:[ \t]+\S.*|[ \t]*)$/gm;

/** Empties the lines whose names come again, which the parser refuses; as its own readers have it, the last counts. */
function withoutRepeatedTargets(text: string): string {
  const named = (name: string): string =>
    name
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  const left = new Map<string, number>();
  for (const [, , name = ""] of text.matchAll(target))
    left.set(named(name), (left.get(named(name)) ?? 0) + 1);
  return text.replace(target, (line, _, name: string) => {
    const others = (left.get(named(name)) ?? 1) - 1;
    left.set(named(name), others);
    return others > 0 ? "" : line;
  });
}

/** More marks in a paragraph than any author writes, which open something and close nothing. */
const mostOpen = 300;

/** A text whose paragraphs of open marks are plain text: the parser looks for the end of each of them to the end of all. */
function withoutOpenMarks(text: string): string {
  if (text.split(/[*`]/).length <= mostOpen) return text;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const opened = paragraph.match(/(?<![^\s:])(?:\*{1,2}|`{1,2})(?=\S)/g)?.length ?? 0;
      const closed = paragraph.match(/(?<=[^\s*`])(?:\*{1,2}|`{1,2})(?![\w*`])/g)?.length ?? 0;
      return opened > mostOpen && opened > 2 * closed ? paragraph.replace(/(?<!\\)[*`]/g, "\\$&") : paragraph;
    })
    .join("");
}

/** What is tried in turn on a text that the parser throws at; each keeps the number of lines. */
const repairs = [
  (text: string): string => text,
  withoutRepeatedTargets,
  (text: string): string => text.replace(target, ""),
];

function read(path: string, text: string, included: ReadonlyMap<string, string>): Reading {
  const parse = (inner: string): RstDocument => {
    const spaced = withoutOpenMarks(inner.replaceAll("\t", "        "));
    const options = { disableWarnings: true, disableErrors: true, inputIndentSize: indentOf(spaced) };
    let thrown: unknown;
    for (const repair of repairs) {
      try {
        return compiler().parse(repair(spaced), options).root;
      } catch (cause) {
        // It has recursed too deeply: no other text of as many lines helps.
        if (cause instanceof RangeError) throw cause;
        thrown = cause;
      }
    }
    throw thrown;
  };
  const root = parse(text);
  const info = docinfo(root);
  const { metadata = { draft: true }, problems } = readMetadata(path, fieldsOf(root, info));
  const readFile = (name: string): string | undefined => {
    const file = referenceOf(name, path)?.path;
    return file === undefined ? undefined : included.get(file);
  };
  const tools = { readFile, parse };
  const nodes = new RstToHast(root, text.split("\n"), tools).all(
    root.children.filter((node) => node !== info),
  );
  const children = withAnchors(headQuestions(nodes));
  const layout = (): Root => ({ type: "root", children });
  return { metadata, blocks: htmlBlocks(children, true), layout, problems };
}

/** reStructuredText, as docutils and Sphinx read it. */
export const rst: Format = {
  name: "reStructuredText",
  extensions: [".rst", ".rest"],
  includes: (text, path) =>
    [...text.matchAll(includeLine)].flatMap(([, name = ""]) => referenceOf(name, path)?.path ?? []),
  composition: compositionOf,
  leadsTo: (text, path) =>
    /:doc:|toctree::/.test(text)
      ? [...text.matchAll(document)].flatMap(
          ([, named, listed = ""]) => referenceOf(named ?? listed, path)?.path ?? [],
        )
      : [],
  read,
};
