import type { Root } from "hast";
import type { Article } from "../../model/index.ts";
import type { Collection } from "../collection.ts";
import { type GivenMetadata, takeFrontMatter } from "../front-matter/metadata.ts";
import { detectLanguage } from "../language.ts";
import { error, type Problem } from "../problem.ts";
import { type DraftBlock, layOut } from "./blocks.ts";
import { readPage } from "./html-page.ts";
import { articleFormat, articleId, decode, defaultUrl, type Format, type Source } from "./index.ts";
import { markdownBlocks, parseMarkdown } from "./markdown.ts";
import { plainFileBlocks } from "./plain.ts";
import { markdownLayout } from "./tree.ts";

/**
 * Makes the content of an article as its author laid it out, a tree of HTML. It is what the author wrote: sanitise it
 * before it goes into a page.
 */
export type Layout = () => Root;

/** What a file says, by its format. `metadata` is absent when it is wrong. */
interface Reading {
  readonly metadata?: GivenMetadata;
  readonly blocks: readonly DraftBlock[];
  readonly layout?: Layout;
  readonly problems: readonly Problem[];
}

function read(path: string, text: string, format: Format): Reading {
  if (format === "html") return readPage(path, text);
  const { metadata, body, problems } = takeFrontMatter(path, text);
  // A draft is left out and a file with errors is no article: neither needs its body.
  if (metadata === undefined || metadata.draft)
    return { ...(metadata && { metadata }), blocks: [], problems };
  if (format === "plain") return { metadata, blocks: plainFileBlocks(body), problems };
  // Blank lines in place of the front matter, so that what is found in the tree stands on its line of the file.
  const linesBefore = text.slice(0, text.length - body.length).split("\n").length - 1;
  const tree = parseMarkdown("\n".repeat(linesBefore) + body);
  return { metadata, blocks: markdownBlocks(tree), layout: () => markdownLayout(tree), problems };
}

/** The last part of an id as a title: `2026/r2-is-late` gives `R2 is late`. */
function readableName(id: string): string {
  const name = id
    .slice(id.lastIndexOf("/") + 1)
    .replace(/[-_\s]+/g, " ")
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function compose(
  id: string,
  given: GivenMetadata,
  blocks: readonly DraftBlock[],
  collection: Pick<Collection, "lang">,
): Article {
  const firstHeading = blocks.find(({ kind }) => kind === "heading");
  const { draft: _, lang, title: givenTitle, ...said } = given;
  const title = givenTitle ?? (firstHeading?.text.normalize("NFC") || readableName(id));
  // The page shows the title above the text.
  const isShown = firstHeading?.level === 1 && firstHeading.text.normalize("NFC") === title;
  const laidOut = layOut(isShown ? blocks.filter((block) => block !== firstHeading) : blocks);
  return {
    id,
    ...said,
    title,
    url: said.url ?? defaultUrl(id),
    lang: lang ?? collection.lang ?? detectLanguage(laidOut.text),
    ...laidOut,
  };
}

/** What one file gave. */
export interface ParsedFile {
  /** Absent when a problem is an error, and for drafts. */
  readonly article?: Article;
  /** Absent where the article is, and for plain text, which has none. */
  readonly layout?: Layout;
  readonly problems: Problem[];
}

/** Reads one file as an article. It never throws for what is in the file: that is told in the problems. */
export function parseArticle(source: Source, collection: Pick<Collection, "lang">): ParsedFile {
  const { path } = source;
  const format = articleFormat(path);
  if (format === undefined) {
    return { problems: [error(path, 1, "is not an article; name it .md, .markdown, .html, .htm or .txt")] };
  }
  const { text, problems } = decode(source);
  if (text === undefined) return { problems };
  try {
    const reading = read(path, text, format);
    problems.push(...reading.problems);
    if (reading.metadata === undefined || reading.metadata.draft) return { problems };
    const article = compose(articleId(path), reading.metadata, reading.blocks, collection);
    if (article.blocks.every(({ kind }) => kind === "heading")) {
      problems.push(error(path, 1, "holds no text besides its headings; write some, or set draft: true"));
      return { problems };
    }
    return { article, ...(reading.layout && { layout: reading.layout }), problems };
  } catch (cause) {
    // The parsers walk nested elements by recursion.
    if (!(cause instanceof RangeError)) throw cause;
    return {
      problems: [
        ...problems,
        error(path, 1, "is nested too deeply to be read; flatten its lists or elements"),
      ],
    };
  }
}
