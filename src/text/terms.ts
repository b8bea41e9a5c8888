import { memoizeWords } from "../shared/memoize.ts";
import { fold } from "./fold.ts";
import type { Language } from "./language.ts";
import { anyNumber } from "./patterns.ts";

/** A term that a word is indexed under. */
export interface WordTerm {
  readonly term: string;
  /** 1 for the word's own term, less for another spelling of it. */
  readonly weight: number;
}

/** What another spelling of a word counts. More would count a word twice for having an accent. */
const spellingWeight = 0.2;

/** What the first letters of a word count. More would rank words that only begin alike above the word itself. */
const prefixWeight = 0.3;

/** Stands before a prefix, which is not to be found by a short word of the same letters. */
const prefixMark = "^";

/** Whether a term is the first letters of words and no word itself. */
export const isPrefixTerm = (term: string): boolean => term.startsWith(prefixMark);

/**
 * The index terms of a lower-case word. The first is its stem without the marks that readers may leave out. A word with
 * such marks has up to two more: the stem of the word as it is typed without them, since stemmers look for endings with
 * their accents, and the stem with its marks, which puts the word before its look-alikes when the reader types the marks. The last is the prefix
 * of the stem in languages that have one.
 */
export const termsOf = memoizeWords((word, language: Language): readonly WordTerm[] => {
  const [stem, ...others] = spellings(word, language);
  return [
    { term: stem, weight: 1 },
    ...others.map((term) => ({ term, weight: spellingWeight })),
    ...prefixes(stem, language).map((term) => ({ term, weight: prefixWeight })),
  ];
});

/** A stem and its other spellings, all distinct. */
function spellings(word: string, language: Language): [string, ...string[]] {
  // A word of nothing but endings or marks is its own stem.
  const marked = language.stem(word) || word;
  const stem = fold(marked) || marked;
  const folded = fold(word) || word;
  if (folded === word) return [stem];
  const typed = fold(language.stem(folded)) || folded;
  return [stem, ...new Set([typed, marked].filter((term) => term !== stem))];
}

/** The beginning that a stem shares with compounds and with inflections that the stemmer does not know. */
function prefixes(stem: string, { prefixLength }: Language): string[] {
  if (prefixLength === undefined || stem.length < prefixLength || anyNumber().test(stem)) return [];
  return [prefixMark + stem.slice(0, prefixLength)];
}
