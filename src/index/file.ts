import MiniSearch from "minisearch";
import type { LanguageSet } from "../text/language-set.ts";
import { MemoryStore } from "./memory.ts";
import { type IndexedPassage, miniSearchOptions, type SplitArticle } from "./minisearch.ts";
import type { IndexInfo } from "./store.ts";

/** Reads a file of the built index by its name. */
export interface IndexReader {
  /** @throws IndexUnavailableError when the file cannot be read. */
  read(name: string): Promise<Uint8Array>;
}

/** The parts of an index file. */
interface IndexFile {
  readonly articles: readonly SplitArticle[];
  readonly search: Parameters<typeof MiniSearch.loadJS>[0];
}

/** The bytes of an index: the same corpus gives the same bytes. */
export function encodeIndex(
  articles: readonly SplitArticle[],
  search: MiniSearch<IndexedPassage>,
): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ articles, search }));
}

/** Opens the bytes of an index. */
export function openIndex(bytes: Uint8Array, info: IndexInfo, languages: LanguageSet): MemoryStore {
  const { articles, search } = JSON.parse(new TextDecoder().decode(bytes)) as IndexFile;
  return new MemoryStore(info, articles, MiniSearch.loadJS(search, miniSearchOptions), languages.of);
}
