import { createHash } from "node:crypto";
import type { Collection } from "../corpus/collection.ts";
import { splitArticle } from "../corpus/split.ts";
import { compareCodePoints } from "../index/bytes.ts";
import { compileIndex } from "../index/compile.ts";
import { CompiledStore } from "../index/compiled.ts";
import { type IndexManifest, indexFormat } from "../index/manifest.ts";
import type { SplitArticle } from "../index/minisearch.ts";
import { type IndexInfo, IndexUnavailableError } from "../index/store.ts";
import type { Article } from "../model.ts";
import { textAbove } from "../site/article-page.ts";
import { analyserVersion } from "../text/analyser.ts";
import { LanguageSet } from "../text/language-set.ts";
import { languageCodes, loadLanguage } from "../text/languages/index.ts";
import { sentences } from "../text/sentences.ts";
import { withDirectives } from "./directives.ts";

/** Codes of the known languages of the articles, most frequent first, ties in alphabetical order; English when there is none. */
function languagesOf(articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const known = [...counts.keys()].filter((code) => languageCodes.includes(code));
  const codes = known.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return codes.length === 0 ? ["en"] : codes;
}

/** An index that was compiled, but for its files. */
export interface CompiledCorpus {
  readonly manifest: IndexManifest;
  readonly languages: LanguageSet;
}

/**
 * Splits articles and compiles their index. An article without a passage cannot be found or cited, and is left out.
 *
 * @param write takes each file and its name among the assets
 * @param onProgress told how many articles were indexed, and of how many
 */
export async function compileCorpus(
  collection: Collection,
  articles: readonly Article[],
  write: (name: string, file: Uint8Array) => Promise<void>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CompiledCorpus> {
  const codes = languagesOf(articles);
  const languages = new LanguageSet(await Promise.all(codes.map(loadLanguage)));
  const { title, baseUrl, synonyms } = collection;
  const about = { title, baseUrl, synonyms, languages: codes };
  const hash = createHash("sha256").update(JSON.stringify([indexFormat, analyserVersion, about]));
  const split = articles
    .map((article): SplitArticle => {
      const language = languages.of(article.lang);
      const passages = splitArticle(article, (range) => sentences(article.text, range, language));
      const sentencesOf = (text: string) => sentences(text, { start: 0, end: text.length }, language);
      return { article, passages: withDirectives(article, passages, textAbove(title, article), sentencesOf) };
    })
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => compareCodePoints(a.article.id, b.article.id));
  for (const { article } of split) hash.update(JSON.stringify(article));
  const info: IndexInfo = {
    version: hash.digest("hex"),
    articles: split.length,
    passages: split.reduce((sum, { passages }) => sum + passages.length, 0),
    ...about,
  };
  const folder = `index/${info.version.slice(0, 16)}`;
  const root = await compileIndex({
    version: info.version,
    articles: counted(split, onProgress),
    textLength: split.reduce((sum, { article }) => sum + article.text.length, 0),
    languageOf: languages.of,
    write: (name, file) => write(`${folder}/${name}`, file),
  });
  return { manifest: { ...info, format: indexFormat, analyser: analyserVersion, folder, root }, languages };
}

/** The items, with a call for each that was worked through. */
function* counted<Item>(
  items: readonly Item[],
  onProgress: (done: number, total: number) => void,
): Generator<Item> {
  for (const [index, item] of items.entries()) {
    yield item;
    onProgress(index + 1, items.length);
  }
}

/** Compiles an index into memory. */
export async function compileInMemory(
  collection: Collection,
  articles: readonly Article[],
): Promise<{ store: CompiledStore; languages: LanguageSet }> {
  const files = new Map<string, Uint8Array>();
  const { manifest, languages } = await compileCorpus(collection, articles, async (name, file) => {
    files.set(name, file);
  });
  const read = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (file === undefined) throw new IndexUnavailableError(`index file ${name} is missing`);
    return file;
  };
  return { store: new CompiledStore(manifest, read), languages };
}
