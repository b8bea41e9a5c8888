import { z } from "zod";
import { decode, type Source } from "./formats/source.ts";
import { lang, line, webUrl } from "./front-matter/schema.ts";
import { readYaml } from "./front-matter/yaml.ts";
import { type EngineName, engineNames, type PlanName, planNames } from "./names.ts";
import { type Problem, warning } from "./problem.ts";
import { placeholders, type UrlPattern } from "./site/addresses.ts";
import type { AuthorNames } from "./site/authors.ts";
import type { CommonParts } from "./site/common-parts.ts";
import { isPathPattern } from "./site/path-patterns.ts";

const [defaultEngine, ...otherEngines] = engineNames;
const [defaultPlan, ...otherPlans] = planNames;

/** What holds for all articles of a corpus. */
export interface Collection {
  readonly title: string;
  /** Where the pages live, http or https, without a trailing slash; empty when links are to be relative. */
  readonly baseUrl: string;
  /** How the addresses of articles on the site that shows them are made; empty when the service shows them itself. */
  readonly url: readonly UrlPattern[];
  /** What the home page says below its heading. */
  readonly intro?: string | undefined;
  /** Picture beside the title, and the one that links to the pages show: a file of the corpus, or a URL. */
  readonly logo?: string | undefined;
  readonly image?: string | undefined;
  /** Colours of the pages, by name, as CSS writes them. */
  readonly colours: Readonly<Partial<Record<ColourName, string>>>;
  /** Links at the top and the bottom of every page. */
  readonly nav: readonly CollectionLink[];
  readonly footer: readonly CollectionLink[];
  /**
   * Primary language subtag of articles that do not tell theirs, or a pattern that finds it in their paths; without it the
   * language is detected.
   */
  readonly lang?: string | undefined;
  /** Pattern that finds in an article's path which version of a thing it describes, such as `/v{n}/`. */
  readonly version?: string | undefined;
  /** The service's own pages are copies that search engines are not to show. */
  readonly noindex?: boolean | undefined;
  /** Where answers come from: the index that was built with the Worker, or a D1 database. */
  readonly engine: EngineName;
  /** What the owner's account may publish. */
  readonly plan: PlanName;
  /** Which files are articles, in the syntax of a .gitignore; all when empty. */
  readonly include: readonly string[];
  /** Which files are none, in the same syntax; with `!` before it, what is left out otherwise. */
  readonly exclude: readonly string[];
  /** Nothing says on which site paths are that articles give as their addresses: found out, not written in corpus.yaml. */
  readonly hasNoSite?: boolean | undefined;
  /** Names of authors by the keys that articles give: found in a file of the site's. */
  readonly authorNames?: AuthorNames | undefined;
  /** What most of its pages have in common: found in them, not written in corpus.yaml. */
  readonly common?: CommonParts | undefined;
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** A link that an owner puts on every page. */
export interface CollectionLink {
  readonly text: string;
  readonly url: string;
}

/** The colours of the pages that an owner can set. */
const colourNames = ["accent", "background", "surface", "text", "muted", "border", "mark"] as const;
export type ColourName = (typeof colourNames)[number];

const colour = z
  .string()
  .regex(
    /^(?:#[\da-f]{3,8}|[a-z]+|(?:light-dark|rgb|hsl|oklch|lab)\([#\w\s%.,/()-]*\))$/i,
    "must be a colour such as #a23018",
  );

const links = z
  .array(
    z.strictObject({
      text: line,
      url: z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/, "must start with /, https:// or mailto:"),
    }),
    { error: "must be a list of links, such as { text: Blog, url: https://example.com/ }" },
  )
  .default([]);

const patterns = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], {
    error: "must be a pattern such as drafts/ or a list of them",
  })
  .default([]);

const pathPattern = z
  .string({ error: "must be a pattern of paths such as /v{n}/" })
  .refine(isPathPattern, "must be a part of a path with one name in braces, such as /v{n}/");

const known = new RegExp(`\\{(?!(?:${placeholders.join("|")})\\})`);

const urlPattern = z
  .string({ error: "must be a pattern such as /{path}" })
  .regex(/^(?:\/(?!\/)|https?:\/\/)/, "must start with / or https://")
  .refine(
    (pattern) => !known.test(pattern),
    `may hold ${placeholders.map((name) => `{${name}}`).join(", ")}`,
  );

/** One pattern, or one for each folder. */
const urlPatterns = z
  .union([
    urlPattern.transform((pattern) => [{ folder: "", pattern }]),
    z.record(z.string(), urlPattern).transform((folders) =>
      Object.entries(folders).map(([folder, pattern]) => ({
        folder: folder.replace(/^[./]+|\/+$/g, ""),
        pattern,
      })),
    ),
  ])
  .default([]);

/** Without the slashes at its end: by a loop, since a pattern would try to match at each of many slashes. */
function withoutSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}

/** Groups of synonyms, at most: they are compiled into the Worker, 26 bytes a group and more, and put in order in each isolate. */
const mostSynonyms = 10_000;

const schema = z.object({
  title: line.default("Articles"),
  baseUrl: webUrl
    .refine((url) => !/[?#]/.test(url), "must end with a path: leave out what begins with ? or #")
    .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), "must hold no user name and password")
    .transform(withoutSlashes)
    .default(""),
  url: urlPatterns,
  lang: z
    .union([pathPattern, lang], {
      error: "must be a language code such as en, or a pattern such as /{lang}/",
    })
    .optional(),
  version: pathPattern.optional(),
  noindex: z.boolean({ error: "must be true or false" }).optional(),
  intro: line.optional(),
  logo: line.optional(),
  image: line.optional(),
  colours: z.partialRecord(z.enum(colourNames), colour).default({}),
  nav: links,
  footer: links,
  engine: z
    .enum(engineNames, { error: `must be ${defaultEngine} (the default) or ${otherEngines.join(" or ")}` })
    .default(defaultEngine),
  plan: z
    .enum(planNames, { error: `must be ${defaultPlan} (the default) or ${otherPlans.join(" or ")}` })
    .default(defaultPlan),
  include: patterns,
  exclude: patterns,
  synonyms: z
    .array(
      z
        .array(line, { error: "must be a list of words, such as [car, automobile]" })
        .refine((words) => words.length > 1, "needs two words or more"),
      { error: "must be a list of lists of words" },
    )
    .max(mostSynonyms, {
      error: ({ input }) =>
        `has ${Array.isArray(input) ? input.length : 0} groups, over the ${mostSynonyms} that a service can carry; keep those whose words readers do ask with`,
    })
    .default([]),
});

/** The collection of a corpus that does not describe itself. */
export const defaultCollection: Collection = schema.parse({});

/**
 * Reads corpus.yaml. Where it is wrong, the defaults are given beside the problems.
 * @param hasSite whether answers are published with the site that shows the articles, so that paths lead there
 */
export function parseCollection(
  source: Source,
  hasSite = false,
): {
  collection: Collection;
  problems: Problem[];
} {
  const { text, problems } = decode(source);
  // Without its settings the corpus would be published otherwise than its owner wants.
  if (text === undefined)
    return {
      collection: defaultCollection,
      problems: problems.map((problem) => ({ ...problem, severity: "error" })),
    };
  const read = readYaml(source.path, text, 1, schema);
  const collection = read.value ?? defaultCollection;
  const isOpen = collection.baseUrl === "" && collection.url.some(({ pattern }) => pattern.startsWith("/"));
  if (!isOpen || hasSite) return { collection, problems: read.problems };
  const message =
    "url has paths, and no baseUrl says on which site; it is left out, and the service shows the articles";
  return {
    collection: { ...collection, url: [] },
    problems: [...read.problems, warning(source.path, 1, message)],
  };
}
