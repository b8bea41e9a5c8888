import type { Collection } from "../corpus/collection.ts";
import type { Due } from "../corpus/due.ts";
import { parseArticle } from "../corpus/formats/read.ts";
import type { Source } from "../corpus/formats/source.ts";
import type { Problem } from "../corpus/problem.ts";
import type { Article } from "../model/index.ts";
import { articleContent } from "../site/content.ts";
import { type Heading, headingsOf } from "../site/headings.ts";
import { type PageContent, pageContent } from "../site/page-content.ts";

/** The result of parsing a file. */
export interface ParsedFile {
  readonly published?: {
    readonly article: Article;
    /** As in what a format's reader returns. */
    readonly isLanguageSure: boolean;
    readonly due: Due | undefined;
    readonly headings: readonly Heading[];
    /** Content of the article's page below its title. */
    readonly content: PageContent;
  };
  readonly problems: Problem[];
}

/** Reads a file of a corpus: the article in it and the content of its page, as plain data for the build cache. */
export function parseFile(source: Source, { lang, url, version }: Collection): ParsedFile {
  const {
    article,
    isLanguageSure = true,
    due,
    layout,
    problems,
  } = parseArticle(source, { lang, url, version });
  if (article === undefined) return { problems };
  const content = pageContent(articleContent(article, layout?.()));
  return { published: { article, isLanguageSure, due, headings: headingsOf(article), content }, problems };
}
