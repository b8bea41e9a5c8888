import { h } from "hastscript";
import type { Article } from "../../model/index.ts";
import type { Collection } from "../collection.ts";
import type { Due } from "../due.ts";
import { dateOfPath } from "../front-matter/dates.ts";
import { type Metadata, noMetadata } from "../front-matter/metadata.ts";
import { takeFrontMatter } from "../front-matter/take.ts";
import { languageOf } from "../language.ts";
import { error, note, type Problem, warning } from "../problem.ts";
import { addressOf } from "../site/addresses.ts";
import { langOfPath, valueInPath } from "../site/path-patterns.ts";
import { type DraftBlock, layOut } from "./blocks.ts";
import { withFilledValues } from "./filled-values.ts";
import type { Layout } from "./format.ts";
import { articleExtensions, articleFormat } from "./index.ts";
import { CrowdedError } from "./markdown/crowded.ts";
import { articleId, decode, defaultUrl, type Source } from "./source.ts";
import { titleOf } from "./title.ts";

/** What of a collection the reading of an article depends on. */
export type ReadingOptions = Partial<
  Pick<Collection, "lang" | "url" | "version" | "hasNoSite" | "authorNames" | "common">
>;

/** Where Docusaurus keeps its old versions: what is told of their versions without a setting. */
const docusaurusVersion = "/versioned_docs/version-{n}/";

/** What a text is compared by: its words. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/**
 * The summary as the first paragraph, unless the text says it too, or it is cut off: what the author
 * wrote there can then be found and quoted.
 */
function summaryBlock(summary: string | undefined, blocks: readonly DraftBlock[]): DraftBlock[] {
  if (summary === undefined || /(?:…|\.\.\.|\[…\])$/.test(summary)) return [];
  const said = bare(summary);
  const isRepeated = said === "" || bare(blocks.map(({ text }) => text).join(" ")).includes(said);
  return isRepeated ? [] : [{ kind: "paragraph", text: summary }];
}

function compose(
  path: string,
  given: Metadata,
  content: readonly DraftBlock[],
  summary: readonly DraftBlock[],
  { lang, url: patterns = [], version: versions = docusaurusVersion, authorNames = {} }: ReadingOptions,
): Pick<Required<ParsedFile>, "article" | "isLanguageSure" | "due"> {
  const id = articleId(path);
  const {
    draft: _,
    permalink = "",
    slug,
    from,
    until,
    names = [],
    published = dateOfPath(path) ?? dateOfPath(permalink),
    ...said
  } = given;
  const { title, heading } = titleOf(id, given.title, content);
  // The page shows the title above the text.
  const laidOut = layOut([...summary, ...content.filter((block) => block !== heading)]);
  const givenLang = said.lang ?? langOfPath(path, lang);
  const version = valueInPath(path, versions);
  const detected = givenLang === undefined ? languageOf(laidOut) : { lang: givenLang, isSure: true };
  const article: Article = {
    id,
    ...said,
    authors: said.authors.map(
      (author) => (Object.hasOwn(authorNames, author) ? authorNames[author] : undefined) ?? author,
    ),
    tags: [...said.tags],
    // A name is answered as a question that is declared: from the article that has it.
    questions: [...new Set([...said.questions, ...names.filter((name) => bare(name) !== bare(title))])],
    ...(published !== undefined && { published }),
    ...(version !== undefined && { version }),
    title,
    url: said.url ?? addressOf(path, { permalink, slug, published }, patterns) ?? defaultUrl(id),
    lang: detected.lang,
    ...laidOut,
  };
  const due = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return { article, isLanguageSure: detected.isSure, due };
}

function withSummary(layout: Layout, summary: readonly DraftBlock[]): Layout {
  if (summary.length === 0) return layout;
  return () => {
    const tree = layout();
    return { ...tree, children: [...summary.map(({ text }) => h("p", text)), ...tree.children] };
  };
}

/** What one file gave. */
export interface ParsedFile {
  /** Absent when a problem is an error, and for drafts. */
  readonly article?: Article;
  /** Whether the article's language was told or is plain; of a short or doubtful text it is a guess. */
  readonly isLanguageSure?: boolean;
  /** When the article may be shown. */
  readonly due?: Due;
  /** Absent where the article is, and for plain text, which has none. */
  readonly layout?: Layout;
  readonly problems: Problem[];
}

/** Why a file is left out that its parser threw at: whatever its fault, the other files are read. */
function unread(path: string, cause: Error): Problem {
  // The parsers walk nested elements by recursion.
  if (cause instanceof RangeError) {
    return warning(
      path,
      1,
      "is nested too deeply to be read, and is left out; flatten its lists or elements",
    );
  }
  if (cause instanceof CrowdedError) {
    const message = "takes too long to read, and is left out; part its longest table";
    return warning(path, 1, message, cause.message);
  }
  const [reason = ""] = cause.message.trim().split("\n");
  return warning(path, 1, "could not be read, and is left out; look whether other tools take it", reason);
}

/** Reads one file as an article. It never throws for what is in the file: `problems` says it. */
export function parseArticle(source: Source, collection: ReadingOptions): ParsedFile {
  const { path } = source;
  const format = articleFormat(path);
  if (format === undefined) {
    return { problems: [error(path, 1, `is not an article; name it ${articleExtensions}`)] };
  }
  const { text: decoded, problems } = decode(source);
  if (decoded === undefined) return { problems };
  const text = format.unpack === undefined ? decoded : format.unpack(decoded);
  if (text === undefined) {
    return { problems: [...problems, warning(path, 1, `is not a valid ${format.name}, and is left out`)] };
  }
  try {
    const frontMatter = takeFrontMatter(path, text);
    problems.push(...frontMatter.problems);
    // A draft is left out and a file with errors is no article: neither needs its body.
    if (frontMatter.metadata === undefined || frontMatter.metadata.draft) return { problems };
    const body = withFilledValues(frontMatter.body, frontMatter.values ?? new Map());
    const reading = format.read(path, body, source.included ?? new Map(), collection.common);
    problems.push(...reading.problems);
    const metadata = { ...noMetadata, ...reading.metadata, ...frontMatter.metadata };
    if (metadata.draft || problems.some(({ severity }) => severity === "error")) return { problems };
    if (collection.hasNoSite === true && metadata.url?.startsWith("/")) {
      const message =
        "has a path as its url, and no baseUrl in corpus.yaml says on which site; the service shows the article";
      problems.push(note(path, 1, message, metadata.url));
      delete metadata.url;
    }
    // The summary of front matter is quoted too; that of a page's head is not, for the page does not show it.
    const summary = summaryBlock(frontMatter.metadata.summary, reading.blocks);
    const { article, isLanguageSure, due } = compose(path, metadata, reading.blocks, summary, collection);
    if (article.blocks.every(({ kind }) => kind === "heading")) {
      problems.push(warning(path, 1, "holds no text besides its headings, and is left out"));
      return { problems };
    }
    const layout = reading.layout && withSummary(reading.layout, summary);
    return { article, isLanguageSure, due, ...(layout && { layout }), problems };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return { problems: [...problems, unread(path, cause)] };
  }
}
