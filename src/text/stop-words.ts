import type { Range } from "../model.ts";
import { fold, hasMarks } from "./fold.ts";
import type { Language, Script } from "./language.ts";

/** Fewer words than this do not tell whether their writer leaves marks out. */
const tellingWords = 3;

const foldedLists = new WeakMap<Language, ReadonlySet<string>>();

function foldedStopWords(language: Language): ReadonlySet<string> {
  let list = foldedLists.get(language);
  if (list === undefined) {
    list = new Set([...language.stopWords].map(fold));
    foldedLists.set(language, list);
  }
  return list;
}

/**
 * Tells the stop words of a text by their lower-case form: as people write them or, in a text without a single mark, as
 * people type them who leave marks out. Not both at once, since a stop word without its marks can be another word:
 * Vietnamese `của`, of, and `cua`, crab.
 */
export function stopWordTest(
  text: string,
  words: readonly Range[],
  language: Language,
): (word: string) => boolean {
  if (words.length < tellingWords || hasMarks(text)) return (word) => language.stopWords.has(word);
  const folded = foldedStopWords(language);
  return (word) => folded.has(fold(word));
}

const unspacedScripts: readonly Script[] = ["Han", "Kana", "Thai"];
const phrasePatterns = new WeakMap<Language, RegExp>();

/** Finds the stop words of a language in a run of characters, longer ones first; undefined when it puts spaces between words. */
export function stopPhrases(language: Language): RegExp | undefined {
  if (!unspacedScripts.includes(language.script)) return undefined;
  let pattern = phrasePatterns.get(language);
  if (pattern === undefined) {
    const longestFirst = [...language.stopWords].sort((a, b) => b.length - a.length);
    pattern = new RegExp(longestFirst.join("|"), "g");
    phrasePatterns.set(language, pattern);
  }
  return pattern;
}
