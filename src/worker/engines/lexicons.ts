import { IndexUnavailableError } from "../../index/store.ts";
import type { Language } from "../../text/language.ts";
import { LanguageSet } from "../../text/language-set.ts";
import { isLexiconSlice } from "../../text/lexicon.ts";
import type { Env } from "../env.ts";
import type { Platform } from "../platform.ts";
import { readAsset } from "./assets.ts";

/** Where the words of languages are among the assets, by their codes: a folder, and how many slices are in it. */
export type LexiconFiles = Readonly<Record<string, { readonly folder: string; readonly slices: number }>>;

/**
 * The languages of a corpus, each with the words that it knows, which are read from static files when a question has a word that
 * the corpus lacks. A language that brings its own keeps them.
 */
export function withLexicons(
  languages: readonly Language[],
  files: LexiconFiles,
  env: Pick<Env, "ASSETS">,
  platform: Platform,
): LanguageSet {
  return new LanguageSet(
    languages.map((language) => {
      const file = files[language.code];
      if (file === undefined) return language;
      const { folder, slices } = file;
      const read = async (slice: number): Promise<Uint8Array> => {
        const bytes = await readAsset(env, `${folder}/${slice}.bin`, platform);
        if (isLexiconSlice(bytes)) return bytes;
        throw new IndexUnavailableError(`asset ${folder}/${slice}.bin is not what was built: deploy again`);
      };
      return { ...language, lexicon: { slices, read } };
    }),
  );
}
