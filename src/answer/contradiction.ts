import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

const opposites = new WeakMap<Language, ReadonlyMap<string, ReadonlySet<string>>>();

/** The opposites of each word of a language. */
function oppositesOf(language: Language): ReadonlyMap<string, ReadonlySet<string>> {
  const known = opposites.get(language);
  if (known !== undefined) return known;
  const made = new Map<string, Set<string>>();
  const add = (word: string, others: readonly string[]): void => {
    made.set(word, new Set([...(made.get(word) ?? []), ...others]));
  };
  for (const [ones, others] of language.opposites ?? []) {
    for (const word of ones) add(word, others);
    for (const word of others) add(word, ones);
  }
  opposites.set(language, made);
  return made;
}

const writtenWords = (text: string, { lowerCase }: Language): ReadonlySet<string> =>
  new Set(words(text).map(({ start, end }) => lower(text.slice(start, end), lowerCase)));

/** True when the question says no or not and the quote does not. */
export function isDenied(question: string, quote: string, language: Language): boolean {
  const isNegated = (text: string): boolean =>
    [...writtenWords(text, language)].some((word) => language.negations?.has(word) === true);
  return isNegated(question) && !isNegated(quote);
}

/** True when the question has a word whose opposite stands in the quote instead: largest for smallest, known for unknown. */
export function isOpposed(question: string, quote: string, language: Language): boolean {
  const asked = writtenWords(question, language);
  const told = writtenWords(quote, language);
  const known = oppositesOf(language);
  const prefixes = language.negativePrefixes ?? [];
  for (const word of asked) {
    if (told.has(word)) continue;
    for (const opposite of known.get(word) ?? []) if (told.has(opposite) && !asked.has(opposite)) return true;
    for (const prefix of prefixes) {
      if (word.length >= shortestRoot && told.has(prefix + word)) return true;
      const root = word.startsWith(prefix) ? word.slice(prefix.length) : "";
      if (root.length >= shortestRoot && told.has(root)) return true;
    }
  }
  return false;
}

/** Letters of a word, at least, before which a beginning is taken to be a negation: not `form` in inform. */
const shortestRoot = 5;
