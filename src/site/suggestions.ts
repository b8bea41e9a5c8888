import type { Article, Suggestion } from "../model.ts";
import { newestFirst } from "./article-list.ts";
import { headingsOf } from "./headings.ts";

/** What readers can be led to: the questions that articles answer, their titles and their headings, the newest first. */
export function suggestionsOf(articles: readonly Article[]): Suggestion[] {
  return newestFirst(articles).flatMap((article): Suggestion[] => {
    const { title, url, questions } = article;
    return [
      ...questions.map((text): Suggestion => ({ kind: "question", text, title, url })),
      { kind: "title", text: title, title, url },
      ...headingsOf(article).map(
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
