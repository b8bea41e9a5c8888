import { h } from "hastscript";
import { renderPage, type Site } from "./shell.ts";

/** `/404.html`, with a search field. */
export function notFoundPage(site: Site): string {
  return renderPage(site, {
    title: "Page not found",
    description: `This address names no page of ${site.title}.`,
    script: "article.js",
    search: false,
    main: [
      h("section", { className: "hero" }, [
        h("h1", "There is no page here"),
        h(
          "p",
          { className: "lede" },
          "It may have moved, or the address may be mistyped. Ask for what you were after:",
        ),
        h("footnote-ask", { lang: "en" }),
        h("p", ["Or look through ", h("a", { href: "/articles/" }, "all articles"), "."]),
      ]),
    ],
  });
}
