import type { Element } from "hast";
import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { articleListElement, newestFirst } from "./article-list.ts";
import { siteLanguage } from "./labels/index.ts";
import { type Page, plainForm, renderPage, type Site } from "./shell.ts";

const shownArticles = 6;
const shownQuestions = 6;

/** Links that ask questions: in place by a script, else on a page of their own. */
export function questionLinks(questions: readonly string[], lang?: string): Element {
  return h(
    "ul",
    { className: "questions", lang },
    questions.map((question) =>
      h(
        "li",
        h(
          "a",
          { href: `/ask?q=${encodeURIComponent(question)}`, dataQuestion: question, dir: "auto" },
          question,
        ),
      ),
    ),
  );
}

/** Example questions: one of each article, then a second of each, until there are enough. */
function exampleQuestions(articles: readonly ArticleMetadata[]): string[] {
  const longest = Math.max(0, ...articles.map(({ questions }) => questions.length));
  const rounds = Array.from({ length: longest }, (_, round) =>
    articles.flatMap(({ questions }) => questions[round] ?? []),
  );
  return [...new Set(rounds.flat())].slice(0, shownQuestions);
}

/** `/`: the search field, example questions, why to trust an answer, and the newest articles. */
export function homePage(site: Site, articles: readonly ArticleMetadata[]): string {
  const language = siteLanguage(site.lang);
  const { labels, widget, lang } = language;
  const sorted = newestFirst(articles);
  const questions = exampleQuestions(sorted);
  const lede = site.intro ?? labels.lede;
  const promises = [
    [labels.exact, labels.exactText],
    [labels.cited, labels.citedText],
    [labels.honest, labels.honestText],
  ] as const;
  const page: Page = {
    title: site.title,
    description: lede,
    canonical: "/",
    script: "home.js",
    search: false,
    main: [
      h("section", { className: "hero" }, [
        h("h1", labels.heading),
        h("p", { className: "lede" }, lede),
        h("footnote-ask", { history: "", lang }, plainForm(language)),
        questions.length > 0 ? questionLinks(questions) : undefined,
      ]),
      h(
        "section",
        { className: "promises" },
        promises.map(([title, text]) => h("div", [h("h2", title), h("p", text)])),
      ),
      h("section", { className: "articles" }, [
        h("h2", widget.articles),
        articleListElement(sorted.slice(0, shownArticles), "cards", lang),
        sorted.length > shownArticles
          ? h(
              "p",
              h(
                "a",
                { className: "more", href: "/articles/" },
                `${labels.all} (${sorted.length.toLocaleString(lang)})`,
              ),
            )
          : undefined,
      ]),
    ],
  };
  return renderPage(site, page);
}
