import type { Element, ElementContent } from "hast";
import { percentDecoded } from "../../shared/percent-decoded.ts";
import { oneLine } from "./blocks.ts";
import { attribute, inlineText, shownElements } from "./html.ts";
import { wholeText } from "./html-code.ts";
import type { Said } from "./html-said.ts";

/** Pages that a program for documents or wikis has written to files: Confluence, MediaWiki, Google Docs and Word. */

const hasClass = (element: Element, name: RegExp): boolean =>
  name.test(attribute(element, "className") ?? "");

function find(nodes: readonly ElementContent[], is: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const found = is(node) ? node : find(node.children, is);
    if (found !== undefined) return found;
  }
  return undefined;
}

const byId = (nodes: readonly ElementContent[], id: string): Element | undefined =>
  find(nodes, (element) => attribute(element, "id") === id);

const textOf = (element: Element | undefined): string =>
  element === undefined ? "" : oneLine(inlineText(element.children));

/** Who made a page of Confluence and changed it last, and when: the line below its title. */
const madeBy =
  /^created by (?<author>.+?)(?: on (?<created>\p{L}+\.? \d{1,2}, \d{4}))?(?:, last (?:modified|updated)(?: by .+?)?(?: on (?<updated>\p{L}+\.? \d{1,2}, \d{4}))?)?\.?$/iu;

/** The last change of a page of MediaWiki, in its footer. */
const lastEdited = /\bon (\d{1,2} \p{L}+ \d{4})/u;

/** What a page that a wiki exported says about itself, which other pages do not say there. */
export function exportedSaid(body: readonly ElementContent[]): Said {
  const heading = byId(body, "title-heading");
  const metadata = find(body, (element) => hasClass(element, /(?:^|\s)page-metadata(?:\s|$)/));
  if (heading !== undefined && metadata !== undefined) {
    const space = textOf(find(byId(body, "breadcrumbs")?.children ?? [], ({ tagName }) => tagName === "li"));
    const title = textOf(heading);
    const [prefix = "", ...rest] = title.split(" : ");
    const isNamed = rest.length > 0 && (space === "" || space === prefix);
    const { author, created, updated } = madeBy.exec(textOf(metadata))?.groups ?? {};
    return {
      title: [isNamed ? rest.join(" : ") : title],
      ...(author !== undefined && { authors: [author] }),
      ...(created !== undefined && { published: [created] }),
      ...(updated !== undefined && { updated: [updated] }),
    };
  }
  const categories = byId(body, "mw-normal-catlinks");
  const edited = lastEdited.exec(textOf(byId(body, "footer-info-lastmod")))?.[1];
  const list = categories && find(categories.children, ({ tagName }) => tagName === "ul");
  const tags = [...shownElements(list?.children ?? [])].filter(({ tagName }) => tagName === "a").map(textOf);
  return { ...(tags.length > 0 && { tags }), ...(edited !== undefined && { updated: [edited] }) };
}

/** What wikis put around and into a text: links to edit it, to its categories and files, and where it was printed from. */
const aroundText =
  /(?:^|\s)(?:mw-jump-link|mw-editsection|mw-cite-backlink|mw-indicators|printfooter|catlinks|page-metadata|toc-macro|confluence-information-macro-icon|article-(?:attachments|votes|relatives|share|subscribe|more-questions|return-to-top))(?:\s|$)/;

/** The place of a page above its text, with MediaWiki and Confluence. */
const ownIds = new Set(["siteSub", "title-heading", "breadcrumb-section"]);

/** Headings of Confluence's own sections below a text. */
const ownSections = new Set(["attachments", "comments"]);

function isAroundText(element: Element): boolean {
  if (hasClass(element, aroundText) || ownIds.has(attribute(element, "id") ?? "")) return true;
  if (!hasClass(element, /(?:^|\s)pageSection(?:\s|$)/)) return false;
  const heading = find(element.children, ({ tagName }) => tagName === "h2");
  return heading !== undefined && ownSections.has(attribute(heading, "id") ?? "");
}

/** Where Google Docs sends readers before the address that a link has. */
const redirect = /^https?:\/\/(?:www\.)?google\.com\/url\?(?:.*&)?q=([^&]+)/;

/** The bullet or number that Word writes into the text of a list's item. */
const bullet = /^(?:[·•§o\uf0b7\uf0a7–-]|\(?(?:\d{1,3}|[a-z]{1,4})[.)])$/i;

function withoutBullet(element: Element): Element {
  const index = element.children.findIndex(
    (child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""),
  );
  const first = element.children[index];
  const isBullet = first?.type === "element" && bullet.test(wholeText(first).trim());
  return isBullet ? { ...element, children: element.children.toSpliced(index, 1) } : element;
}

function asMeant(given: Element): Element {
  const { tagName } = given;
  // Google Docs numbers its other classes.
  const isTitle =
    hasClass(given, /(?:^|\s)MsoTitle(?:\s|$)/) ||
    (hasClass(given, /(?:^|\s)title(?:\s|$)/) && hasClass(given, /(?:^|\s)c\d+(?:\s|$)/));
  if (tagName === "p" && isTitle) return { ...given, tagName: "h1" };
  if (tagName === "p" && hasClass(given, /(?:^|\s)MsoListParagraph/)) return withoutBullet(given);
  const target = tagName === "a" ? redirect.exec(attribute(given, "href") ?? "")?.[1] : undefined;
  const href = target && percentDecoded(target);
  return href === undefined ? given : { ...given, properties: { ...given.properties, href } };
}

/** A page's body as its author wrote it, without what the program that exported it has put there. */
export function withoutExporter(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (isAroundText(node)) return [];
    return [asMeant({ ...node, children: withoutExporter(node.children) })];
  });
}
