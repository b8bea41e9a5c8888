import { splitArticle } from "../corpus/split/split.ts";
import { withDirectives } from "../fragments/repeated.ts";
import { type AnalysedArticle, analyseArticle } from "../index/analyse-passage.ts";
import type { Article } from "../model/index.ts";
import { compareCodePoints } from "../shared/bytes.ts";
import { headerText } from "../site/article-header.ts";
import type { Site } from "../site/shell.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import type { Languages } from "./languages.ts";

/** What a site's pages say at their top. */
export type PageTop = Pick<Site, "title" | "lang" | "nav">;

/**
 * Splits an article into passages and analyses them: everything that an engine indexes and stores. An article of nothing but
 * headings has no passage, and cannot be found or cited.
 *
 * @param language that of the article, or the one whose rules it is read by
 * @param site what stands at the top of the article's page, where a text fragment could match it
 */
export function prepareArticle(article: Article, language: Language, site: PageTop): AnalysedArticle {
  const split = splitArticle(article, (range) => sentences(article.text, range, language));
  const sentencesOf = (text: string) => sentences(text, { start: 0, end: text.length }, language);
  const passages = withDirectives(article, split, headerText(site, article), sentencesOf);
  return analyseArticle({ article, passages }, language);
}

/** Split and analysed articles in the order of their ids, without those that have no passage. */
export function* prepareArticles(
  articles: readonly Article[],
  languages: Languages,
  site: PageTop,
): Generator<AnalysedArticle> {
  for (const article of [...articles].sort((a, b) => compareCodePoints(a.id, b.id))) {
    const analysed = prepareArticle(article, languages.set.of(article.lang), site);
    if (analysed.passages.length > 0) yield analysed;
  }
}
