import type { Range } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { fold, hasMarks } from "./fold.ts";
import type { Language, Script } from "./language.ts";

/** Minimum number of words to judge whether their writer omits diacritics. */
const tellingWords = 3;

const foldedStopWords = memoizeByObject(
  ({ stopWords }: Language): ReadonlySet<string> => new Set([...stopWords].map(fold)),
);

/** Whether a text was typed without diacritics: it has not a single one. */
export function lacksMarks(text: string, words: readonly Range[]): boolean {
  return words.length >= tellingWords && !hasMarks(text);
}

/**
 * Whether a lower-case word is a stop word: as people write them or, in a text that `lacksMarks`, as people type them who
 * leave marks out. Not both at once, since a stop word without its marks can be another word: Vietnamese `của`, of, and
 * `cua`, crab.
 */
export function isStopWord(word: string, language: Language, typedWithoutMarks: boolean): boolean {
  return typedWithoutMarks ? foldedStopWords(language).has(fold(word)) : language.stopWords.has(word);
}

const unspacedScripts: readonly Script[] = ["Han", "Kana", "Thai"];

/** Finds the stop words of a language in a run of characters, longer ones first; undefined when it puts spaces between words. */
export const stopPhrases = memoizeByObject(({ script, stopWords }: Language): RegExp | undefined => {
  if (!unspacedScripts.includes(script)) return undefined;
  const longestFirst = [...stopWords].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join("|"), "g");
});
