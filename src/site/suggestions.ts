import type { Suggestion } from "../model/index.ts";
import { newestFirst } from "./article-list.ts";
import type { ArticleOutline } from "./headings.ts";
import { hasOwnPage } from "./site.ts";

/**
 * Suggestions from articles: their questions, titles and headings, newest first.
 * @param base path that the site is served below, without a slash at the end
 */
export function suggestionsOf(articles: readonly ArticleOutline[], base = ""): Suggestion[] {
  return newestFirst(articles).flatMap((article): Suggestion[] => {
    const { title, questions, headings } = article;
    const url = hasOwnPage(article) ? base + article.url : article.url;
    return [
      ...questions.map((text): Suggestion => ({ kind: "question", text, title, url })),
      { kind: "title", text: title, title, url },
      ...headings.map(
        ({ id, text }): Suggestion => ({
          kind: "heading",
          text,
          title,
          url: `${url.replace(/#.*$/s, "")}#${encodeURIComponent(id)}`,
        }),
      ),
    ];
  });
}
