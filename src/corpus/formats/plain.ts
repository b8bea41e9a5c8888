import type { Article, ArticleMetadata } from "../../model/index.ts";
import type { GivenMetadata } from "../front-matter/metadata.ts";
import { detectLanguage } from "../language.ts";
import { type DraftBlock, layOut, oneLine, RunningText } from "./blocks.ts";
import type { Format } from "./format.ts";
import { takeGutenberg } from "./gutenberg.ts";
import { markdown } from "./markdown/index.ts";
import { answerMark, questionMark, type Rank, rankOf, romanValue, untitled } from "./plain-headings.ts";
import { isBullet, joinWrapped, narrowestWrap, widthOf } from "./plain-lines.ts";
import { mendOutline } from "./plain-outline.ts";
import { defaultUrl } from "./source.ts";

const longestTitle = 200;

/** Ends of lines that go on or that end a sentence. Question and exclamation marks do occur in titles. */
const noTitleEnd = /[.。．।۔,，、;:]["”’»)\]]?$/u;

function paragraph(lines: readonly string[]): DraftBlock {
  const running = new RunningText();
  running.add(lines.join("\n"));
  return { kind: "paragraph", text: running.toString() };
}

/** Lines between blank lines. */
function* groups(lines: readonly string[]): Generator<string[]> {
  let group: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") group.push(line);
    else if (group.length > 0) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** The text of some lines that stay lines, as one block, or as one each where no line was wrapped. */
function textBlocks(lines: readonly string[], width: number): DraftBlock[] {
  const { parts, kind } = joinWrapped(lines, width);
  const texts = parts.map((part) => paragraph([part]).text);
  if (kind === "paragraphs") return texts.map((text) => ({ kind: "paragraph", text }));
  const isList = texts.length > 1 && texts.filter(isBullet).length * 2 > texts.length;
  return [{ kind: isList ? "list" : "paragraph", text: texts.join("\n") }];
}

/** Parts a group before each line that is marked as a question or an answer. */
function atMarks(group: readonly string[]): string[][] {
  if (!group.some((line) => questionMark.test(line))) return [[...group]];
  const parts: string[][] = [];
  for (const line of group) {
    if (parts.length === 0 || questionMark.test(line) || answerMark.test(line)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** An underlined line, and a line of stars or dashes that parts a text, say nothing themselves. */
const rule = /^\s*([=\-~*_#+.])(?:\s*\1){2,}\s*$/;

/**
 * The blocks of a text: parted by blank lines or, where lines are long, by any line ending. Lines that were wrapped by hand
 * are joined; verse, lists and speeches keep theirs. Lines that head a part, a chapter or an answer are headings.
 */
export function plainBlocks(text: string): DraftBlock[] {
  const lines = text.split(/\r\n?|\n/);
  const width = widthOf(lines);
  const blocks: DraftBlock[] = [];
  const levels = { part: 0, chapter: 0 };
  const numbers: { chapter?: number | undefined; section?: number | undefined } = {};
  const heading = (given: Rank, text: string): void => {
    const count = romanValue(text);
    // "VII. THE NEXT", after "CHAPTER VI", is a chapter; after a section "VI." it is a section.
    const goesOn = given === "section" && count !== undefined && count - 1 === numbers.chapter;
    const rank = goesOn && numbers.section !== count - 1 ? "chapter" : given;
    if (rank === "chapter") Object.assign(numbers, { chapter: count, section: undefined });
    else if (rank === "section" && count !== undefined) numbers.section = count;
    const above = Math.max(levels.part, levels.chapter);
    const level =
      rank === "part"
        ? 2
        : rank === "chapter"
          ? levels.part + (levels.part > 0 ? 1 : 2)
          : Math.max(2, above + 1);
    if (rank === "part") Object.assign(levels, { part: 2, chapter: 0 });
    if (rank === "chapter") levels.chapter = level;
    const before = blocks.at(-1);
    if (
      rank === "section" &&
      before?.kind === "heading" &&
      untitled.test(before.text) &&
      !untitled.test(text)
    ) {
      blocks[blocks.length - 1] = { ...before, text: `${before.text} ${text}` };
      return;
    }
    blocks.push({ kind: "heading", level: rank === "question" ? Math.min(6, level + 1) : level, text });
  };
  for (const group of groups(lines)) {
    const [, under] = group;
    const isUnderlined =
      group.length === 2 && under !== undefined && rule.test(under) && /^\s*[=~-]/.test(under);
    for (const part of atMarks(isUnderlined ? group.slice(0, 1) : group.filter((line) => !rule.test(line)))) {
      if (part.length === 0) continue;
      const isQuestion = questionMark.test(part[0] ?? "");
      const rank = isUnderlined ? "section" : isQuestion ? "question" : rankOf(part);
      if (rank !== undefined) heading(rank, oneLine(paragraph(part).text));
      else blocks.push(...textBlocks([(part[0] ?? "").replace(answerMark, ""), ...part.slice(1)], width));
    }
  }
  return mendOutline(blocks);
}

/**
 * True when a first line is a title: it ends neither a sentence nor amid one, and more follows. Right below it, the
 * next line shows whether it is wrapped text: then it goes on in lower case, or with a word that had no room above.
 */
function isTitle(title: string, next: string, widest: number): boolean {
  if (title.length > longestTitle || noTitleEnd.test(title) || questionMark.test(title)) return false;
  const word = /^\S*/.exec(next.trimStart())?.[0] ?? "";
  if (/^\p{Ll}/u.test(word)) return false;
  return word === "" || title.length + 1 + word.length <= Math.max(widest, narrowestWrap);
}

/** The blocks of a plain text file, the first of them a heading when the first line is a title. */
function plainFileBlocks(text: string): DraftBlock[] {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const rest = lines.slice(first + 1);
  const title = (lines[first] ?? "").trim();
  const widest = lines.reduce((width, line) => Math.max(width, line.length), 0);
  if (!rest.some((line) => line.trim() !== "") || !isTitle(title, rest[0] ?? "", widest))
    return plainBlocks(text);
  const heading: DraftBlock = { kind: "heading", level: 1, text: paragraph([title]).text };
  return [heading, ...plainBlocks(rest.join("\n"))];
}

/** The blocks of a book without the first ones that only name it and its author. */
function withoutTitlePage(
  blocks: readonly DraftBlock[],
  { title = "", authors = [] }: GivenMetadata,
): DraftBlock[] {
  const said = new Set(
    [title, "by", ...authors, ...authors.map((author) => `by ${author}`)].map((one) => one.toLowerCase()),
  );
  const first = blocks.findIndex(({ text }) => !said.has(text.toLowerCase().replace(/[.,]$/, "")));
  return blocks.slice(Math.max(0, first));
}

/** Marks of Markdown that no text without markup has: headings and links, or headings and code between fences. */
const markdownMarks = [
  /^#{1,4} \p{L}[^\n]*\n\s*\n/mu,
  /\[[^\]\n]+\]\((?:https?:\/\/|#|[\w./-]+\.(?:md|html)\b)[^)\s]*\)/,
  /^(?:`{3,}|~{3,})[\w ]*$[^`~]*^(?:`{3,}|~{3,})[ \t]*$/m,
];

/** Whether a file of text is Markdown by another name: it has marks of two kinds at least. */
const isMarkdown = (text: string): boolean => markdownMarks.filter((mark) => mark.test(text)).length > 1;

/** Texts without markup, books of Project Gutenberg among them. */
export const plain: Format = {
  name: "plain text",
  extensions: [".txt", ".text"],
  read: (path, text, included) => {
    const book = takeGutenberg(text);
    if (book === undefined && isMarkdown(text)) return markdown.read(path, text, included);
    if (book === undefined) return { blocks: plainFileBlocks(text), problems: [] };
    const blocks = withoutTitlePage(plainBlocks(book.text), book.metadata);
    return { blocks, metadata: book.metadata, problems: [] };
  },
};

/** An article from a text and what is known about it, apart from any file. The language is detected unless given. */
export function plainArticle(
  metadata: Pick<ArticleMetadata, "id" | "title"> & Partial<ArticleMetadata>,
  text: string,
): Article {
  const laidOut = layOut(plainBlocks(text));
  const lang = metadata.lang ?? detectLanguage(laidOut.text);
  return {
    url: defaultUrl(metadata.id),
    authors: [],
    tags: [],
    questions: [],
    ...metadata,
    lang,
    ...laidOut,
  };
}
