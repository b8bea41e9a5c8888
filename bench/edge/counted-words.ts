import type { Language } from "../../src/text/language.ts";
import { LanguageSet } from "../../src/text/language-set.ts";

/** Languages that know no words yet; what they read of their lists is told. */
export const countedWords = (
  languages: readonly Language[],
  onSlice: (slice: Uint8Array) => void,
): LanguageSet =>
  new LanguageSet(
    languages.map(({ lexicon, ...language }) => {
      if (lexicon === undefined) return language;
      const read = async (number: number): Promise<Uint8Array> => {
        const slice = await lexicon.read(number);
        onSlice(slice);
        return slice;
      };
      return { ...language, lexicon: { slices: lexicon.slices, read } };
    }),
  );
