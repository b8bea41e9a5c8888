import { readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Article } from "../model/index.ts";
import { type Collection, defaultCollection, parseCollection } from "./collection.ts";
import { notDue } from "./due.ts";
import { type Listing, listArticles, maximumBytes, reason } from "./files.ts";
import { html, samplePage } from "./formats/html-page.ts";
import { articleExtensions, articleFormat, formatRank } from "./formats/index.ts";
import { parseArticle } from "./formats/read.ts";
import { articleId, decode, type Source } from "./formats/source.ts";
import { withIncluded } from "./included.ts";
import { commonLanguage } from "./language.ts";
import { collectionFile } from "./names.ts";
import { withoutParts } from "./parts.ts";
import { error, type Problem, warning } from "./problem.ts";
import { selection } from "./selection.ts";
import { authorNames } from "./site/authors.ts";
import { articlePages, isBuiltSite, withoutReferenceLists } from "./site/built-site.ts";
import { type CommonParts, commonParts, type SampledPage, sampleOf } from "./site/common-parts.ts";
import { conventions, isSourceOfSite } from "./site/conventions.ts";

/** What could be read of a corpus. When a problem is an error, it is not to be published. */
export interface CorpusReading {
  readonly collection: Collection;
  /** All of all files, ordered by path and line. */
  readonly problems: readonly Problem[];
}

/** How many files are read ahead: enough to keep the disk busy, few enough to hold in memory. */
const concurrency = 16;

async function sizeOf(file: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(file);
  return { size: found.size, isFile: found.isFile() };
}

/** Reads a file of a corpus, by its path below the folder, unless it is too large. */
async function readSource(directory: string, path: string): Promise<Source | Problem> {
  try {
    const file = join(directory, path);
    const { size, isFile } = await sizeOf(file);
    if (!isFile) return warning(path, 1, "is no file, and is left out");
    if (size > maximumBytes) {
      const limit = `${maximumBytes / 1_000_000} MB`;
      return warning(
        path,
        1,
        `is larger than ${limit}, and is left out; cut it into articles`,
        `${size} bytes`,
      );
    }
    return withIncluded(directory, { path, bytes: await readFile(file) });
  } catch (cause) {
    return warning(path, 1, "cannot be read, and is left out", reason(cause));
  }
}

/** The site that answers are published with, and that shows the articles: links to them need no base URL. */
export interface ShowingSite {
  /** Folder of the corpus.yaml that counts when the articles' folder has none: what is put into a site is lost when that is built anew. */
  readonly settings: string;
}

/** Where corpus.yaml is, as a path below the articles' folder or relative to it; undefined when there is none. */
async function collectionPath(directory: string, site: ShowingSite | undefined): Promise<string | undefined> {
  const beside = site && relative(directory, join(site.settings, collectionFile));
  for (const path of [collectionFile, ...(beside === undefined ? [] : [beside])]) {
    try {
      await stat(join(directory, path));
      return path;
    } catch {
      // Not there: the next one.
    }
  }
  return undefined;
}

async function loadCollection(
  directory: string,
  site: ShowingSite | undefined,
): Promise<{ collection: Collection; problems: Problem[] }> {
  const path = await collectionPath(directory, site);
  if (path === undefined) return { collection: defaultCollection, problems: [] };
  const source = await readSource(directory, path);
  return "bytes" in source
    ? parseCollection(source, site !== undefined)
    : { collection: defaultCollection, problems: [source] };
}

/** Sorts paths by the bytes of the ids, then of the paths, and so alike on every file system. */
function sortPaths(paths: readonly string[]): { path: string; id: string }[] {
  return paths
    .map((path) => ({
      path,
      id: articleId(path),
      key: Buffer.from(articleId(path)),
      pathKey: Buffer.from(path),
    }))
    .sort((a, b) => a.key.compare(b.key) || a.pathKey.compare(b.pathKey))
    .map(({ path, id }) => ({ path, id }));
}

/** Leaves out files that would be the same article as another, from which they differ in their extension alone. */
function withoutDuplicates(all: readonly { path: string; id: string }[]): {
  sorted: { path: string; id: string }[];
  problems: Problem[];
} {
  const sorted: { path: string; id: string }[] = [];
  const problems: Problem[] = [];
  for (const { path, id } of all) {
    if (/(?:^|\/)index\.html?(?:\/|$)/i.test(id)) {
      problems.push(warning(path, 1, "is named as pages of folders are, and is left out; name it otherwise"));
      continue;
    }
    const before = sorted.at(-1);
    if (before?.id !== id) {
      sorted.push({ path, id });
      continue;
    }
    // `page.html.md` beside `page.html` is a copy that a site offers to agents: what it serves to people is cited.
    const isCopy = path.startsWith(`${before.path}.`);
    const isBetter = !isCopy && formatRank(path) < formatRank(before.path);
    const [taken, other] = isBetter ? [path, before.path] : [before.path, path];
    if (isBetter) sorted[sorted.length - 1] = { path, id };
    const message = "differs from another article in its extension alone, and is left out";
    problems.push(warning(other, 1, message, `as ${taken} is taken`));
  }
  return { sorted, problems };
}

/** The files at some paths, in their order, read ahead. */
async function* readSources(directory: string, paths: readonly string[]): AsyncGenerator<Source | Problem> {
  const ahead: Promise<Source | Problem>[] = [];
  for (const path of paths) {
    ahead.push(readSource(directory, path));
    const first = ahead.length > concurrency ? ahead.shift() : undefined;
    if (first !== undefined) yield first;
  }
  for (const reading of ahead) yield reading;
}

/** What most pages of a corpus have in common. */
async function commonOf(directory: string, paths: readonly string[]): Promise<CommonParts | undefined> {
  const pages: SampledPage[] = [];
  for await (const source of readSources(
    directory,
    sampleOf(paths.filter((path) => articleFormat(path) === html)),
  )) {
    const text = "bytes" in source ? decode(source).text : undefined;
    if (text === undefined) continue;
    try {
      pages.push(samplePage(text));
    } catch (cause) {
      // Of a page that is nested too deeply nothing is told by the others: its own reading says so.
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  return commonParts(pages);
}

/**
 * Pages of a built site are where its files are, on the site that they were built for. Where that is not known, the service
 * shows copies of them.
 */
function ofBuiltSite(collection: Collection, hasSite: boolean): Collection {
  if (collection.url.length > 0) return collection;
  if (collection.baseUrl === "" && !hasSite) return { noindex: true, ...collection };
  return { ...collection, url: [{ folder: "", pattern: "/{file}" }] };
}

/** What was made of a file: whether an article to publish, and what is wrong with it. */
interface Taken {
  readonly isArticle: boolean;
  readonly problems: readonly Problem[];
}

/** A batch of files holds this many at most, and few more bytes than these. */
const batchFiles = 32;
const batchBytes = 250_000;

/** Files in batches: large ones are alone, or nearly. */
async function* batchesOf(files: AsyncIterable<Source | Problem>): AsyncGenerator<(Source | Problem)[]> {
  let batch: (Source | Problem)[] = [];
  let bytes = 0;
  for await (const file of files) {
    batch.push(file);
    bytes += "bytes" in file ? file.bytes.length : 0;
    if (batch.length < batchFiles && bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The file that is read at the moment, and its size in bytes. */
export interface AtWork {
  readonly path: string;
  readonly size: number;
}

/**
 * Reads all articles below a folder, one after the other, in the order of the bytes of their ids. It never throws for what
 * it finds there: `problems` says it.
 *
 * @param take takes some files, in their order, and calls `begin` before it takes the next of them
 * @param site the site that answers are published with, when it shows the articles
 */
export async function readArticles(
  directory: string,
  take: (sources: readonly Source[], collection: Collection, begin: (source: Source) => void) => Taken[],
  onProgress: (done: number, total: number, at: AtWork) => void = () => {},
  site?: ShowingSite,
): Promise<CorpusReading> {
  const { collection: settings, problems } = await loadCollection(directory, site);
  let listing: Listing;
  try {
    listing = await listArticles(
      directory,
      selection(settings.include, settings.exclude, conventions(directory)),
    );
  } catch (cause) {
    const message = `cannot be read as the corpus folder: ${reason(cause)}; create it, or name another one`;
    return { collection: defaultCollection, problems: [error(directory, 1, message)] };
  }
  const isSite = isBuiltSite(listing.paths) && !isSourceOfSite(directory);
  const listed = withoutReferenceLists(listing.paths);
  const files = isSite ? articlePages(listed.paths) : listed;
  const { sorted, problems: duplicates } = withoutDuplicates(sortPaths(files.paths));
  problems.push(...listing.problems, ...listed.problems, ...(isSite ? files.problems : []));
  const whole = withoutParts(
    directory,
    sorted.map(({ path }) => path),
  );
  const { paths } = whole;
  problems.push(...duplicates, ...whole.problems);
  const common = await commonOf(directory, paths);
  const authors = authorNames(directory);
  const collection = {
    ...(isSite ? ofBuiltSite(settings, site !== undefined) : settings),
    ...(settings.baseUrl === "" && site === undefined && { hasNoSite: true }),
    ...(common && { common }),
    ...(Object.keys(authors).length > 0 && { authorNames: authors }),
  };
  let done = 0;
  let articles = 0;
  for await (const batch of batchesOf(readSources(directory, paths))) {
    const sources = batch.filter((file) => "bytes" in file);
    // Before the work: one that takes long is named while it does.
    const begin = (source: Source): void =>
      onProgress(done + batch.indexOf(source), paths.length, {
        path: source.path,
        size: source.bytes.length,
      });
    const taken = take(sources, collection, begin);
    for (const file of batch) if (!("bytes" in file)) problems.push(file);
    problems.push(...taken.flatMap((each) => each.problems));
    articles += taken.filter(({ isArticle }) => isArticle).length;
    done += batch.length;
  }
  problems.sort((a, b) => Buffer.from(a.path).compare(Buffer.from(b.path)) || a.line - b.line);
  if (articles === 0 && problems.every(({ severity }) => severity !== "error")) {
    const message = `holds no article; add a file that ends in ${articleExtensions}, or one that is not a draft`;
    problems.push(error(directory, 1, message));
  }
  return { collection, problems };
}

/** Reads all articles below a folder into memory: for corpora that fit there. Drafts are left out. */
export async function loadCorpus(directory: string): Promise<CorpusReading & { articles: Article[] }> {
  const found: { article: Article; lang: string; isSure: boolean }[] = [];
  const takeOne = (source: Source, collection: Collection): Taken => {
    const { article, isLanguageSure = true, due, problems } = parseArticle(source, collection);
    const undue = notDue(source.path, due);
    if (article === undefined || undue !== undefined)
      return { isArticle: false, problems: [...problems, ...(undue ? [undue] : [])] };
    found.push({ article, lang: article.lang, isSure: isLanguageSure });
    return { isArticle: true, problems };
  };
  const reading = await readArticles(directory, (sources, collection) =>
    sources.map((source) => takeOne(source, collection)),
  );
  const common = commonLanguage(found);
  const articles = found.map(({ article, lang, isSure }) => ({
    ...article,
    lang: isSure ? lang : (common ?? lang),
  }));
  return { ...reading, articles };
}
