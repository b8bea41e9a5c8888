import { inverseDocumentFrequency } from "../index/bm25.ts";
import { opensWithVerb } from "./question.ts";
import { lackOf, type RetrievalResult, wordWeights } from "./retrieve.ts";

/** What is left of the confidence in an answer to a question that is about a word that no article contains: too little to show one. */
export const absentWordFactor = 0.1;

/**
 * Shares of the question's idf from which a word is what it is about: any word; any in a question for yes or no, which a text
 * answers that says just that; and one that has no other name.
 */
const aboutShare = { any: 0.36, claimed: 0.3, kind: 0.2 } as const;

/** A word is rare whose idf is at least this share of that of a word that nobody uses: common ones say the same in many ways. */
const rareShare = 0.85;

/** A shorter word that the index lacks is often a mistake of the hand. */
const leastLetters = 4;

/**
 * Whether a question is about a word that no article contains in any form, under no synonym and no spelling that could be
 * meant. What is found is then about something else: the dose of another drug, the fare to another town. Such a word
 * bears much of the question; less of it when it names a town, a disease or the like, which texts do not put in other words.
 * Unknown of languages whose words are not known, and of those that do not space them.
 */
export function asksAbsentWord({ question, terms, missingKinds, passages }: RetrievalResult): boolean {
  if (question.language.lexicon === undefined) return false;
  const lack = lackOf(terms);
  const weights = wordWeights(terms);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const rarest = inverseDocumentFrequency(0, passages);
  const isClaim = question.answerType === undefined && opensWithVerb(question);
  const least = isClaim ? aboutShare.claimed : aboutShare.any;
  return terms.some(({ term, word, weight, idf, isPart }) => {
    if (weight !== 1 || isPart === true || term.length < leastLetters) return false;
    if (question.language.meaningTerms?.has(term) === true) return false;
    // A town that begins as another one does is not found by what both begin with.
    const share = idf / (total - (weights.get(word) ?? 0) + idf);
    if (missingKinds.has(word)) return share >= aboutShare.kind;
    return lack(word) === 1 && share >= least && idf >= rareShare * rarest;
  });
}
