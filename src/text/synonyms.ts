import { analyse } from "./analyser.ts";
import type { Language } from "./language.ts";
import { synonyms as english } from "./languages/en-synonyms.ts";

/** Groups of interchangeable phrases, each phrase as its terms. */
export type SynonymTerms = readonly (readonly (readonly string[])[])[];

/**
 * Groups of interchangeable words and phrases of languages, in any text, as people write them. They are no part of a language's rules, which answers
 * load: an index has them as terms.
 */
const groupsOf: Readonly<Record<string, readonly (readonly string[])[]>> = { en: english };

/**
 * The synonyms of a language and those of a corpus as the terms of that language.
 *
 * @param ofCorpus groups of phrases as people write them
 */
export function analyseSynonyms(language: Language, ofCorpus: readonly (readonly string[])[]): SynonymTerms {
  return [...(groupsOf[language.code] ?? []), ...ofCorpus].map((group) =>
    group.map((phrase) =>
      analyse(phrase, language)
        .filter(({ weight }) => weight === 1)
        .map(({ term }) => term),
    ),
  );
}
