import type { Element } from "hast";
import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { articleListElement, newestFirst } from "./article-list.ts";
import { type Page, renderPage, type Site } from "./shell.ts";

const shownArticles = 12;
const shownQuestions = 6;

/** URL of the home page with a question asked. */
function questionUrl(question: string): string {
  return `/?ask=${encodeURIComponent(question)}`;
}

/** Links that ask questions. */
export function questionLinks(questions: readonly string[], lang?: string): Element {
  return h(
    "ul",
    { className: "questions", lang },
    questions.map((question) =>
      h("li", h("a", { href: questionUrl(question), dataQuestion: question }, question)),
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

/** Why a reader can trust an answer. */
const promises: readonly (readonly [string, string])[] = [
  ["Word for word", "Every answer is the author’s own sentence. Nothing is rewritten, nothing is made up."],
  [
    "Cited to the sentence",
    "Each number opens the article at the very words, highlighted, so that you can check.",
  ],
  ["Honest about gaps", "When the articles do not answer, you are told so, and shown what comes nearest."],
];

/** `/`: the search field, example questions, and the articles. */
export function homePage(site: Site, articles: readonly ArticleMetadata[]): string {
  const sorted = newestFirst(articles);
  const questions = exampleQuestions(sorted);
  const count = articles.length === 1 ? "one article" : `${articles.length.toLocaleString("en")} articles`;
  const lede = `Ask in plain words. The answer comes from ${count}, in the author’s own words, each with a link to its sentence.`;
  const page: Page = {
    title: site.title,
    description: lede,
    canonical: "/",
    script: "home.js",
    search: false,
    main: [
      h("section", { className: "hero" }, [
        h("h1", "Ask the articles"),
        h("p", { className: "lede" }, lede),
        h("footnote-ask", { history: "", lang: "en" }),
        questions.length > 0 ? questionLinks(questions) : undefined,
      ]),
      h(
        "section",
        { className: "promises", ariaLabel: "What you can rely on" },
        promises.map(([title, text]) => h("div", [h("h2", title), h("p", text)])),
      ),
      h("section", { className: "articles" }, [
        h("h2", "Articles"),
        articleListElement(sorted.slice(0, shownArticles), true),
        sorted.length > shownArticles
          ? h("p", h("a", { className: "more", href: "/articles/" }, `All ${count}`))
          : undefined,
      ]),
    ],
  };
  return renderPage(site, page);
}
