import { articleId } from "../formats/source.ts";

/** How the addresses of the articles in a folder are made. */
export interface UrlPattern {
  /** Below the corpus folder, without slashes at its ends; empty for all. */
  readonly folder: string;
  /** A path from the root of the site, or a URL, with `{path}` and others in it. */
  readonly pattern: string;
}

/** What can stand in a pattern. */
export const placeholders = ["path", "slug", "id", "file", "year", "month", "day"] as const;

/** What an address is made of besides the path. */
interface Known {
  /** Address by the rules of the article's generator. */
  readonly permalink?: string | undefined;
  readonly slug?: string | undefined;
  readonly published?: string | undefined;
}

/** The number that orders a file among others and stands in no address: `01-`, `2.`. */
const orderNumber = /^\d{1,3}(?:\s*[-_.]\s*|\s+)(?=\D)/;

/** The date that begins the name of a post. */
const dateBefore = /^\d{4}-\d{2}-\d{2}-(?=.)/;

const isIndex = (name: string): boolean => /^(?:_?index|readme)$/i.test(name);

const encode = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The page that a file of a built site is served as: `a/index.html` is at `a/`. */
const servedFile = (path: string): string =>
  encode(path.normalize("NFC")).replace(/(^|\/)index\.html?$/i, "$1");

/** Names of styles of permalinks, which are no addresses: of Jekyll and WordPress. */
const styles = /^\/?(?:pretty|date|ordinal|weekdate|none|plain)\/?$/;

/** What a permalink may have in it, by the names of Jekyll and Hugo. */
const inPermalink: Readonly<Record<string, (typeof placeholders)[number]>> = {
  title: "slug",
  slug: "slug",
  filename: "slug",
  year: "year",
  month: "month",
  day: "day",
};

type Values = Readonly<Record<(typeof placeholders)[number], string>>;

/** The address that a permalink tells; undefined when it holds what is not known here, such as code of a template. */
function filledPermalink(permalink: string | undefined, values: Values): string | undefined {
  if (permalink === undefined || !permalink.startsWith("/") || styles.test(permalink)) return undefined;
  const filled = permalink.replace(/:(\w+)/g, (whole, name: string) => {
    const known = inPermalink[name];
    return known === undefined || values[known] === "" ? whole : values[known];
  });
  return /[:{}]/.test(filled) ? undefined : filled;
}

/** The parts of an article's path as its site has them: without orders and dates, and with the slug that it gives. */
function pathParts(id: string, slug: string | undefined): { parts: string[]; isFolder: boolean } {
  const parts = id.split("/").map((part) => part.replace(orderNumber, "").replace(dateBefore, ""));
  const isFolder = isIndex(parts.at(-1) ?? "");
  if (isFolder) parts.pop();
  const given = slug?.replace(/^\/+|\/+$/g, "");
  // A slug with a slash is a whole path, as Docusaurus and Starlight take it.
  if (slug?.startsWith("/") || given?.includes("/")) {
    return { parts: given === "" || given === undefined ? [] : given.split("/"), isFolder: given === "" };
  }
  if (given !== undefined && given !== "" && parts.length > 0) parts[parts.length - 1] = given;
  return { parts, isFolder };
}

/**
 * The address of an article on the site that shows it, by the pattern of the innermost folder that has one; undefined when
 * none has. A permalink goes before the pattern.
 *
 * `{path}` is the path of the file without its extension, without a last `index` or `README`, and without the numbers that
 * order files; `{slug}` the last part of that, or what the article gives as its slug; `{id}` the path as it is; `{file}`
 * the path with its extension, as a server has it; `{year}`, `{month}` and `{day}` are those of publication.
 */
export function addressOf(path: string, known: Known, patterns: readonly UrlPattern[]): string | undefined {
  const innermost = patterns
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
  if (innermost === undefined) return undefined;
  const { folder, pattern } = innermost;
  const below = folder === "" ? path : path.slice(folder.length + 1);
  const id = articleId(below);
  const { parts, isFolder } = pathParts(id, known.slug);
  const [year = "", month = "", day = ""] = (known.published ?? "").slice(0, 10).split("-");
  const values: Values = {
    path: encode(parts.join("/")),
    slug: encode(parts.at(-1) ?? ""),
    id: encode(id),
    file: servedFile(below),
    year,
    month,
    day,
  };
  const permalink = filledPermalink(known.permalink, values);
  if (permalink !== undefined) return (/^https?:\/\/[^/]+/.exec(pattern)?.[0] ?? "") + permalink;
  // A folder is served by its index, whatever the other pages end with.
  const isPath = isFolder && /\{(?:path|slug)\}/.test(pattern);
  const form = isPath ? pattern.replace(/\.html?$/i, "/") : pattern;
  const filled = form.replace(
    /\{(\w+)\}/g,
    (_, name: string) => Object.entries(values).find(([key]) => key === name)?.[1] ?? "",
  );
  return filled.replace(/(?<!:)\/{2,}/g, "/");
}
