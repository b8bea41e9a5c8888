import type { Nodes, PhrasingContent, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import {
  addList,
  addQuote,
  addTable,
  type DraftBlock,
  oneLine,
  RunningText,
  type Sink,
  visible,
} from "./blocks.ts";
import type { Format } from "./format.ts";
import { htmlFragment } from "./html.ts";
import { markdownLayout } from "./tree.ts";

/** CommonMark with GFM. */
const markdownOptions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

const lineBreakTag = /^<br\s*\/?>$/i;

function addInline(nodes: readonly PhrasingContent[], into: RunningText): void {
  for (const node of nodes) {
    if (node.type === "text" || node.type === "inlineCode") into.add(node.value);
    else if (node.type === "break") into.addLineBreak();
    else if (node.type === "html" && lineBreakTag.test(node.value)) into.addLineBreak();
    else if ("children" in node) addInline(node.children, into);
  }
}

function inlineText(nodes: readonly PhrasingContent[]): string {
  const running = new RunningText();
  addInline(nodes, running);
  return running.toString();
}

function tableRows(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => inlineText(cell.children)));
}

function addBlocks(nodes: readonly Nodes[], sink: Sink, footnotes: RootContent[]): void {
  for (const node of nodes) {
    switch (node.type) {
      case "heading":
        sink.add({ kind: "heading", level: node.depth, text: oneLine(inlineText(node.children)) });
        break;
      case "paragraph":
        sink.add({ kind: "paragraph", text: inlineText(node.children) });
        break;
      case "code":
        sink.add({ kind: "code", text: visible(node.value) });
        break;
      case "table":
        addTable(sink, tableRows(node));
        break;
      case "html":
        // Markdown passes a block of HTML through to the page, so its words are the author's too.
        for (const block of htmlFragment(node.value)) sink.add(block);
        break;
      case "list":
        addList(sink, (inner) => {
          for (const item of node.children) addBlocks(item.children, inner, footnotes);
        });
        break;
      case "blockquote":
        addQuote(sink, (inner) => addBlocks(node.children, inner, footnotes));
        break;
      case "footnoteDefinition":
        footnotes.push(...node.children);
        break;
    }
  }
}

/** A line that opens a hundred nested lists or quotations: the parser's time grows with the cube of the depth. */
const deeplyNested = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){100}.*[^\s>*+-]/m;

/**
 * Reads a Markdown text: CommonMark and GitHub's extensions.
 *
 * @throws RangeError when it is nested too deeply to be read.
 */
function parseMarkdown(text: string): Root {
  if (deeplyNested.test(text)) throw new RangeError("nested too deeply");
  return fromMarkdown(text, markdownOptions);
}

/** The blocks of a Markdown text, footnotes at the end. */
function markdownBlocks(tree: Root): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const sink: Sink = { add: (block) => blocks.push(block) };
  const footnotes: RootContent[] = [];
  addBlocks(tree.children, sink, footnotes);
  // A footnote may itself hold the definition of another one.
  while (footnotes.length > 0) addBlocks(footnotes.splice(0), sink, footnotes);
  return blocks;
}

export const markdown: Format = {
  name: "Markdown",
  extensions: [".md", ".markdown"],
  read: (_, text) => {
    const tree = parseMarkdown(text);
    return { blocks: markdownBlocks(tree), layout: () => markdownLayout(tree), problems: [] };
  },
};
