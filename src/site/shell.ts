import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { withBase } from "./base.ts";

/** What all pages of a site share. */
export interface Site {
  readonly title: string;
  /** Base URL of the pages without a trailing slash; empty when unknown. */
  readonly baseUrl: string;
  /** Path that the site is served below, without a slash at the end; empty at the root of its host. */
  readonly base: string;
  /** Whether the articles' pages are copies that search engines are not to show. */
  readonly noindex?: boolean | undefined;
  /** Paths of the bundled files, by the name of their entry: `site.css`, `article.js`. */
  readonly files: Readonly<Record<"site.css" | "home.js" | "article.js" | "embed.js", string>>;
}

/** One page of a site. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** Canonical URL for search engines: absolute, or a path; absent for pages that must not be indexed. */
  readonly canonical?: string;
  /** Open Graph type (https://ogp.me/#types). */
  readonly type?: "website" | "article";
  readonly head?: readonly Element[];
  readonly script: "home.js" | "article.js" | "embed.js";
  readonly main: ElementContent[];
  /** Whether the header has a search button: for pages without a search field. */
  readonly search: boolean;
}

/** Theme colours, as in site.css. */
const themeColours = { light: "#faf8f4", dark: "#151413" } as const;

/** Label of the widget in the header. */
export const askLabel = "Ask a question";

/** Makes a URL absolute, where the base is known. */
export function absoluteUrl(site: Pick<Site, "baseUrl">, url: string): string {
  return url.startsWith("/") ? site.baseUrl + url : url;
}

function meta(name: string, content: string | undefined): Element | undefined {
  return content === undefined ? undefined : h("meta", { name, content });
}

/** A `<meta property>` of Open Graph (https://ogp.me). */
export function openGraphTag(name: string, content: string | undefined): Element | undefined {
  return content === undefined ? undefined : h("meta", { property: name, content });
}

/** The top of a page. */
export function header(site: Pick<Site, "title">, { search }: Pick<Page, "search">): Element[] {
  return [
    h("a", { className: "skip", href: "#main" }, "Skip to the content"),
    h("header", { className: "top" }, [
      h("a", { className: "brand", href: "/" }, site.title),
      h("nav", { ariaLabel: "Site" }, [
        h("a", { href: "/articles/" }, "Articles"),
        h("a", { href: "/embed/" }, "Embed"),
      ]),
      search ? h("footnote-ask", { mode: "dialog", placeholder: askLabel, lang: "en" }) : undefined,
    ]),
  ];
}

function footer(): Element {
  return h("footer", { className: "bottom" }, [
    h("p", "Answers are quoted from the articles word for word."),
    h("nav", { ariaLabel: "For programs" }, [
      h("a", { href: "/llms.txt" }, "llms.txt"),
      h("a", { href: "/docs/" }, "API"),
      h("a", { href: "/sitemap.xml" }, "Sitemap"),
    ]),
  ]);
}

/** Renders a page. The serialiser escapes all text except raw HTML nodes. */
export function renderPage(site: Site, page: Page): string {
  const { title, description, canonical, type = "website", head = [], script, main } = page;
  const address = canonical === undefined ? undefined : absoluteUrl(site, canonical);
  const tree = h(undefined, [
    { type: "doctype" },
    h("html", { lang: "en" }, [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("title", title === site.title ? title : `${title} – ${site.title}`),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("description", description),
        meta("color-scheme", "light dark"),
        h("meta", {
          name: "theme-color",
          content: themeColours.light,
          media: "(prefers-color-scheme: light)",
        }),
        h("meta", { name: "theme-color", content: themeColours.dark, media: "(prefers-color-scheme: dark)" }),
        address === undefined ? meta("robots", "noindex") : h("link", { rel: "canonical", href: address }),
        openGraphTag("og:title", title),
        openGraphTag("og:type", type),
        openGraphTag("og:site_name", site.title),
        openGraphTag("og:description", description),
        openGraphTag("og:url", address?.startsWith("/") ? undefined : address),
        ...head,
        h("link", { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }),
        h("link", {
          rel: "search",
          type: "application/opensearchdescription+xml",
          href: "/opensearch.xml",
          title: site.title,
        }),
        h("link", { rel: "stylesheet", href: site.files["site.css"] }),
        h("script", { type: "module", src: "/widget.js" }),
        h("script", { type: "module", src: site.files[script] }),
      ]),
      h("body", [...header(site, page), h("main", { id: "main" }, main), footer()]),
    ]),
  ]);
  return `${toHtml(withBase(tree, site.base), { allowDangerousHtml: true })}\n`;
}
