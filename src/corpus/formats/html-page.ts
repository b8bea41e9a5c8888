import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { note, type Problem } from "../problem.ts";
import type { Format, Reading } from "./format.ts";
import { attribute, htmlBlocks } from "./html.ts";
import { withAnchors } from "./html-anchors.ts";
import { findArticle } from "./html-article.ts";
import { boundDepth } from "./html-depth.ts";
import { asksNotToBeFound, leadsOn, pageMetadata } from "./html-metadata.ts";
import { withoutMarks } from "./html-prune.ts";
import { headQuestions } from "./html-questions.ts";

/** The child of a name. */
function childOf(parent: Root | Element, tagName: string): Element | undefined {
  for (const node of parent.children) {
    if (node.type === "element" && node.tagName === tagName) return node;
  }
  return undefined;
}

const leftOut = (problem: Problem): Reading => ({
  metadata: { draft: true },
  blocks: [],
  problems: [problem],
});

/** Reads a page: what it says about itself, the blocks of its article, and the tree of that. */
function readPage(path: string, text: string): Reading {
  const root = fromHtml(text);
  boundDepth(root);
  const html = childOf(root, "html");
  const head: readonly ElementContent[] = (html && childOf(html, "head")?.children) ?? [];
  if (leadsOn(head)) return leftOut(note(path, 1, "leads on to another page, and is left out"));
  if (asksNotToBeFound(head))
    return leftOut(note(path, 1, "asks not to be found, and is left out", "robots"));
  const body = (html && childOf(html, "body")?.children) ?? [];
  const { nodes, sectioned } = findArticle(head, withoutMarks(withAnchors(body)));
  const children = withAnchors(headQuestions(nodes));
  const lang = html && attribute(html, "lang");
  return {
    metadata: pageMetadata({ path, lang, head, body, article: nodes }),
    blocks: htmlBlocks(children, sectioned),
    layout: () => ({ type: "root", children }),
    problems: [],
  };
}

export const html: Format = { name: "HTML", extensions: [".html", ".htm"], read: readPage };
