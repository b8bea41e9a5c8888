import { splitArticle } from "../corpus/split/split.ts";
import { withDirectives } from "../fragments/repeated.ts";
import { type AnalysedArticle, analyseArticle } from "../index/analyse-passage.ts";
import type { Article } from "../model/index.ts";
import { compareCodePoints } from "../shared/bytes.ts";
import { headerText } from "../site/article-header.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import type { Languages } from "./languages.ts";

/**
 * Splits an article into passages and analyses them: everything that an engine indexes and stores. An article of nothing but
 * headings has no passage, and cannot be found or cited.
 *
 * @param language that of the article, or the one whose rules it is read by
 * @param siteTitle shown at the top of the article's page, where a text fragment could match it
 */
export function prepareArticle(article: Article, language: Language, siteTitle: string): AnalysedArticle {
  const split = splitArticle(article, (range) => sentences(article.text, range, language));
  const sentencesOf = (text: string) => sentences(text, { start: 0, end: text.length }, language);
  const passages = withDirectives(article, split, headerText(siteTitle, article), sentencesOf);
  return analyseArticle({ article, passages }, language);
}

/** Split and analysed articles in the order of their ids, without those that have no passage. */
export function* prepareArticles(
  articles: readonly Article[],
  languages: Languages,
  siteTitle: string,
): Generator<AnalysedArticle> {
  for (const article of [...articles].sort((a, b) => compareCodePoints(a.id, b.id))) {
    const analysed = prepareArticle(article, languages.set.of(article.lang), siteTitle);
    if (analysed.passages.length > 0) yield analysed;
  }
}
