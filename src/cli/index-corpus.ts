import { createHash } from "node:crypto";
import type MiniSearch from "minisearch";
import type { Collection } from "../corpus/collection.ts";
import { splitArticle } from "../corpus/split.ts";
import { encodeIndex } from "../index/file.ts";
import { MemoryStore } from "../index/memory.ts";
import { type IndexedPassage, indexPassages, type SplitArticle } from "../index/minisearch.ts";
import type { IndexInfo } from "../index/store.ts";
import type { Article } from "../model.ts";
import { LanguageSet } from "../text/language-set.ts";
import { languageCodes, loadLanguage } from "../text/languages/index.ts";
import { sentences } from "../text/sentences.ts";

/** A corpus that was split and indexed, all in memory. */
export interface IndexedCorpus {
  readonly info: IndexInfo;
  readonly languages: LanguageSet;
  readonly articles: readonly SplitArticle[];
  readonly index: MiniSearch<IndexedPassage>;
  readonly bytes: Uint8Array;
}

/** Codes of the known languages of the articles, most frequent first, ties in alphabetical order; English when there is none. */
function languagesOf(articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const known = [...counts.keys()].filter((code) => languageCodes.includes(code));
  const codes = known.sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return codes.length === 0 ? ["en"] : codes;
}

/** Splits and indexes articles. */
export async function indexCorpus(
  collection: Collection,
  articles: readonly Article[],
): Promise<IndexedCorpus> {
  const codes = languagesOf(articles);
  const languages = new LanguageSet(await Promise.all(codes.map(loadLanguage)));
  const split = articles.map((article): SplitArticle => {
    const language = languages.of(article.lang);
    return { article, passages: splitArticle(article, (range) => sentences(article.text, range, language)) };
  });
  const index = indexPassages(split, languages.of);
  const bytes = encodeIndex(split, index);
  const info: IndexInfo = {
    version: createHash("sha256").update(bytes).digest("hex"),
    articles: articles.length,
    passages: split.reduce((sum, { passages }) => sum + passages.length, 0),
    title: collection.title,
    baseUrl: collection.baseUrl,
    languages: codes,
    synonyms: collection.synonyms,
  };
  return { info, languages, articles: split, index, bytes };
}

/** The reference engine over an indexed corpus. */
export function memoryStore({ info, articles, index, languages }: IndexedCorpus): MemoryStore {
  return new MemoryStore(info, articles, index, languages.of);
}
