import type { Collection } from "../corpus/collection.ts";
import type { IndexInfo } from "../index/store.ts";
import { analyseSynonyms } from "../text/synonyms.ts";
import type { Languages } from "./languages.ts";

/** The part of an index's description that does not depend on its articles. */
export function describeCorpus(
  { title, baseUrl, synonyms }: Collection,
  { codes, set }: Languages,
): Pick<IndexInfo, "title" | "baseUrl" | "languages" | "synonyms"> {
  const analysed = codes.map((code) => [code, analyseSynonyms(set.of(code), synonyms)] as const);
  return { title, baseUrl, languages: codes, synonyms: Object.fromEntries(analysed) };
}
