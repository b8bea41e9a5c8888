import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { articleListElement, newestFirst } from "./article-list.ts";
import { siteLanguage } from "./labels/index.ts";
import { renderPage, type Site } from "./shell.ts";

/** Tags that are offered above the list. */
const shownTags = 12;

/** The tags of most articles. */
function commonTags(articles: readonly ArticleMetadata[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of articles.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, shownTags)
    .map(([tag]) => tag);
}

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
            h(
              "ul",
              { className: "tags", id: "tags" },
              commonTags(articles).map((tag) =>
                h("li", h("a", { href: `?tag=${encodeURIComponent(tag)}`, dataTag: tag }, tag)),
              ),
            ),
          ],
        ),
        articleListElement(newestFirst(articles), "index", lang),
        h("p", { id: "nothing", role: "status", dataNothing: labels.nothing }),
      ]),
    ],
  });
}
