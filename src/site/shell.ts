import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { withBase } from "./base.ts";
import { type SiteLanguage, siteLanguage } from "./labels/index.ts";

/** A link that an owner puts on every page. */
export interface SiteLink {
  readonly text: string;
  readonly url: string;
}

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
  /** Path of the font that nearly every page needs. */
  readonly font?: string | undefined;
  /** Language of the pages, where they speak it; English otherwise. */
  readonly lang?: string | undefined;
  /** What the home page says below its heading, in place of what it says of itself. */
  readonly intro?: string | undefined;
  /** URL of a picture beside the title. */
  readonly logo?: string | undefined;
  /** URL of a picture for links that are shared. */
  readonly image?: string | undefined;
  readonly nav?: readonly SiteLink[];
  readonly footer?: readonly SiteLink[];
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
  /** Language of a page that is written in English, whatever the collection's. */
  readonly lang?: "en";
}

/** Theme colours, as in site.css. */
const themeColours = { light: "#faf8f4", dark: "#151413" } as const;

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

const linksOf = (links: readonly SiteLink[]): Element[] =>
  links.map(({ text, url }) => h("a", { href: url }, text));

/** A field that works without JavaScript: the widget takes its place when it is there. */
export function plainForm({ widget }: SiteLanguage): Element {
  return h("form", { className: "plain", action: "/ask", role: "search" }, [
    h("input", {
      name: "q",
      required: true,
      maxLength: 2000,
      placeholder: widget.placeholder,
      ariaLabel: widget.placeholder,
      autoComplete: "off",
    }),
    h("button", widget.ask),
  ]);
}

/** The top of a page. */
export function header(
  site: Pick<Site, "title" | "lang" | "logo" | "nav">,
  { search }: Pick<Page, "search">,
): Element[] {
  const language = siteLanguage(site.lang);
  const { labels, widget, lang } = language;
  return [
    h("a", { className: "skip", href: "#main" }, labels.skip),
    h("header", { className: "top" }, [
      h("a", { className: "brand", href: "/" }, [
        site.logo === undefined ? undefined : h("img", { src: site.logo, alt: "", height: 28 }),
        h("span", site.title),
      ]),
      h("nav", { ariaLabel: labels.site }, [
        h("a", { href: "/articles/" }, widget.articles),
        ...linksOf(site.nav ?? []),
      ]),
      search
        ? h("footnote-ask", { mode: "dialog", placeholder: widget.placeholder, lang }, plainForm(language))
        : undefined,
    ]),
  ];
}

function footer({ lang, footer: links = [] }: Site): Element {
  const { labels } = siteLanguage(lang);
  return h("footer", { className: "bottom" }, [
    h("p", labels.footer),
    h("nav", { ariaLabel: "Footnote", lang: "en" }, [
      ...linksOf(links),
      h("a", { href: "/docs/" }, "API"),
      h("a", { href: "/embed/" }, "Embed"),
    ]),
  ]);
}

/** Renders a page. The serialiser escapes all text except raw HTML nodes. */
export function renderPage(site: Site, page: Page): string {
  const { title, description, canonical, type = "website", head = [], script, main } = page;
  const { lang, dir } = siteLanguage(page.lang ?? site.lang);
  const address = canonical === undefined ? undefined : absoluteUrl(site, canonical);
  const image = absoluteUrl(site, site.image ?? "/card.png");
  const tree = h(undefined, [
    { type: "doctype" },
    h("html", { lang, dir: dir === "rtl" ? dir : undefined }, [
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
        // Those who show it want an absolute address.
        openGraphTag("og:image", image.startsWith("/") ? undefined : image),
        meta("twitter:card", image.startsWith("/") ? undefined : "summary_large_image"),
        ...head,
        h("link", { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }),
        h("link", {
          rel: "search",
          type: "application/opensearchdescription+xml",
          href: "/opensearch.xml",
          title: site.title,
        }),
        site.font &&
          h("link", {
            rel: "preload",
            href: site.font,
            as: "font",
            type: "font/woff2",
            crossOrigin: "anonymous",
          }),
        h("link", { rel: "stylesheet", href: site.files["site.css"] }),
        h("script", { type: "module", src: "/widget.js" }),
        h("script", { type: "module", src: site.files[script] }),
      ]),
      h("body", [...header(site, page), h("main", { id: "main" }, main), footer(site)]),
    ]),
  ]);
  return `${toHtml(withBase(tree, site.base), { allowDangerousHtml: true })}\n`;
}
