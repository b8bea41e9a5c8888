import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { articleListElement, newestFirst } from "./article-list.ts";
import { renderPage, type Site } from "./shell.ts";

/** `/articles/`: all articles, the newest first. */
export function articlesPage(site: Site, articles: readonly ArticleMetadata[]): string {
  return renderPage(site, {
    title: "Articles",
    description: `All articles of ${site.title}.`,
    canonical: "/articles/",
    script: "article.js",
    search: true,
    main: [
      h("section", { className: "articles" }, [
        h("h1", "Articles"),
        articleListElement(newestFirst(articles), false),
      ]),
    ],
  });
}
