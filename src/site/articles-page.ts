import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { articleListElement, newestFirst } from "./article-list.ts";
import { siteLanguage } from "./labels/index.ts";
import { renderPage, type Site } from "./shell.ts";

/** `/articles/`: all articles, the newest first; a script filters them by words and tags, and shows them page by page. */
export function articlesPage(site: Site, articles: readonly ArticleMetadata[]): string {
  const { labels, widget, lang } = siteLanguage(site.lang);
  return renderPage(site, {
    title: widget.articles,
    description: `${labels.all}: ${site.title}`,
    canonical: "/articles/",
    script: "article.js",
    search: true,
    main: [
      h("section", { className: "articles" }, [
        h("h1", labels.all),
        h(
          "form",
          { id: "filter", className: "filter", role: "search", hidden: true, dataMore: widget.more },
          [
            h("input", {
              type: "search",
              name: "words",
              placeholder: labels.filter,
              ariaLabel: labels.filter,
            }),
            h("ul", { className: "tags", id: "tags" }),
          ],
        ),
        articleListElement(newestFirst(articles), "index", lang),
        h("p", { id: "nothing", role: "status", dataNothing: labels.nothing }),
      ]),
    ],
  });
}
