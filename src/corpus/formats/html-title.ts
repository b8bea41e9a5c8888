import { oneLine } from "./blocks.ts";
import type { Said } from "./html-said.ts";

/** What parts the title of a page from the name of its site. */
const separator = /\s+(?:[|·•»«›‹—–-]|::|\/)\s+/gu;

/** The title of a page without the name of its site, where that is known or stands behind a separator. */
function withoutSite(whole: string, sites: readonly string[]): string {
  // "Consumer (kafka 3.9.0 API)", as Javadoc has it.
  const title = whole.replace(/(?<=\S)\s+\([^()]{1,80}\bAPI(?: \w+)?\)$/, "");
  const parts = title.split(separator);
  if (parts.length < 2) return title;
  const names = new Set(sites.map((site) => site.toLowerCase()));
  const isSite = (part: string | undefined): boolean => names.has((part ?? "").toLowerCase());
  const marks = [...title.matchAll(separator)];
  const last = marks.at(-1);
  const first = marks[0];
  if (first !== undefined && isSite(parts[0])) return title.slice(first.index + first[0].length);
  if (last === undefined) return title;
  const cut = title.slice(0, last.index);
  if (isSite(parts.at(-1))) return cut;
  const end = parts.at(-1) ?? "";
  // "… — Python 3.11.2 documentation", and what is shorter than what it follows, as names of sites are.
  const isName =
    /\bdocumentation$/i.test(end) ||
    (end.length < cut.length && /^\p{Lu}/u.test(end) && !last[0].includes("-"));
  return isName && cut.split(/\s+/).length > 1 ? cut : title;
}

const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Parts of a title that are the name of the host that the page is on: of `lady50plus.de` is `Lady 50plus` the site. */
export function siteOfHost(title: string, url: string | undefined): string[] {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\d?\./, "");
  if (host === undefined) return [];
  const labels = host.split(".").filter((label) => label.length > 3);
  const names = new Set([host, host.replace(/\.[a-z]+$/, ""), ...labels].map(squashed));
  const parts = title.split(separator);
  return parts.length < 2 ? [] : parts.filter((part) => names.has(squashed(part)));
}

const folded = (text: string): string => oneLine(text).toLowerCase().replace(/[‘’]/g, "'");

/**
 * The title of a page. A heading of level 1 that the title element holds is it, the longest of those; the name of a site
 * is a heading too on some pages, and stands in the title behind that of the article.
 */
export function pageTitle(
  title: string,
  said: Said,
  headings: readonly string[],
  inArticle: readonly string[],
): string {
  const given = said.title?.filter((one) => one.trim() !== "") ?? [];
  const sites = said.site ?? [];
  const cut = withoutSite(title, sites);
  // A heading that says what the title ends with, behind the page's own, is the site's.
  const behind = title.startsWith(cut) ? folded(title.slice(cut.length).replace(separator, " ")) : "";
  const isSite = (one: string): boolean =>
    folded(one) === behind || sites.some((site) => folded(site) === folded(one));
  const held = (all: readonly string[]): string | undefined =>
    all
      .filter(
        (one) =>
          one !== "" &&
          !isSite(one) &&
          [title, ...given].some((whole) => folded(whole).includes(folded(one))),
      )
      .sort((a, b) => b.length - a.length)[0];
  // The first page of a site is called as the site is.
  const [home] = given;
  if (home !== undefined && given.every(isSite) && sites.length > 0) return home;
  const heading = held(inArticle) ?? held(headings);
  const isPart = (one: string): boolean =>
    title.split(separator).some((part) => folded(part) === folded(one));
  if (heading !== undefined && (isPart(heading) || heading.length * 2 >= cut.length)) return heading;
  const open = given
    .map((one) => withoutSite(one, sites))
    .find((one) => folded(title).includes(folded(one)) || title === "");
  if (open !== undefined && !isSite(open)) return open;
  return cut !== "" ? cut : (heading ?? inArticle[0] ?? headings[0] ?? "");
}
