import { analyse } from "./analyser.ts";
import type { Language } from "./language.ts";

/** Groups of interchangeable phrases, each phrase as its terms. */
export type SynonymTerms = readonly (readonly (readonly string[])[])[];

/**
 * The synonyms of a language and those of a corpus as the terms of that language.
 *
 * @param ofCorpus groups of phrases as people write them
 */
export function analyseSynonyms(language: Language, ofCorpus: readonly (readonly string[])[]): SynonymTerms {
  return [...(language.synonyms ?? []), ...ofCorpus].map((group) =>
    group.map((phrase) =>
      analyse(phrase, language)
        .filter(({ weight }) => weight === 1)
        .map(({ term }) => term),
    ),
  );
}
