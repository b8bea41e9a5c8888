import { inverseDocumentFrequency } from "../index/bm25.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";

/** Number of imaginary passages of general text that are added to the corpus's statistics. */
const generalPassages = 200;

/** Share of general passages that contain each frequent term of a language, 0 to 1. */
const sharesOf = memoizeByObject(({ frequentTerms = {} }: Language): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>();
  for (const [perThousand, terms] of Object.entries(frequentTerms)) {
    for (const term of terms.split(" ")) shares.set(term, Number(perThousand) / 1000);
  }
  return shares;
});

/** Whether a term is among the frequent ones of a language in general text. */
export const isFrequent = (term: string, language: Language): boolean => sharesOf(language).has(term);

/**
 * Inverse document frequency of a term as if the corpus also had passages of general text. Among a few hundred
 * passages `take` and `place` can be as rare as a name, by accident; among many thousands the addition makes no difference.
 *
 * @param documentFrequency number of the corpus's `passages` with the term
 */
export function smoothedIdf(
  term: string,
  documentFrequency: number,
  passages: number,
  language: Language,
): number {
  const expected = documentFrequency + generalPassages * (sharesOf(language).get(term) ?? 0);
  return inverseDocumentFrequency((expected * passages) / (passages + generalPassages), passages);
}
