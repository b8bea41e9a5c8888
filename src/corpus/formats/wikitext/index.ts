import type { ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type FrontMatterField, readMetadata } from "../../front-matter/metadata.ts";
import type { Format, Reading } from "../format.ts";
import { htmlBlocks } from "../html.ts";
import { withAnchors } from "../html-anchors.ts";
import { boundDepth } from "../html-depth.ts";
import { withoutMarks } from "../html-prune.ts";
import { headQuestions } from "../html-questions.ts";
import { wikiBlocks } from "./blocks.ts";
import { linksShown, templatesShown } from "./inline.ts";
import { Protected } from "./protect.ts";

/** The lines that proposals of Bitcoin begin with, in a block of their own: `Title: …`, `Author: …`. */
const preamble =
  /<pre>\s*\n((?:[ \t]*[A-Z][\w-]*:.*\n|[ \t]{4,}\S.*\n)*?[ \t]*Title:.*\n(?:[ \t]*[A-Z][\w-]*:.*\n|[ \t]{4,}\S.*\n)*)\s*<\/pre>/;
const preambleKeys: Readonly<Record<string, string>> = { title: "title", created: "date", assigned: "date" };

function fieldsOf(given: string): FrontMatterField[] {
  const lines = given.split("\n");
  const authors: string[] = [];
  let key = "";
  const fields = lines.flatMap((line, index): FrontMatterField[] => {
    const [, name, text = line.trim()] = /^[ \t]{0,3}([A-Z][\w-]*):[ \t]*(.*)$/.exec(line) ?? [];
    key = name?.toLowerCase() ?? key;
    if (/^authors?$/.test(key) && text !== "")
      authors.push(
        ...text
          .split(/,(?![^<]*>)/)
          .map((one) => one.replace(/<[^>]*>/g, "").trim())
          .filter((one) => one !== ""),
      );
    const known = name === undefined ? undefined : preambleKeys[key];
    return known === undefined ? [] : [{ key: known, value: text.trim(), line: index + 1 }];
  });
  return authors.length === 0 ? fields : [...fields, { key: "authors", value: authors, line: 1 }];
}

/** A page has the name of its file. */
const titleOfPath = (path: string): string =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .replace(/[_-]+/g, " ");

function read(path: string, text: string): Reading {
  const head = preamble.exec(text);
  const said = head === null ? text : text.replace(head[0], "");
  // A page that leads to another says nothing itself.
  const isRedirect =
    /^\s*#[\p{L}]+[ \t]*:?[ \t]*\[\[[^\]]*\]\]/iu.test(text) &&
    /^\s*#(?:redirect|weiterleitung|redirection|redirección|rinvia|перенаправление)/i.test(text);
  const kept = new Protected(isRedirect ? "" : said);
  const { text: plain, categories } = linksShown(templatesShown(kept.text));
  const tree = fromHtml(kept.whole(wikiBlocks(plain.split("\n"))), { fragment: true });
  boundDepth(tree);
  const content = tree.children.filter((node): node is ElementContent => node.type !== "doctype");
  const children = withAnchors(headQuestions(withoutMarks(content)));
  const fields: FrontMatterField[] = [
    ...fieldsOf(head?.[1] ?? ""),
    { key: "tags", value: [...new Set(categories)], line: 1 },
  ];
  if (!fields.some(({ key }) => key === "title") && !/^=[^=].*[^=]=[ \t]*$/m.test(plain))
    fields.push({ key: "title", value: titleOfPath(path), line: 1 });
  const { metadata = { draft: true }, problems } = readMetadata(path, fields);
  return {
    metadata,
    blocks: htmlBlocks(children, true),
    layout: (): Root => ({ type: "root", children }),
    problems,
  };
}

/** Wikitext, as MediaWiki and the wikis of GitHub have it. */
export const wikitext: Format = { name: "wikitext", extensions: [".mediawiki", ".wiki", ".wikitext"], read };
