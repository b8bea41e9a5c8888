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

/** Weight of another spelling of a word. More would count a word twice for having an accent. */
const spellingWeight = 0.2;

/** Weight of a word's prefix. More would rank words that only share it above the word itself. */
const prefixWeight = 0.3;

/** Longest word, in UTF-16 units, that has a stem: no language has longer ones, and stemmers' time grows with the square. */
export const longestStemmed = 64;

/** The stem of a word; one that is longer than any of a language is left as it is. */
export const stemOf = (word: string, language: Language): string =>
  word.length > longestStemmed ? word : language.stem(word);

/** Marks a prefix term, so that a short word of the same letters does not match it. */
const prefixMark = "^";

/** Whether a term is a prefix rather than a word. */
export const isPrefixTerm = (term: string): boolean => term.startsWith(prefixMark);

/**
 * The index terms of a lower-case word. The first is its stem without the marks that readers may leave out. A word with
 * such marks has up to two more: the stem of the word as it is typed without them, since stemmers look for endings with
 * their accents, and the stem with its marks, which puts the word before its look-alikes when the reader types the marks. The last is the prefix
 * of the stem in languages that have one.
 */
export const termsOf = memoizeWords((word, language: Language): readonly WordTerm[] => {
  if (word.length > longestStemmed) return [{ term: fold(word) || word, weight: 1 }];
  const [stem, ...others] = spellings(word, language);
  return [
    { term: stem, weight: 1 },
    ...others.map((term) => ({ term, weight: spellingWeight })),
    ...prefixes(stem, language).map((term) => ({ term, weight: prefixWeight })),
  ];
});

/** A stem and its other spellings, all distinct. */
function spellings(word: string, language: Language): [string, ...string[]] {
  // A word that is nothing but suffixes or marks is its own stem.
  const marked = language.stem(word) || word;
  const stem = fold(marked) || marked;
  const folded = fold(word) || word;
  if (folded === word) return [stem];
  const typed = fold(language.stem(folded)) || folded;
  return [stem, ...new Set([typed, marked].filter((term) => term !== stem))];
}

/** The prefix that a stem shares with compounds and with inflections unknown to the stemmer. */
function prefixes(stem: string, { prefixLength }: Language): string[] {
  if (prefixLength === undefined || stem.length < prefixLength || anyNumber().test(stem)) return [];
  return [prefixMark + stem.slice(0, prefixLength)];
}
