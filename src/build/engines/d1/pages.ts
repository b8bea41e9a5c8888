import { encodeSuggestions, suggestionFile } from "../../../index/suggestions.ts";
import { articleMarkdown } from "../../../site/article-markdown.ts";
import { articlePage } from "../../../site/article-page.ts";
import type { Site } from "../../../site/shell.ts";
import { articleListFiles, hasOwnPage, markdownFile, pageFile, type SiteFile } from "../../../site/site.ts";
import { suggestionsOf } from "../../../site/suggestions.ts";
import type { BuildCache } from "../../build-cache.ts";
import { articleContents, type CorpusSnapshot } from "../../read-corpus.ts";
import { siteOf } from "../../site-settings.ts";

/**
 * Placeholders in stored pages for the URLs of styles and scripts. The Worker substitutes its own: they change with each deploy,
 * and stored pages do not.
 */
export const pagePlaceholders: Site["files"] = {
  "site.css": "/static/{site.css}",
  "home.js": "/static/{home.js}",
  "article.js": "/static/{article.js}",
  "embed.js": "/static/{embed.js}",
};

/** The site's files that depend on the articles, generated lazily. */
export function* databaseFiles(snapshot: CorpusSnapshot, cache: BuildCache): Generator<SiteFile> {
  const { articles, collection } = snapshot;
  const site = siteOf(collection, { base: "", files: pagePlaceholders, images: snapshot.images });
  yield [suggestionFile, new TextDecoder().decode(encodeSuggestions(suggestionsOf(articles)))];
  yield* articleListFiles(site, articles);
  for (const { article, content } of articleContents(snapshot, cache)) {
    if (!hasOwnPage(article)) continue;
    yield [pageFile(article), articlePage(site, article, content)];
    yield [markdownFile(article), articleMarkdown(site, article)];
  }
}
