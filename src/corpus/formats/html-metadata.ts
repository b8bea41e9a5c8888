import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { GivenMetadata } from "../front-matter/metadata.ts";
import { dateOf, langOf, tagsOf, textOf, urlOf } from "../front-matter/values.ts";
import { oneLine } from "./blocks.ts";
import { attribute, inlineText, shownElements } from "./html.ts";
import { exportedSaid } from "./html-exports.ts";
import { headMeta, isElement, linkedData, marks, type Said } from "./html-said.ts";
import { pageTitle, siteOfHost } from "./html-title.ts";

/** Longest name of an author; what is longer tells more than a name. */
const longestName = 80;

/** What stands before a name: "By", "Posted by", "View all posts by". */
const beforeName =
  /^(?:(?:(?:posted|written|published|created|(?:view )?(?:all|more) (?:posts|articles|stories)) )?by|(?:geschrieben |ein beitrag |text )?von|par|por|di|door|av|af)\s+/i;
/** What stands behind one: when it was written. */
const behindName =
  /\s+(?:(?:updated|published|posted|modified|aktualisiert)\b|\p{L}{3,9}\.? \d{1,2}, (?:19|20)\d{2}\b|\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d{2}\b).*$/iu;

/** A name whose characters were written as entities twice. */
const decoded = (name: string): string =>
  /&#?\w+;/.test(name) ? inlineText(fromHtml(name, { fragment: true }).children) : name;

/** Names of authors: no addresses, no "By", nobody twice. */
function authorNames(given: readonly string[]): string[] {
  const names = given
    .flatMap((name) => decoded(name).split(/\s*[;|]\s*/))
    .map((name) =>
      oneLine(name)
        .replace(beforeName, "")
        .replace(behindName, "")
        .replace(/^@(?=\w)/, "")
        .replace(/[,.]$/, ""),
    )
    .filter(
      (name) =>
        name !== "" &&
        name.length <= longestName &&
        !/^https?:|^\/|[<>{}@]/.test(name) &&
        /\p{L}/u.test(name),
    );
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The first value that can be read. */
function first<Value>(
  candidates: readonly unknown[],
  read: (value: unknown) => Value | undefined,
): Value | undefined {
  for (const candidate of candidates) {
    const value = read(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

const headingTexts = (nodes: readonly ElementContent[]): string[] =>
  [...shownElements(nodes)]
    .filter(({ tagName }) => tagName === "h1")
    .map(({ children }) => oneLine(inlineText(children)));

/** The title in a page's head; empty when it has none. */
export function titleElement(head: readonly ElementContent[]): string {
  const title = head.find((node): node is Element => isElement(node, "title"));
  return title === undefined ? "" : oneLine(inlineText(title.children));
}

/** Whether a page asks search engines not to find it. */
export function asksNotToBeFound(head: readonly ElementContent[]): boolean {
  return head.some(
    (node) =>
      isElement(node, "meta") &&
      /^(?:robots|googlebot)$/i.test(attribute(node, "name") ?? "") &&
      /\b(?:noindex|none)\b/i.test(attribute(node, "content") ?? ""),
  );
}

/** Whether a page only leads on to another one. */
export function leadsOn(head: readonly ElementContent[]): boolean {
  return head.some(
    (node) =>
      isElement(node, "meta") &&
      /^refresh$/i.test(attribute(node, "httpEquiv") ?? "") &&
      /^\s*\d\s*[;,]\s*url\s*=/i.test(attribute(node, "content") ?? ""),
  );
}

/** What a page says in its head, where something that belongs into no head stood there before it: parsers end the head with that. */
export function strayHead(body: readonly ElementContent[]): ElementContent[] {
  return body.flatMap((node): ElementContent[] => {
    if (node.type !== "element" || node.tagName === "svg") return [];
    const { tagName } = node;
    const isSaid =
      tagName === "meta" ||
      tagName === "title" ||
      (tagName === "link" && attribute(node, "rel") === "canonical");
    return isSaid ? [node] : strayHead(node.children);
  });
}

/** The parts of a page that tell what it is about. */
export interface PageParts {
  /** Of the root element. */
  readonly lang: string | undefined;
  /** Of its file, below the corpus folder. */
  readonly path: string;
  readonly head: readonly ElementContent[];
  readonly body: readonly ElementContent[];
  /** The part of the body that is the article. */
  readonly article: readonly ElementContent[];
  /** Titles that most pages have, and so are no page's own. */
  readonly titlesOfSite?: readonly string[];
}

/**
 * What a page says about itself: in its head (Open Graph, Dublin Core and others), in JSON-LD, and in the marks of its
 * text. It was made by machines for others: what cannot be used is passed over, and the next place is asked.
 */
export function pageMetadata({
  path,
  lang,
  head,
  body,
  article,
  titlesOfSite = [],
}: PageParts): GivenMetadata {
  const exported = exportedSaid(body);
  const places = [exported, headMeta(head), ...linkedData([...head, ...body]), marks(article), marks(body)];
  const all = (field: keyof Said): string[] => places.flatMap((place) => place[field] ?? []);
  const inHead = titleElement(head);
  const isOwn = !titlesOfSite.includes(inHead);
  const authors = places.map((place) => authorNames(place.authors ?? [])).find((names) => names.length > 0);
  const canonical = head
    .filter((node): node is Element => isElement(node, "link") && attribute(node, "rel") === "canonical")
    .map((link) => attribute(link, "href"));
  const url = first([...canonical, ...all("url")].map(absolute), urlOf);
  const sites = [...all("site"), ...titlesOfSite, ...siteOfHost(inHead, url)];
  const title = pageTitle(
    isOwn ? inHead : "",
    { title: isOwn ? all("title") : [], site: sites },
    headingTexts(body),
    headingTexts(article),
  );
  const permalink = url === undefined ? first(canonical, (href) => onSite(href, path)) : undefined;
  const given = textOf(exported.title?.[0] ?? title);
  const language = langOf(lang);
  const published = first(all("published"), dateOf);
  const updated = first(all("updated"), dateOf);
  const tags = tagsOf(all("tags").join(","));
  const summary = first(all("summary"), textOf);
  return {
    ...(given !== undefined && { title: given }),
    ...(url !== undefined && { url }),
    ...(permalink !== undefined && { permalink }),
    ...(language !== undefined && { lang: language }),
    ...(authors && { authors }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(tags !== undefined && { tags }),
    ...(summary !== undefined && { summary }),
  };
}

/** An address that leads somewhere by itself: with a host. */
function absolute(url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  if (trimmed?.startsWith("//")) return `https:${trimmed}`;
  return trimmed !== undefined && /^https?:\/\//i.test(trimmed) ? trimmed : undefined;
}

/** The path from the root of the site of an address that a page gives as its own, by its file's place on the site. */
function onSite(href: unknown, path: string): string | undefined {
  const site = "http://corpus.invalid";
  const url = typeof href === "string" ? URL.parse(href.trim(), `${site}/${encodeURI(path)}`) : null;
  return url?.origin === site ? url.pathname.replace(/\/index\.html?$/i, "/") : undefined;
}
