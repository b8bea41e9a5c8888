import type { ArticleMetadata } from "../model/index.ts";
import { LanguageSet } from "../text/language-set.ts";
import { languageCodes, loadLanguage } from "../text/languages/index.ts";

/** The languages of a corpus. */
export interface Languages {
  /** Codes of the supported languages of the articles, most frequent first; English when there is none. */
  readonly codes: readonly string[];
  readonly set: LanguageSet;
}

/** The languages with some codes. */
export const loadLanguages = async (codes: readonly string[]): Promise<LanguageSet> =>
  new LanguageSet(await Promise.all(codes.map(loadLanguage)));

/** The languages of articles. Of two that are equally frequent, the first in the alphabet comes first. */
export async function languagesOf(articles: Iterable<Pick<ArticleMetadata, "lang">>): Promise<Languages> {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const known = [...counts.keys()].filter((code) => languageCodes.includes(code));
  known.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const codes = known.length === 0 ? ["en"] : known;
  return { codes, set: await loadLanguages(codes) };
}
