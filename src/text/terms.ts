import { fold } from "./fold.ts";
import type { Language } from "./language.ts";

/** A term that a word is indexed under. */
export interface WordTerm {
  readonly term: string;
  /** 1 for the word's own term, less for another spelling of it. */
  readonly weight: number;
}

/** What another spelling of a word counts. More would count a word twice for having an accent. */
const spellingWeight = 0.2;

const cacheSize = 20_000;
const caches = new WeakMap<Language, Map<string, readonly WordTerm[]>>();

/**
 * The index terms of a lower-case word. The first is its stem without the marks that readers may leave out. A word with
 * such marks has up to two more: the stem of the word as it is typed without them, since stemmers look for endings with
 * their accents, and the stem with its marks, which puts the word before its look-alikes when the reader types the marks.
 * Cached, since a few thousand words make up most of any text.
 */
export function termsOf(word: string, language: Language): readonly WordTerm[] {
  let cache = caches.get(language);
  if (cache === undefined) {
    cache = new Map();
    caches.set(language, cache);
  }
  const known = cache.get(word);
  if (known !== undefined) return known;
  const terms = spellings(word, language).map((term, index) => ({
    term,
    weight: index === 0 ? 1 : spellingWeight,
  }));
  if (cache.size >= cacheSize) cache.clear();
  cache.set(word, terms);
  return terms;
}

function spellings(word: string, language: Language): string[] {
  // A word of nothing but endings or marks is its own stem.
  const stem = language.stem(word) || word;
  const folded = fold(word) || word;
  const typed = folded === word ? [] : [fold(language.stem(folded)) || folded, stem];
  return [...new Set([fold(stem) || stem, ...typed])];
}
