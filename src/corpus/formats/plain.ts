import type { Article, ArticleMetadata } from "../../model/index.ts";
import { detectLanguage } from "../language.ts";
import { type DraftBlock, layOut, RunningText } from "./blocks.ts";
import type { Format } from "./format.ts";
import { defaultUrl } from "./source.ts";

/** A file with a line longer than this is not wrapped by hand: each of its lines is a paragraph. */
const longestWrappedLine = 200;

/** Nobody wraps text narrower than this, so a shorter line that ends early ends on purpose. */
const narrowestWrap = 60;

const longestTitle = 200;

/** Ends of lines that go on or that end a sentence. Question and exclamation marks do occur in titles. */
const noTitleEnd = /[.。．।۔,，、;:]["”’»)\]]?$/u;

function paragraph(lines: readonly string[]): DraftBlock {
  const running = new RunningText();
  running.add(lines.join("\n"));
  return { kind: "paragraph", text: running.toString() };
}

/** The paragraphs of a text: parted by blank lines or, where lines are long, by any line ending. */
function plainBlocks(text: string): DraftBlock[] {
  const lines = text.split(/\r\n?|\n/);
  if (lines.some((line) => line.length > longestWrappedLine)) return lines.map((line) => paragraph([line]));
  const blocks: DraftBlock[] = [];
  let wrapped: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.trim() !== "") {
      wrapped.push(line);
    } else if (wrapped.length > 0) {
      blocks.push(paragraph(wrapped));
      wrapped = [];
    }
  }
  return blocks;
}

/**
 * True when a first line is a title: it ends neither a sentence nor amid one, and more follows. Right below it, the
 * next line shows whether it is wrapped text: then it goes on in lower case, or with a word that had no room above.
 */
function isTitle(title: string, next: string, widest: number): boolean {
  if (title.length > longestTitle || noTitleEnd.test(title)) return false;
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

export const plain: Format = {
  name: "plain text",
  extensions: [".txt"],
  read: (_, text) => ({ blocks: plainFileBlocks(text), problems: [] }),
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
