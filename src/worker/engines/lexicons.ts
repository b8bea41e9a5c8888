import type { Language } from "../../text/language.ts";
import { LanguageSet } from "../../text/language-set.ts";
import { decodeLexicon } from "../../text/lexicon.ts";
import type { Env } from "../env.ts";
import type { Platform } from "../platform.ts";
import { readAsset } from "./assets.ts";

/**
 * The languages of a corpus, each with a list of the words that it knows, which is read from a static file when a question first has
 * a word that the corpus lacks. A language that brings its own list keeps it.
 *
 * @param files paths of the lists among the assets, by the languages' codes
 */
export function withLexicons(
  languages: readonly Language[],
  files: Readonly<Record<string, string>>,
  env: Pick<Env, "ASSETS">,
  platform: Platform,
): LanguageSet {
  return new LanguageSet(
    languages.map((language) => {
      const file = files[language.code];
      if (file === undefined) return language;
      return { ...language, lexicon: async () => decodeLexicon(await readAsset(env, file, platform)) };
    }),
  );
}
