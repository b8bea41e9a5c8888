import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Collection } from "../corpus/collection.ts";
import { notDue } from "../corpus/due.ts";
import { articleFormat } from "../corpus/formats/index.ts";
import type { Source } from "../corpus/formats/source.ts";
import { withIncluded } from "../corpus/included.ts";
import { commonLanguage } from "../corpus/language.ts";
import { type AtWork, readArticles, type ShowingSite } from "../corpus/load.ts";
import { collectionFile } from "../corpus/names.ts";
import type { Problem } from "../corpus/problem.ts";
import type { AnalysedArticle } from "../index/analyse-passage.ts";
import { withoutText } from "../index/without-text.ts";
import type { ArticleOutline } from "../site/headings.ts";
import { withImages } from "../site/page-content.ts";
import { hasOwnPage } from "../site/site.ts";
import { fromRecord, toRecord } from "./analysis-record.ts";
import { type BuildCache, cacheKey } from "./build-cache.ts";
import { citedAddresses, sharedAddresses } from "./cited-addresses.ts";
import { codeHash, type Stage } from "./code-hash.ts";
import { CorpusImages } from "./corpus-images.ts";
import { prepareArticle } from "./index-article.ts";
import { type Languages, languagesOf } from "./languages.ts";
import { log } from "./log.ts";
import { type ParsedSource, parseFile, unparsed } from "./parse-file.ts";
import { collectionImages } from "./site-settings.ts";
import { limitFor, type Settled, TimeLimitError } from "./time-limit.ts";

/** UTF-16 units of the texts that are analysed with one limit of time, about. */
const batchLength = 250_000;

/** Articles in batches: long ones are alone, or nearly. */
function* batchesOf(refs: readonly ArticleRef[]): Generator<ArticleRef[]> {
  let batch: ArticleRef[] = [];
  let length = 0;
  for (const ref of refs) {
    batch.push(ref);
    length += ref.length;
    if (batch.length < 32 && length < batchLength) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  yield batch;
}

/** Identifies an article's file and its version, to read it again. */
interface ArticleRef {
  readonly path: string;
  readonly key: string;
  /** UTF-16 units of the article's text. */
  readonly length: number;
  /** Of the article: that of most articles where it does not show its own. */
  readonly lang: string;
}

/**
 * What must be known about all articles of a corpus together. It excludes their texts: they are read again one at a time, see
 * `publishedArticles`.
 */
export interface CorpusSnapshot {
  readonly directory: string;
  readonly collection: Collection;
  /** All problems of all files, ordered by path and line. When one is an error, nothing may be published. */
  readonly problems: readonly Problem[];
  /** In the byte order of their ids; without drafts. */
  readonly articles: readonly ArticleOutline[];
  readonly refs: readonly ArticleRef[];
  /** UTF-16 units of all texts. */
  readonly textLength: number;
  readonly languages: Languages;
  /** Images on the articles' pages. */
  readonly images: CorpusImages;
  /** `codeHash` of each stage at the time of reading. */
  readonly code: Readonly<Record<Stage, string>>;
}

/** An analysed article and the content of its page. */
export interface PublishedArticle extends AnalysedArticle {
  /** HTML below the title of the article's page. */
  readonly content: string;
}
const fileKey = (
  code: string,
  source: Source,
  { lang, url, version, hasNoSite, authorNames, common }: Collection,
): string =>
  cacheKey(
    "file",
    code,
    source.path,
    JSON.stringify({
      lang,
      url,
      version,
      hasNoSite,
      authorNames,
      ...(articleFormat(source.path)?.name === "HTML" && { common }),
    }),
    source.bytes,
    ...[...(source.included ?? [])].flat(),
  );

/**
 * First pass over a corpus: reads every file; cached ones are not parsed.
 *
 * @param onProgress called before each file, with the number of those that were read, their total, and the one that comes
 * @param site the site that answers are published with, when it shows the articles
 */
export async function readCorpus(
  directory: string,
  cache: BuildCache,
  onProgress?: (done: number, total: number, at: AtWork) => void,
  site?: ShowingSite,
): Promise<CorpusSnapshot> {
  const code = { parse: codeHash("parse"), analyse: codeHash("analyse") };
  const found: (ArticleOutline & { isSure: boolean })[] = [];
  const keys: Omit<ArticleRef, "lang">[] = [];
  const images = new CorpusImages(directory);
  let textLength = 0;
  const take = (source: Source, key: string, outcome: Settled<ParsedSource>) => {
    if ("cause" in outcome) return { isArticle: false, problems: [unparsed(source.path, outcome.cause)] };
    const { published, problems } = outcome.value;
    const undue = notDue(source.path, published?.due);
    if (undue !== undefined) return { isArticle: false, problems: [...problems, undue] };
    if (published !== undefined) {
      const { article, isLanguageSure, headings, content } = published;
      if (hasOwnPage(article)) problems.push(...images.check(source.path, content));
      found.push({ ...withoutText(article), headings, isSure: isLanguageSure });
      keys.push({ path: source.path, key, length: article.text.length });
      textLength += article.text.length;
    }
    return { isArticle: published !== undefined, problems };
  };
  const takeAll = (
    sources: readonly Source[],
    collection: Collection,
    begin: (source: Source) => void,
  ): ReturnType<typeof take>[] => {
    const tasks = sources.map((source) => ({
      source,
      key: fileKey(code.parse, source, collection),
      limit: limitFor(source.bytes.length),
      compute: () => {
        begin(source);
        return parseFile(source, collection);
      },
    }));
    // One that is cached is not computed, and not named by that.
    for (const source of sources.slice(0, 1)) begin(source);
    const outcomes = cache.settle(tasks);
    return tasks.flatMap(({ source, key }, index) => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [take(source, key, outcome)];
    });
  };
  const { collection, problems: reported } = await readArticles(directory, takeAll, onProgress, site);
  const paths = keys.map(({ path }) => path);
  const problems = [...reported, ...citedAddresses(collection, found), ...sharedAddresses(found, paths)];
  for (const image of collectionImages(collection)) {
    problems.push(...images.check(collectionFile, [{ image, line: 1, attributes: {} }]));
  }
  const common = commonLanguage(found);
  const articles = found.map(({ isSure, ...article }) => ({
    ...article,
    lang: isSure ? article.lang : (common ?? article.lang),
  }));
  const refs = keys.map((ref, index) => ({ ...ref, lang: articles[index]?.lang ?? "und" }));
  const languages = await languagesOf(articles);
  return { directory, collection, problems, articles, refs, textLength, languages, images, code };
}

/** What stands at the top of all pages, as the key of what depends on it. */
const topKey = ({ title, lang, nav }: Collection): string => JSON.stringify([title, lang, nav]);

/** Thrown when a file changed after the first pass. */
export class CorpusChangedError extends Error {
  override name = "CorpusChangedError";
}

function reparse({ directory, collection, code }: CorpusSnapshot, { path, key }: ArticleRef): ParsedSource {
  const source = withIncluded(directory, { path, bytes: readFileSync(join(directory, path)) });
  if (fileKey(code.parse, source, collection) !== key) {
    throw new CorpusChangedError(`${path} was changed while it was being built: build again`);
  }
  return parseFile(source, collection);
}

const unindexed =
  "takes too long to index: it has its page, and is not found; cut it into articles, or look for words that are repeated";

/** An article and the HTML below its page's title. */
export type ArticleContent = Pick<PublishedArticle, "article" | "content">;

/**
 * The articles of a corpus with the content of their pages, generated one at a time.
 * @throws CorpusChangedError when a file changed since the snapshot
 */
export function* articleContents(snapshot: CorpusSnapshot, cache: BuildCache): Generator<ArticleContent> {
  for (const ref of snapshot.refs) {
    const { published } = cache.getOrCompute(ref.key, () => reparse(snapshot, ref));
    if (published === undefined) continue;
    const { content } = published;
    const article = { ...published.article, lang: ref.lang };
    yield { article, content: withImages(content, snapshot.images.served) };
  }
}

/**
 * Second pass: the articles with their passages and terms, generated one at a time; cached ones are not analysed.
 * @throws CorpusChangedError when a file changed since the snapshot
 */
export function* publishedArticles(snapshot: CorpusSnapshot, cache: BuildCache): Generator<PublishedArticle> {
  const { collection, languages, code, images } = snapshot;
  const top = topKey(collection);
  for (const batch of batchesOf(snapshot.refs)) {
    const tasks = batch.flatMap((ref) => {
      const { published } = cache.getOrCompute(ref.key, () => reparse(snapshot, ref));
      if (published === undefined) return [];
      const article = { ...published.article, lang: ref.lang };
      const language = languages.set.of(article.lang);
      return {
        path: ref.path,
        article,
        content: withImages(published.content, images.served),
        key: cacheKey("analysis", code.analyse, JSON.stringify(article), language.code, top),
        limit: limitFor(article.text.length),
        compute: () => toRecord(prepareArticle(article, language, collection)),
      };
    });
    const outcomes = cache.settle(tasks);
    for (const [index, { path, article, content }] of tasks.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      if ("value" in outcome) yield { ...fromRecord(article, outcome.value), content };
      else if (outcome.cause instanceof TimeLimitError) {
        log(`warning: ${path} ${unindexed}`, "yellow");
        yield { article, passages: [], analysed: [], content };
      } else throw outcome.cause;
    }
  }
}
