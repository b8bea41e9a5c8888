import { inverseDocumentFrequency } from "../index/bm25.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";

/** Passages of general text that are thought to be beside those of a corpus. */
const generalPassages = 200;

/** Share of general passages that hold each of the frequent terms of a language, 0 to 1. */
const sharesOf = memoizeByObject(({ frequentTerms = {} }: Language): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>();
  for (const [perThousand, terms] of Object.entries(frequentTerms)) {
    for (const term of terms.split(" ")) shares.set(term, Number(perThousand) / 1000);
  }
  return shares;
});

/**
 * Inverse document frequency of a term as if passages of general text stood beside the corpus. Among a few hundred
 * passages `take` and `place` can be as rare as a name, which tells nothing of them; among many thousands they make no
 * difference.
 *
 * @param documentFrequency in how many of the corpus's `passages` the term is
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
