import type { Element, ElementContent } from "hast";
import type { GivenMetadata } from "../front-matter/metadata.ts";
import { oneLine } from "./blocks.ts";
import { attribute, inlineText, shownElements } from "./html.ts";

/** What a page may say about itself in one place, as it stands there. Names of fields are those of the metadata. */
export type Said = Partial<Record<keyof GivenMetadata | "site", readonly string[]>>;

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

/** Whether a node is an element of this name. */
export function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === "element" && node.tagName === tagName;
}

/** What the `meta` elements of a page's head say, of the names above. */
export function headMeta(head: readonly ElementContent[]): Said {
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
export function linkedData(nodes: readonly ElementContent[]): Said[] {
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
export function marks(nodes: readonly ElementContent[]): Said {
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
    // Few elements are asked for their text: to read that of each would read a page as many times as it is deep.
    const text = (): string => oneLine(inlineText(element.children));
    const time = (): string => attribute(element, "dateTime") ?? attribute(element, "content") ?? text();
    const meta = attribute(element, "dataPagefindMeta") ?? "";
    if (/^title\b(?!\[)/.test(meta)) said.title.push(/^title:(.+)/.exec(meta)?.[1] ?? text());
    if (item === "datepublished" || item === "datecreated") said.published.push(time());
    else if (item === "datemodified") said.updated.push(time());
    else if (item === "author") said.authors.push(authorIn(element) ?? text());
    else if (/(?:^|\s)author(?:\s|$)/.test(attribute(element, "rel") ?? "")) said.authors.push(text());
    else if (/(?:^|\s)(?:p-author|byline|byline-name|author-name|post-author)(?:\s|$)/i.test(name))
      said.authors.push(text());
    else if (/(?:^|\s)article-author(?:\s|$)/.test(name)) said.authors.push(firstLink(element) ?? text());
    else if (element.tagName === "time") {
      if (/(?:^|\s)(?:dt-updated|updated|modified)(?:\s|$)/.test(name)) said.updated.push(time());
      else if (attribute(element, "dateTime") !== undefined) times.push(time());
    }
  }
  return { ...said, published: [...said.published, ...times.slice(0, 1)] };
}

/** The text of the first link in an element. */
function firstLink(element: Element): string | undefined {
  const link = [...shownElements(element.children)].find(({ tagName }) => tagName === "a");
  return link && oneLine(inlineText(link.children));
}

function authorIn(element: Element): string | undefined {
  const name = [...shownElements(element.children)].find((inner) => attribute(inner, "itemProp") === "name");
  return name && (attribute(name, "content") ?? oneLine(inlineText(name.children)));
}
