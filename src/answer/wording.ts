import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import { lowerWords } from "../text/words.ts";
import type { SentenceTokens } from "./passage-tokens.ts";

const wordsOf = memoizeByObject(({ lowerCase }: Language) =>
  memoizeByObject(({ text }: SentenceTokens) => lowerWords(text, lowerCase)),
);

/** Words in a row from which on it is no chance that a sentence has them as a question has. */
const leastRun = 3;

/** Words at the beginning of a question that are looked for: in a long one of a word over and over all would be compared with all. */
const reach = 64;

/**
 * Makes a function that tells how far a sentence is worded as a question is: the longest run of its words, those that say little too,
 * as a share of the question's.
 */
export function wordingJudge(question: string, language: Language): (sentence: SentenceTokens) => number {
  const asked = lowerWords(question, language.lowerCase);
  if (asked.length < leastRun) return () => 0;
  const places = new Map<string, number[]>();
  asked.slice(0, reach).forEach((word, index) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [index]);
    else known.push(index);
  });
  return (sentence) => {
    const words = wordsOf(language)(sentence);
    let best = 0;
    /** Length of the run that ends with the word before, by where it ends in the question. */
    let runs = new Map<number, number>();
    for (const word of words) {
      const next = new Map<number, number>();
      for (const place of places.get(word) ?? []) {
        const length = (runs.get(place - 1) ?? 0) + 1;
        next.set(place, length);
        best = Math.max(best, length);
      }
      runs = next;
    }
    return best < leastRun ? 0 : best / asked.length;
  };
}
