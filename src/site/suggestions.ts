import type { Suggestion } from "../model/index.ts";
import { newestFirst } from "./article-list.ts";
import type { ArticleOutline } from "./headings.ts";

/** Suggestions from articles: their questions, titles and headings, newest first. */
export function suggestionsOf(articles: readonly ArticleOutline[]): Suggestion[] {
  return newestFirst(articles).flatMap((article): Suggestion[] => {
    const { title, url, questions, headings } = article;
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
