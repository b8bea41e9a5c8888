import type { Element } from "hast";
import { h } from "hastscript";
import type { Article } from "../model/index.ts";
import { directionOf } from "../widget/direction.ts";
import { articleHeader } from "./article-header.ts";
import { tagLinks } from "./article-list.ts";
import { type Heading, headingsOf } from "./headings.ts";
import { questionLinks } from "./home-page.ts";
import { siteLanguage } from "./labels/index.ts";
import { absoluteUrl, openGraphTag, renderPage, type Site } from "./shell.ts";

/** An article with fewer headings gets no table of contents. */
const headingsWorthListing = 3;

/** Maximum length of a description in characters: search engines show no more. */
const longestDescription = 160;

/** The summary in one line, else the start of the text. */
function description({ summary, text }: Article): string {
  if (summary !== undefined) return summary;
  const line = text.slice(0, 2 * longestDescription).replace(/\s+/g, " ");
  return line.length <= longestDescription
    ? line
    : `${line.slice(0, longestDescription).replace(/\S*$/, "").trim()}…`;
}

/** Structured data for search engines: https://schema.org/Article. */
function linkedData(site: Site, article: Article): Element {
  const data = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: article.title,
    description: description(article),
    inLanguage: article.lang,
    author: article.authors.map((name) => ({ "@type": "Person", name })),
    datePublished: article.published,
    dateModified: article.updated ?? article.published,
    keywords: article.tags.length > 0 ? article.tags.join(", ") : undefined,
    mainEntityOfPage: absoluteUrl(site, article.url),
    isPartOf: { "@type": "WebSite", name: site.title },
  };
  // A script element ends at the first `</script`, whatever the JSON says.
  return h("script", { type: "application/ld+json" }, JSON.stringify(data).replaceAll("<", "\\u003c"));
}

/** Links to the headings: beside the article, and on narrow screens behind a button. */
function contents(headings: readonly Heading[], title: string): Element[] {
  if (headings.length < headingsWorthListing) return [];
  const top = Math.min(...headings.map(({ level }) => level));
  return [
    h("nav", { id: "contents", className: "contents", popover: "auto", ariaLabel: title }, [
      h("h2", title),
      h(
        "ol",
        headings
          .filter(({ level }) => level <= top + 1)
          .map(({ id, text, level }) =>
            h("li", { dataLevel: level - top }, h("a", { href: `#${id}` }, text)),
          ),
      ),
    ]),
    h("button", { type: "button", className: "to-contents", popoverTarget: "contents" }, title),
  ];
}

/**
 * `/articles/<id>/`: the article, its table of contents and the questions that it answers.
 *
 * @param content trusted HTML of the article, made by `articleContent`
 */
export function articlePage(site: Site, article: Article, content: string): string {
  const { title, lang, updated, published, tags, questions, authors } = article;
  const { labels, widget } = siteLanguage(site.lang);
  const dir = directionOf(lang);
  return renderPage(site, {
    title,
    description: description(article),
    ...(site.noindex !== true && { canonical: article.url }),
    type: "article",
    script: "article.js",
    search: true,
    head: [
      ...authors.map((author) => h("meta", { name: "author", content: author })),
      openGraphTag("article:published_time", published),
      openGraphTag("article:modified_time", updated),
      ...tags.map((tag) => openGraphTag("article:tag", tag)),
      linkedData(site, article),
    ].filter((element) => element !== undefined),
    // Whatever repeats the article's words follows them, since a text fragment matches the first occurrence.
    main: [
      h("div", { className: "reading", dir }, [
        h("article", { lang, dir }, [
          articleHeader(article, site.lang),
          h(
            "div",
            { className: "text", dataCopy: widget.copy, dataCopied: widget.copied },
            {
              type: "raw",
              value: content,
            },
          ),
          tagLinks(tags),
        ]),
        h("div", { className: "beside" }, [
          ...contents(headingsOf(article), labels.contents),
          questions.length > 0
            ? h("section", { className: "asked" }, [
                h("h2", labels.questions),
                questionLinks(questions, lang),
              ])
            : undefined,
        ]),
      ]),
      h("aside", { id: "came-from", hidden: true, dataCited: labels.citedIn }, [
        h("p", { dir: "auto" }),
        h("a", { href: "/" }, labels.back),
      ]),
    ],
  });
}
