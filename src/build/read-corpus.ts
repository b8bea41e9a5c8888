import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Collection } from "../corpus/collection.ts";
import type { Source } from "../corpus/formats/index.ts";
import { parseArticle } from "../corpus/formats/read.ts";
import { readArticles } from "../corpus/load.ts";
import type { Problem } from "../corpus/problem.ts";
import type { AnalysedArticle } from "../index/analyse-passage.ts";
import { metadataOf } from "../index/metadata.ts";
import type { Article } from "../model/index.ts";
import { articleContent } from "../site/content.ts";
import { type ArticleOutline, type Heading, headingsOf } from "../site/headings.ts";
import { type PageContent, pageContent, withImages } from "../site/page-content.ts";
import { hasOwnPage } from "../site/site.ts";
import { fromRecord, toRecord } from "./analysis-record.ts";
import { type BuildCache, cacheKey } from "./build-cache.ts";
import { codeHash } from "./code-hash.ts";
import { CorpusImages } from "./corpus-images.ts";
import { prepareArticle } from "./index-article.ts";
import { type Languages, languagesOf } from "./languages.ts";

/** What a file gave. */
interface ParsedFile {
  readonly published?: {
    readonly article: Article;
    readonly headings: readonly Heading[];
    /** What the article's page shows below its title. */
    readonly content: PageContent;
  };
  readonly problems: Problem[];
}

/** Where to find an article again. */
interface ArticleRef {
  readonly path: string;
  readonly key: string;
}

/**
 * What has to be known of all articles of a corpus together, once each of them was read. Their texts are not in it: they
 * are read again one after the other, see `publishedArticles`.
 */
export interface CorpusSnapshot {
  readonly directory: string;
  readonly collection: Collection;
  /** All of all files, ordered by path and line. When one is an error, nothing is to be published. */
  readonly problems: readonly Problem[];
  /** In the order of the bytes of their ids; drafts are left out. */
  readonly articles: readonly ArticleOutline[];
  readonly refs: readonly ArticleRef[];
  /** UTF-16 units of all texts. */
  readonly textLength: number;
  readonly languages: Languages;
  /** What the articles' pages show. */
  readonly images: CorpusImages;
  /** `codeHash` of what read it. */
  readonly code: string;
}

/** An article as it is published. */
export interface PublishedArticle extends AnalysedArticle {
  /** HTML of what the article's page shows below its title. */
  readonly content: string;
}

function parseFile(source: Source, { lang }: Pick<Collection, "lang">): ParsedFile {
  const { article, layout, problems } = parseArticle(source, { lang });
  if (article === undefined) return { problems };
  const content = pageContent(articleContent(article, layout?.()));
  return { published: { article, headings: headingsOf(article), content }, problems };
}

const fileKey = (code: string, { path, bytes }: Source, { lang = "" }: Pick<Collection, "lang">): string =>
  cacheKey("file", code, path, lang, bytes);

/**
 * Reads a corpus from its first article to its last. What the cache knows is not parsed.
 *
 * @param onProgress told how many files were read, and of how many
 */
export async function readCorpus(
  directory: string,
  cache: BuildCache,
  onProgress?: (done: number, total: number) => void,
): Promise<CorpusSnapshot> {
  const code = codeHash();
  const articles: ArticleOutline[] = [];
  const refs: ArticleRef[] = [];
  const images = new CorpusImages(directory);
  let textLength = 0;
  const take = (source: Source, collection: Collection) => {
    const key = fileKey(code, source, collection);
    const { published, problems } = cache.getOrCompute(key, () => parseFile(source, collection));
    if (published !== undefined) {
      const { article, headings, content } = published;
      if (hasOwnPage(article)) problems.push(...images.look(source.path, content));
      articles.push({ ...metadataOf(article), headings });
      refs.push({ path: source.path, key });
      textLength += article.text.length;
    }
    return { isArticle: published !== undefined, problems };
  };
  const { collection, problems } = await readArticles(directory, take, onProgress);
  const languages = await languagesOf(articles);
  return { directory, collection, problems, articles, refs, textLength, languages, images, code };
}

/** Thrown when a file is not any more what it was when the corpus was read. */
export class CorpusChangedError extends Error {
  override name = "CorpusChangedError";
}

function reparse({ directory, collection, code }: CorpusSnapshot, { path, key }: ArticleRef): ParsedFile {
  const source = { path, bytes: readFileSync(join(directory, path)) };
  if (fileKey(code, source, collection) !== key) {
    throw new CorpusChangedError(`${path} was changed while it was being built: build again`);
  }
  return parseFile(source, collection);
}

/** An article and HTML of what its page shows below its title. */
export type ArticleContent = Pick<PublishedArticle, "article" | "content">;

/**
 * The articles of a corpus with what their pages show, one after the other.
 * @throws CorpusChangedError when a file was changed since the snapshot
 */
export function* articleContents(snapshot: CorpusSnapshot, cache: BuildCache): Generator<ArticleContent> {
  for (const ref of snapshot.refs) {
    const { published } = cache.getOrCompute(ref.key, () => reparse(snapshot, ref));
    if (published === undefined) continue;
    const { article, content } = published;
    yield { article, content: withImages(content, snapshot.images.served) };
  }
}

/**
 * The articles of a corpus with their passages, one after the other. What the cache knows is not analysed.
 * @throws CorpusChangedError when a file was changed since the snapshot
 */
export function* publishedArticles(snapshot: CorpusSnapshot, cache: BuildCache): Generator<PublishedArticle> {
  const { collection, languages, code } = snapshot;
  for (const ref of snapshot.refs) {
    const { published } = cache.getOrCompute(ref.key, () => reparse(snapshot, ref));
    if (published === undefined) continue;
    const { article, content } = published;
    const language = languages.set.of(article.lang);
    const key = cacheKey("analysis", ref.key, code, language.code, collection.title);
    const record = cache.getOrCompute(key, () =>
      toRecord(prepareArticle(article, language, collection.title)),
    );
    yield { ...fromRecord(article, record), content: withImages(content, snapshot.images.served) };
  }
}
