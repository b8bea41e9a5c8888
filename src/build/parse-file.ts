import type { Collection } from "../corpus/collection.ts";
import type { Due } from "../corpus/due.ts";
import { parseArticle } from "../corpus/formats/read.ts";
import type { Source } from "../corpus/formats/source.ts";
import { type Problem, warning } from "../corpus/problem.ts";
import type { Article } from "../model/index.ts";
import { articleContent } from "../site/content.ts";
import { type Heading, headingsOf } from "../site/headings.ts";
import { type PageContent, pageContent } from "../site/page-content.ts";
import { TimeLimitError } from "./time-limit.ts";

/** The result of parsing a file. */
export interface ParsedSource {
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

/**
 * Reads a file of a corpus: the article in it and the content of its page, as plain data for the build cache.
 *
 * @throws what `unparsed` tells, when the file is nested too deeply
 */
export function parseFile(source: Source, collection: Collection): ParsedSource {
  const { article, isLanguageSure = true, due, layout, problems } = parseArticle(source, collection);
  if (article === undefined) return { problems };
  const content = pageContent(articleContent(article, layout?.()));
  return { published: { article, isLanguageSure, due, headings: headingsOf(article), content }, problems };
}

/**
 * Why a file could not be parsed, when it is the file's own fault.
 *
 * @param cause what `parseFile` threw, or that it was not done in time; anything else is thrown again
 */
export function unparsed(path: string, cause: unknown): Problem {
  if (cause instanceof TimeLimitError) {
    const message =
      "takes too long to read, and is left out; cut it into articles, or look for a mark that is repeated";
    return warning(path, 1, message, cause.message);
  }
  // What lays out a tree walks it by recursion.
  if (cause instanceof RangeError) {
    const message = "is nested too deeply to be shown, and is left out; flatten its lists or elements";
    return warning(path, 1, message);
  }
  throw cause;
}
