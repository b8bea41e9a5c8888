import type { Element, ElementContent } from "hast";
import type { GivenMetadata } from "../front-matter/metadata.ts";
import { dateOf, langOf, tagsOf, textOf, urlOf } from "../front-matter/values.ts";
import { oneLine } from "./blocks.ts";
import { attribute, inlineText, shownElements } from "./html.ts";

/** What a page may say about itself in one place, as it stands there. Names of fields are those of the metadata. */
type Said = Partial<Record<keyof GivenMetadata | "site", readonly string[]>>;

/** Fields by the names that pages give them in `<meta name>` or `<meta property>`, those that say it best first. */
const metaNames: Said = {
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"],
  site: ["og:site_name", "application-name", "apple-mobile-web-app-title"],
  url: ["og:url"],
  authors: [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
  ],
  published: [
    "article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "sailthru.date",
    "article.published",
    "datepublished",
  ],
  updated: [
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
    "article.updated",
    "lastmod",
    "revised",
  ],
  tags: ["keywords"],
  summary: ["description", "og:description", "dc.description", "twitter:description"],
};

/** Longest name of an author; what is longer tells more than a name. */
const longestName = 80;

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === "element" && node.tagName === tagName;
}

function headMeta(head: readonly ElementContent[]): Said {
  const values = new Map<string, string[]>();
  for (const node of head) {
    if (!isElement(node, "meta")) continue;
    const content = oneLine(attribute(node, "content") ?? "");
    const names = [attribute(node, "name"), attribute(node, "property"), attribute(node, "itemProp")];
    for (const name of new Set(names.map((given) => given?.toLowerCase()))) {
      if (name === undefined || content === "") continue;
      values.set(name, [...(values.get(name) ?? []), content]);
    }
  }
  return Object.fromEntries(
    Object.entries(metaNames).map(([field, names]) => [
      field,
      names.flatMap((name) => values.get(name) ?? []),
    ]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Names in a value of JSON-LD: text, an object with a name, or a list of these. */
function namesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isObject(value) ? namesIn(value["name"]) : [];
}

/** The objects of a document of JSON-LD that describe a page or an article. Those of articles stand first. */
function described(value: unknown): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  const visit = (inner: unknown, depth: number): void => {
    if (depth > 4) return;
    if (Array.isArray(inner)) for (const one of inner) visit(one, depth + 1);
    if (!isObject(inner)) return;
    objects.push(inner);
    visit(inner["@graph"], depth + 1);
    visit(inner["mainEntity"], depth + 1);
  };
  visit(value, 0);
  const isOf = (types: RegExp) => (object: Record<string, unknown>) =>
    [object["@type"]].flat().some((type) => typeof type === "string" && types.test(type));
  return [...objects.filter(isOf(/Article|Posting|Report|Review|HowTo$/)), ...objects.filter(isOf(/Page$/))];
}

/** What JSON-LD in a page says: https://schema.org/Article. */
function linkedData(nodes: readonly ElementContent[]): Said[] {
  const said: Said[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type !== "element") return;
    const isData = node.tagName === "script" && attribute(node, "type") === "application/ld+json";
    if (!isData) {
      for (const child of node.children) visit(child);
      return;
    }
    const text = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    for (const object of described(parsed(text))) {
      said.push({
        title: namesIn(object["headline"] ?? object["name"]),
        authors: namesIn(object["author"]),
        published: namesIn(object["datePublished"]),
        updated: namesIn(object["dateModified"]),
        summary: namesIn(object["description"]),
        site: [...namesIn(object["isPartOf"]), ...namesIn(object["publisher"])],
      });
    }
  };
  for (const node of nodes) visit(node);
  return said;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(
      json.replace(
        /^\s*(?:<!--|\/\*|\/\/)?\s*(?:<!\[CDATA\[)(?:\s*\*\/)?|(?:\/\*|\/\/)?\s*\]\]>[^}\]]*$/g,
        "",
      ),
    );
  } catch {
    return undefined;
  }
}

/** What the marks of a page's own text say: microdata, `rel=author`, `<time>`, classes of microformats, Pagefind's. */
function marks(nodes: readonly ElementContent[]): Said {
  const said: Record<"title" | "authors" | "published" | "updated", string[]> = {
    title: [],
    authors: [],
    published: [],
    updated: [],
  };
  const times: string[] = [];
  for (const element of shownElements(nodes)) {
    const item = (attribute(element, "itemProp") ?? "").toLowerCase();
    const name = attribute(element, "className") ?? "";
    const text = oneLine(inlineText(element.children));
    const time = attribute(element, "dateTime") ?? attribute(element, "content") ?? text;
    const meta = attribute(element, "dataPagefindMeta") ?? "";
    if (/^title\b(?!\[)/.test(meta)) said.title.push(/^title:(.+)/.exec(meta)?.[1] ?? text);
    if (item === "datepublished" || item === "datecreated") said.published.push(time);
    else if (item === "datemodified") said.updated.push(time);
    else if (item === "author") said.authors.push(authorIn(element) ?? text);
    else if (/(?:^|\s)author(?:\s|$)/.test(attribute(element, "rel") ?? "")) said.authors.push(text);
    else if (/(?:^|\s)(?:p-author|byline|byline-name|author-name|post-author)(?:\s|$)/i.test(name))
      said.authors.push(text);
    else if (element.tagName === "time") {
      if (/(?:^|\s)(?:dt-updated|updated|modified)(?:\s|$)/.test(name)) said.updated.push(time);
      else if (attribute(element, "dateTime") !== undefined) times.push(time);
    }
  }
  return { ...said, published: [...said.published, ...times.slice(0, 1)] };
}

function authorIn(element: Element): string | undefined {
  const name = [...shownElements(element.children)].find((inner) => attribute(inner, "itemProp") === "name");
  return name && (attribute(name, "content") ?? oneLine(inlineText(name.children)));
}

/** Names of authors: no addresses, no "By", nobody twice. */
function authorNames(given: readonly string[]): string[] {
  const names = given
    .flatMap((name) => name.split(/\s*[;|]\s*/))
    .map((name) =>
      oneLine(name)
        .replace(/^(?:by|von|par|por|di|door|av|af)\s+/i, "")
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

/** What parts the title of a page from the name of its site. */
const separator = /\s+(?:[|·•»«›‹—–-]|::|\/)\s+/gu;

/** The title of a page without the name of its site, where that is known or stands behind a separator. */
function withoutSite(title: string, sites: readonly string[]): string {
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

const folded = (text: string): string => oneLine(text).toLowerCase().replace(/[‘’]/g, "'");

/**
 * The title of a page. A heading of level 1 that the title element holds is it, the longest of those; the name of a site
 * is a heading too on some pages, and stands in the title behind that of the article.
 */
function pageTitle(
  title: string,
  said: Said,
  headings: readonly string[],
  inArticle: readonly string[],
): string {
  const given = said.title?.filter((one) => one.trim() !== "") ?? [];
  const sites = said.site ?? [];
  const cut = withoutSite(title, sites);
  const isSite = (one: string): boolean => sites.some((site) => folded(site) === folded(one));
  const held = (all: readonly string[]): string | undefined =>
    all
      .filter(
        (one) =>
          one !== "" &&
          !isSite(one) &&
          [title, ...given].some((whole) => folded(whole).includes(folded(one))),
      )
      .sort((a, b) => b.length - a.length)[0];
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

/** The parts of a page that tell what it is about. */
export interface PageParts {
  /** Of the root element. */
  readonly lang: string | undefined;
  readonly head: readonly ElementContent[];
  readonly body: readonly ElementContent[];
  /** The part of the body that is the article. */
  readonly article: readonly ElementContent[];
}

/**
 * What a page says about itself: in its head (Open Graph, Dublin Core and others), in JSON-LD, and in the marks of its
 * text. It was made by machines for others: what cannot be used is passed over, and the next place is asked.
 */
export function pageMetadata({ lang, head, body, article }: PageParts): GivenMetadata {
  const places = [headMeta(head), ...linkedData([...head, ...body]), marks(article), marks(body)];
  const all = (field: keyof Said): string[] => places.flatMap((place) => place[field] ?? []);
  const titleElement = head.find((node) => isElement(node, "title"));
  const title = pageTitle(
    titleElement?.type === "element" ? oneLine(inlineText(titleElement.children)) : "",
    { title: all("title"), site: all("site") },
    headingTexts(body),
    headingTexts(article),
  );
  const authors = places.map((place) => authorNames(place.authors ?? [])).find((names) => names.length > 0);
  const canonical = head
    .filter((node): node is Element => isElement(node, "link") && attribute(node, "rel") === "canonical")
    .map((link) => attribute(link, "href"));
  const url = first([...canonical, ...all("url")].map(absolute), urlOf);
  const given = textOf(title);
  const language = langOf(lang);
  const published = first(all("published"), dateOf);
  const updated = first(all("updated"), dateOf);
  const tags = tagsOf(all("tags").join(","));
  const summary = first(all("summary"), textOf);
  return {
    ...(given !== undefined && { title: given }),
    ...(url !== undefined && { url }),
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
