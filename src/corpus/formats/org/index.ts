import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import { type FrontMatterField, readMetadata } from "../../front-matter/metadata.ts";
import type { Format, Reading } from "../format.ts";
import { htmlBlocks } from "../html.ts";
import { withAnchors } from "../html-anchors.ts";
import { headQuestions } from "../html-questions.ts";
import { blocks } from "./blocks.ts";
import { inline } from "./inline.ts";

const headline = /^(\*+)[ \t]+(.*?)[ \t]*$/;
const tagsAtEnd = /(?:^|[ \t]+):((?:[\p{L}\p{N}_@#%]+:)+)$/u;
const priority = /^\[#[A-Z\d]\][ \t]*/;
const keyword = /^#\+(\w+):[ \t]*(.*?)[ \t]*$/;
const states = /^#\+(?:SEQ_|TYP_)?TODO:(.*)$/gim;
const customId = /^[ \t]*:CUSTOM_ID:[ \t]*(\S+)/i;

/** What Org and its exporters call what other front matter says. */
const keys: Readonly<Record<string, string>> = {
  title: "title",
  author: "author",
  date: "date",
  hugo_date: "date",
  hugo_lastmod: "lastmod",
  description: "description",
  keywords: "keywords",
  filetags: "tags",
  hugo_tags: "tags",
  hugo_categories: "categories",
  language: "lang",
  draft: "draft",
  hugo_draft: "draft",
  slug: "slug",
  hugo_slug: "slug",
};

/** A value as other front matter has it: dates without brackets and weekdays, tags as a list. */
function givenValue(key: string, given: string): string | boolean | string[] {
  if (key === "date" || key === "lastmod")
    return given.replace(/^[<[](\d{4}-\d\d-\d\d)(?:[^\]>]*?(\d\d:\d\d))?[^\]>]*[>\]]$/, "$1");
  if (key === "tags") return given.split(/[:,\s]+/).filter((tag) => tag !== "");
  if (key === "draft") return /^(?:t|true|yes)$/i.test(given);
  return given;
}

/** What stands in the keywords before the first headline; a title may go on in a second line. */
function fieldsOf(lines: readonly string[]): FrontMatterField[] {
  const fields = new Map<string, FrontMatterField>();
  for (const [index, line] of lines.entries()) {
    if (headline.test(line)) break;
    const [, name = "", text = ""] = keyword.exec(line) ?? [];
    const key = keys[name.toLowerCase()];
    // A macro is filled in by the exporter.
    if (key === undefined || text === "" || text.startsWith("{{{")) continue;
    const before = fields.get(key);
    const value = givenValue(key, text);
    const isSecond = key === "title" && before !== undefined;
    fields.set(key, { key, value: isSecond ? `${String(before.value)} ${text}` : value, line: index + 1 });
  }
  return [...fields.values()];
}

/** Words before a headline that say how far a task is, such as TODO. */
function statesOf(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(states)].flatMap(
    ([, list = ""]) => list.match(/[^\s|()]+(?=\(|\s|$)/g) ?? [],
  );
  return new Set(["TODO", "DONE", ...named]);
}

/** A headline as its readers see it, or undefined when it and all below it are kept from them. */
function headlineOf(text: string, words: ReadonlySet<string>): string | undefined {
  const tags = tagsAtEnd.exec(text);
  if (tags?.[1]?.split(":").includes("noexport") === true) return undefined;
  let shown = tags === null ? text : text.slice(0, tags.index);
  const [first = ""] = shown.split(/\s/, 1);
  if (words.has(first)) shown = shown.slice(first.length).trimStart();
  shown = shown.replace(priority, "");
  return /^COMMENT\b/.test(shown) ? undefined : shown;
}

function contentOf(text: string): ElementContent[] {
  const words = statesOf(text);
  const content: ElementContent[] = [];
  let open: string[] = [];
  // Below a headline that is kept from readers, so are those further in.
  let hiddenBelow = Number.POSITIVE_INFINITY;
  let isCode = false;
  const close = (): void => {
    if (hiddenBelow === Number.POSITIVE_INFINITY) content.push(...blocks(open));
    open = [];
  };
  for (const line of text.split("\n")) {
    if (/^[ \t]*#\+begin_(?:src|example)\b/i.test(line)) isCode = true;
    else if (/^[ \t]*#\+end_(?:src|example)\b/i.test(line)) isCode = false;
    const [, stars = "", title = ""] = isCode ? [] : (headline.exec(line) ?? []);
    if (stars === "") {
      const id = customId.exec(line)?.[1];
      const last = content.at(-1);
      const isOfHeading = open.every((one) => /^[ \t]*(?::|SCHEDULED|DEADLINE|CLOSED|$)/.test(one));
      if (id !== undefined && isOfHeading && last?.type === "element" && /^h\d$/.test(last.tagName))
        last.properties["id"] = id;
      open.push(line);
      continue;
    }
    close();
    if (stars.length > hiddenBelow) continue;
    const shown = headlineOf(title, words);
    hiddenBelow = shown === undefined ? stars.length : Number.POSITIVE_INFINITY;
    if (shown !== undefined && shown !== "") content.push(h(`h${Math.min(6, stars.length)}`, inline(shown)));
  }
  close();
  return content;
}

function read(path: string, text: string): Reading {
  const { metadata = { draft: true }, problems } = readMetadata(path, fieldsOf(text.split("\n")));
  const children = withAnchors(headQuestions(contentOf(text)));
  const layout = (): Root => ({ type: "root", children });
  return { metadata, blocks: htmlBlocks(children, true), layout, problems };
}

/** Org, as Emacs exports it. */
export const org: Format = { name: "Org", extensions: [".org"], read };
