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
  /** Address that the article's generator gives it. */
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

/**
 * The address of an article on the site that shows it, by the pattern of the innermost folder that has one; undefined when
 * none has.
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
  if (known.permalink?.startsWith("/") && !/[:{]/.test(known.permalink)) return known.permalink;
  const { folder, pattern } = innermost;
  const id = articleId(folder === "" ? path : path.slice(folder.length + 1));
  const parts = id.split("/").map((part) => part.replace(orderNumber, "").replace(dateBefore, ""));
  const isFolder = isIndex(parts.at(-1) ?? "");
  if (isFolder) parts.pop();
  else if (known.slug !== undefined) parts[parts.length - 1] = known.slug.replace(/^\/+|\/+$/g, "");
  const [year = "", month = "", day = ""] = (known.published ?? "").slice(0, 10).split("-");
  const values: Record<(typeof placeholders)[number], string> = {
    path: encode(parts.join("/")),
    slug: encode(parts.at(-1) ?? ""),
    id: encode(id),
    file: servedFile(folder === "" ? path : path.slice(folder.length + 1)),
    year,
    month,
    day,
  };
  // A folder is served by its index, whatever the other pages end with.
  const isPath = isFolder && /\{(?:path|slug)\}/.test(pattern);
  const form = isPath ? pattern.replace(/\.html?$/i, "/") : pattern;
  const filled = form.replace(
    /\{(\w+)\}/g,
    (_, name: string) => Object.entries(values).find(([key]) => key === name)?.[1] ?? "",
  );
  return filled.replace(/(?<!:)\/{2,}/g, "/");
}
