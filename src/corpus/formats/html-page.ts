import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { note, type Problem } from "../problem.ts";
import { type CommonParts, type SampledPage, withoutCommon } from "../site/common-parts.ts";
import type { Format, Reading } from "./format.ts";
import { attribute, htmlBlocks } from "./html.ts";
import { withAnchors } from "./html-anchors.ts";
import { type FoundArticle, findArticle } from "./html-article.ts";
import { boundDepth } from "./html-depth.ts";
import { withoutExporter } from "./html-exports.ts";
import { asksNotToBeFound, leadsOn, pageMetadata, strayHead, titleElement } from "./html-metadata.ts";
import { withoutMarks } from "./html-prune.ts";
import { headQuestions } from "./html-questions.ts";
import { withoutTemplateTags } from "./html-templates.ts";
import { withoutWrappers } from "./html-wrappers.ts";

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

/** A page in its parts. */
interface Page {
  readonly lang: string | undefined;
  readonly head: readonly ElementContent[];
  readonly body: readonly ElementContent[];
}

/** What may stand in a page's head and hold text of any kind. */
const headContent =
  /<(script|style|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[a-z/!](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** Whether a page is one that a site is put together from: tags of a template stand between the elements of its head. */
function isTemplate(text: string): boolean {
  const start = text.search(/<head\b/i);
  if (start === -1 || !/\{[%{]/.test(text)) return false;
  const end = text.slice(start).search(/<\/head\b|<body\b/i);
  const head = end === -1 ? "" : text.slice(start, start + end);
  return /\{%-?\s*[a-z]|\{\{-?\s*[\w.#>]/i.test(head.replace(headContent, ""));
}

/** A script that holds a piece of a page, which another fills in when it is read. */
const templateScript =
  /<script\b[^>]*\btype\s*=\s*["']?text\/(?:x-handlebars(?:-template)?|x-template|x-tmpl|template|html|ng-template)\b[^>]*>([\s\S]*?)<\/script\s*>/gi;

const scripts = /<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi;

/** A page all of whose text is in such scripts, with that as its text. */
const withScripts = (text: string): string =>
  /<script\b[^>]*\btype\s*=\s*["']?text\/(?:x-|t|h|ng)/i.test(text) &&
  !/[\p{L}\p{N}]/u.test(text.replace(scripts, ""))
    ? text.replace(templateScript, "$1").replace(/\{\{[#/!>^][^{}]*\}\}/g, "")
    : text;

function parsePage(text: string): Page {
  const root = fromHtml(withoutTemplateTags(withScripts(text)));
  boundDepth(root);
  const html = childOf(root, "html");
  return {
    lang: html && attribute(html, "lang"),
    head: (html && childOf(html, "head")?.children) ?? [],
    body: (html && childOf(html, "body")?.children) ?? [],
  };
}

const articleOf = ({ head, body }: Page): FoundArticle =>
  findArticle(head, withoutMarks(withAnchors(withoutExporter(withoutWrappers(body)))));

/** A page as it is compared with others of its corpus. */
export function samplePage(text: string): SampledPage {
  const page = parsePage(text);
  return { title: titleElement(page.head), article: articleOf(page).nodes };
}

/** Reads a page: what it says about itself, the blocks of its article, and the tree of that. */
function readPage(
  path: string,
  text: string,
  _: ReadonlyMap<string, string>,
  common: CommonParts = { titles: [], texts: [] },
): Reading {
  if (isTemplate(text)) return leftOut(note(path, 1, "is a template of pages, and is left out"));
  const page = parsePage(text);
  const { lang, head, body } = page;
  if (leadsOn(head)) return leftOut(note(path, 1, "leads on to another page, and is left out"));
  if (asksNotToBeFound(head))
    return leftOut(note(path, 1, "asks not to be found, and is left out", "robots"));
  const { nodes, sectioned } = articleOf(page);
  const article = withoutCommon(nodes, common.texts);
  const children = withAnchors(headQuestions(article));
  return {
    metadata: pageMetadata({
      path,
      lang,
      head: [...head, ...strayHead(body)],
      body,
      article,
      titlesOfSite: common.titles,
    }),
    blocks: htmlBlocks(children, sectioned),
    layout: () => ({ type: "root", children }),
    problems: [],
  };
}

/** HTML: fragments, and pages of which the article is found. */
export const html: Format = { name: "HTML", extensions: [".html", ".htm", ".xhtml"], read: readPage };
