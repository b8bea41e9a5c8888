import type { Article } from "../../model/index.ts";
import type { Collection } from "../collection.ts";
import { type Metadata, noMetadata, takeFrontMatter } from "../front-matter/metadata.ts";
import { detectLanguage } from "../language.ts";
import { error, type Problem } from "../problem.ts";
import { type DraftBlock, layOut } from "./blocks.ts";
import type { Layout } from "./format.ts";
import { articleExtensions, articleFormat } from "./index.ts";
import { articleId, decode, defaultUrl, type Source } from "./source.ts";

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
  given: Metadata,
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
    return { problems: [error(path, 1, `is not an article; name it ${articleExtensions}`)] };
  }
  const { text, problems } = decode(source);
  if (text === undefined) return { problems };
  try {
    const frontMatter = takeFrontMatter(path, text);
    problems.push(...frontMatter.problems);
    // A draft is left out and a file with errors is no article: neither needs its body.
    if (frontMatter.metadata === undefined || frontMatter.metadata.draft) return { problems };
    const reading = format.read(path, frontMatter.body);
    problems.push(...reading.problems);
    const metadata = { ...noMetadata, ...reading.metadata, ...frontMatter.metadata };
    if (metadata.draft || problems.some(({ severity }) => severity === "error")) return { problems };
    const article = compose(articleId(path), metadata, reading.blocks, collection);
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
