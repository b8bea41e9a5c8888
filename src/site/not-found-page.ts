import { h } from "hastscript";
import { siteLanguage } from "./labels/index.ts";
import { plainForm, renderPage, type Site } from "./shell.ts";

/** `/404.html`, with a search field. */
export function notFoundPage(site: Site): string {
  const language = siteLanguage(site.lang);
  const { labels, lang } = language;
  return renderPage(site, {
    title: labels.lost,
    description: labels.lost,
    script: "article.js",
    search: false,
    main: [
      h("section", { className: "hero" }, [
        h("h1", labels.lost),
        h("p", { className: "lede" }, labels.lostText),
        h("footnote-ask", { lang }, plainForm(language)),
        h("p", h("a", { className: "more", href: "/articles/" }, labels.all)),
      ]),
    ],
  });
}
