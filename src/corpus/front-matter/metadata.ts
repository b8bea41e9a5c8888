import { error, note, type Problem, warning } from "../problem.ts";
import {
  authorsOf,
  booleanOf,
  dateOf,
  dayOf,
  isLeftOut,
  langOf,
  otherNamesOf,
  proseOf,
  questionsOf,
  tagsOf,
  textOf,
  urlOf,
} from "./values.ts";

/** What an article says about itself. */
export interface GivenMetadata {
  readonly title?: string;
  /** Where the article stands: an absolute URL, or a path from the root of the site. */
  readonly url?: string;
  /** As `url`, by the name that generators give it: it says nothing about a site that shows the article otherwise. */
  readonly permalink?: string;
  /** The last part of the address. */
  readonly slug?: string;
  readonly lang?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly questions?: readonly string[];
  /** What else the thing is called that the article is about. */
  readonly names?: readonly string[];
  /** Of several dates from which on the article may be shown, the last. */
  readonly from?: string;
  /** When the article is no longer to be shown. */
  readonly until?: string;
  /** The article is not to be published, or not to be found. */
  readonly draft?: boolean;
}

/** The metadata of an article that says nothing about itself. */
export const noMetadata = { authors: [], tags: [], questions: [], draft: false } satisfies GivenMetadata;

/** What is known about an article, with what it leaves open. */
export type Metadata = GivenMetadata & Required<Pick<GivenMetadata, keyof typeof noMetadata>>;

/** A key of front matter, or what stands for one elsewhere. */
export interface FrontMatterField {
  readonly key: string;
  readonly value: unknown;
  /** 1-based line of the file. */
  readonly line: number;
}

/** How a field is read, and the keys that give it, best first: without `-`, `_` and capitals. */
interface Role<Value> {
  readonly keys: readonly string[];
  readonly read: (value: unknown) => Value | undefined;
  /** What is expected, for people. */
  readonly expected: string;
}

const words = (list: string): string[] => list.split(/\s+/);

const date = { read: dateOf, expected: "a date such as 2026-02-28 or 2026-02-28T09:30:00Z, one that exists" };
const text = { read: textOf, expected: "a text" };
const prose = { read: proseOf, expected: "a text" };
const path = { read: urlOf, expected: "a path from the root of the site" };

const roles = {
  title: { keys: words("title headline pagetitle"), ...prose },
  url: {
    keys: words("url canonical canonicalurl"),
    read: urlOf,
    expected: "a URL or a path from the root of the site",
  },
  permalink: { keys: words("permalink path"), ...path },
  slug: { keys: ["slug"], ...text },
  lang: {
    keys: words("lang language locale"),
    read: langOf,
    expected: "a language code such as en or pt-BR",
  },
  authors: {
    keys: words("authors author byline by creator writer createdby"),
    read: authorsOf,
    expected: "a name or a list of names",
  },
  published: {
    keys: words(`published date pubdate publishdate publisheddate publishedat publishedon datepublished
      dateofpublication postdate created createdat createddate createdtime datecreated`),
    ...date,
  },
  from: { keys: words("published date pubdate publishdate publisheddate publishedon postdate"), ...date },
  until: { keys: words("expirydate expires expiry expirationdate unpublishdate"), ...date, read: dayOf },
  updated: {
    keys: words(`updated lastmod lastmodified lastmodifiedat lastupdated lastupdate updateddate updatedat updatedon
      dateupdated modified modifieddate modifiedat datemodified lastedited lasteditedtime editedtime`),
    ...date,
  },
  tags: {
    keys: words("tags tag keywords keyword categories category topics topic labels"),
    read: tagsOf,
    expected: "a text or a list of texts",
  },
  summary: {
    keys: words("summary description excerpt abstract deck dek lede standfirst teaser subtitle"),
    ...prose,
  },
  questions: { keys: ["questions"], read: questionsOf, expected: "a text or a list of texts" },
  names: {
    keys: words("aliases alias alsoknownas aka"),
    read: otherNamesOf,
    expected: "a name or a list of names",
  },
} satisfies Record<string, Role<string> | Role<string[]>>;

/** Objects whose keys count like those at the top: where Hugo and Zola put what is not their own. */
const nests = new Set(["params", "extra", "taxonomies"]);

const plainKey = (key: string): string => key.toLowerCase().replace(/[-_\s]/g, "");

/** Keys that are read, some of them only to see whether an article is to be left out. */
const hiding = new Set(
  "draft published publish hidden noindex nosearch search searchable searchexclude excludefromsearch sitemap pagefind robots unlisted private status state visibility headless permalink build".split(
    " ",
  ),
);

function flatten(fields: readonly FrontMatterField[]): FrontMatterField[] {
  const inner = fields.flatMap(({ key, value, line }) =>
    nests.has(plainKey(key)) && typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([innerKey, innerValue]) => ({ key: innerKey, value: innerValue, line }))
      : [],
  );
  // Material for MkDocs has both dates of a post in one: `date: { created: …, updated: … }`.
  const updates = fields.flatMap(({ key, value, line }) =>
    plainKey(key) === "date" && typeof value === "object" && value !== null && "updated" in value
      ? [{ key: "updated", value: value.updated, line }]
      : [],
  );
  return [...fields.filter(({ key }) => !nests.has(plainKey(key))), ...inner, ...updates];
}

/** What a field says about being published: that it is a draft, or that it is published but not to be found. */
function hides({ key, value }: FrontMatterField): "draft" | "hidden" | undefined {
  const is = (expected: boolean): boolean => value !== null && value !== "" && booleanOf(value) === expected;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  switch (plainKey(key)) {
    case "draft":
    case "private":
      return is(true) ? "draft" : undefined;
    case "published":
    case "publish":
      return is(false) ? "draft" : undefined;
    case "status":
    case "state":
    case "visibility":
      return /^(?:draft|private|pending|unpublished|hidden|future)$/.test(word) ? "draft" : undefined;
    case "hidden":
    case "noindex":
    case "nosearch":
    case "searchexclude":
    case "excludefromsearch":
    case "unlisted":
    case "headless":
      return is(true) ? "hidden" : undefined;
    case "robots":
      return /\bnoindex\b/.test(word) ? "hidden" : undefined;
    case "search":
    case "searchable":
    case "sitemap":
    case "pagefind":
      return isLeftOut(value) ? "hidden" : undefined;
    case "permalink":
      return value === false ? "hidden" : undefined;
    case "build":
      return typeof value === "object" &&
        value !== null &&
        /^(?:never|false)$/.test(String(Object.entries(value).find(([inner]) => inner === "render")?.[1]))
        ? "hidden"
        : undefined;
    default:
      return undefined;
  }
}

/** Keys that number proposals, such as of Python and Ethereum: a draft among those is open to all. */
const proposal = /^(?:[a-z]{1,3}[pP]|[A-Z]{1,3}P|rfc|RFC|erc|ERC)$/;

/** True for a value that says nothing; a tag of a template alone does not either. */
function isEmpty(value: unknown): boolean {
  return (
    (typeof value === "string" && /^\{\{[^}]*\}\}$/.test(value.trim())) ||
    value === null ||
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The values of the keys of a field, best first. What cannot be read is reported and left out. */
function valuesOf<Value>(
  path: string,
  { keys, read, expected }: Role<Value>,
  fields: readonly FrontMatterField[],
  problems: Problem[] = [],
): Value[] {
  return keys.flatMap((key) =>
    fields.flatMap((field) => {
      // Jekyll's `published: true`, and the switches of others that have the name of a date.
      const isGiven = !isEmpty(field.value) && typeof field.value !== "boolean";
      if (plainKey(field.key) !== key || !isGiven) return [];
      const value = read(field.value);
      if (value !== undefined) return [value];
      const message = `${field.key} is not ${expected}; it is left out`;
      problems.push(warning(path, field.line, message, JSON.stringify(field.value)?.slice(0, 60)));
      return [];
    }),
  );
}

/**
 * Reads what an article says about itself by the keys of the usual generators. What cannot be read is a warning and left
 * out, unless it leaves open whether the article is a draft.
 *
 * @returns no metadata when it is not known whether the article may be published
 */
export function readMetadata(
  path: string,
  given: readonly FrontMatterField[],
): { metadata?: GivenMetadata; problems: Problem[] } {
  const fields = flatten(given);
  const problems: Problem[] = [];
  const unclear = fields.find(
    ({ key, value }) => plainKey(key) === "draft" && booleanOf(value) === undefined,
  );
  if (unclear !== undefined) return { problems: [error(path, unclear.line, "draft must be true or false")] };
  const isNumbered = fields.some(
    ({ key, value }) => proposal.test(key) && /^\d+$/.test(String(value).trim()),
  );
  const saying = fields.filter(({ key }) => !isNumbered || plainKey(key) !== "status");
  const hidden = saying.flatMap((field) => hides(field) ?? []);
  const hider = saying.find((field) => hides(field) === "hidden");
  if (hider !== undefined && !hidden.includes("draft")) {
    problems.push(note(path, hider.line, "asks not to be found, and is left out", hider.key));
  }
  if (hidden.length > 0) return { metadata: { draft: true }, problems };
  const known = new Set([...Object.values(roles).flatMap(({ keys }) => keys), ...hiding]);
  for (const { key, line } of fields) {
    if (!known.has(plainKey(key))) problems.push(note(path, line, "has keys that are not read", key));
  }
  const all = <Value>(role: Role<Value>): Value[] => valuesOf(path, role, fields, problems);
  const [title] = all(roles.title);
  const [url] = all(roles.url);
  const [permalink] = all(roles.permalink);
  const [slug] = all(roles.slug);
  const [lang] = all(roles.lang);
  const [authors] = all(roles.authors);
  const [published] = all(roles.published);
  const [from] = valuesOf(path, roles.from, fields).sort().reverse();
  const [until] = all(roles.until);
  const [updated] = all(roles.updated);
  const tags = [...new Set(all(roles.tags).flat())];
  const [summary] = all(roles.summary);
  const [questions] = all(roles.questions);
  const names = all(roles.names).flat();
  const metadata = {
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(permalink !== undefined && { permalink }),
    ...(slug !== undefined && { slug }),
    ...(lang !== undefined && { lang }),
    ...(authors !== undefined && { authors }),
    ...(published !== undefined && { published }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(updated !== undefined && { updated }),
    ...(tags.length > 0 && { tags }),
    ...(summary !== undefined && { summary }),
    ...(questions !== undefined && questions.length > 0 && { questions }),
    ...(names.length > 0 && { names }),
  };
  return { metadata, problems };
}
