import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import { lowerWords } from "../text/words.ts";

/** Minimum length of a word for its prefix to count as a negation: not `in` in inform. */
const shortestRoot = 5;

/** For each word of a language, the lists with its antonyms. */
const oppositesOf = memoizeByObject(({ opposites = [] }: Language) => {
  const found = new Map<string, (readonly string[])[]>();
  const add = (word: string, others: readonly string[]): void => {
    const known = found.get(word);
    if (known === undefined) found.set(word, [others]);
    else known.push(others);
  };
  for (const [ones, others] of opposites) {
    for (const word of ones) add(word, others);
    for (const word of others) add(word, ones);
  }
  return found;
});

/** How a quote contradicts a question. */
export interface Contradiction {
  /** The question is negated and the quote is not. */
  readonly negated: boolean;
  /** The quote has the antonym of a word of the question in its place: largest for smallest, known for unknown. */
  readonly antonym: boolean;
}

/**
 * Compares the words of a question and of a quote.
 *
 * @param asked the words of the question in lower case
 */
export function contradictionOf(
  asked: ReadonlySet<string>,
  quote: string,
  language: Language,
): Contradiction {
  const told = new Set(lowerWords(quote, language.lowerCase));
  const isNegated = (words: ReadonlySet<string>): boolean =>
    [...words].some((word) => language.negations?.has(word) === true);
  return { negated: isNegated(asked) && !isNegated(told), antonym: isOpposed(asked, told, language) };
}

function isOpposed(asked: ReadonlySet<string>, told: ReadonlySet<string>, language: Language): boolean {
  const { negativePrefixes = [] } = language;
  const known = oppositesOf(language);
  for (const word of asked) {
    if (told.has(word)) continue;
    for (const list of known.get(word) ?? []) {
      for (const opposite of list) if (told.has(opposite) && !asked.has(opposite)) return true;
    }
    for (const prefix of negativePrefixes) {
      if (word.length >= shortestRoot && told.has(prefix + word)) return true;
      const root = word.startsWith(prefix) ? word.slice(prefix.length) : "";
      if (root.length >= shortestRoot && told.has(root)) return true;
    }
  }
  return false;
}

/**
 * Makes a function that tells whether a text has the antonym of a word of a question in its place, going by the antonyms that are
 * listed: after for before.
 *
 * @param asked the words of the question in lower case
 * @returns undefined when no word of the question has one
 */
export function opposedJudge(
  asked: ReadonlySet<string>,
  language: Language,
): ((text: string) => boolean) | undefined {
  const pairs = [...asked].flatMap((word) =>
    (oppositesOf(language).get(word) ?? []).map((list) => ({
      word,
      others: list.filter((other) => !asked.has(other)),
    })),
  );
  if (pairs.length === 0) return undefined;
  return (text) => {
    const told = new Set(lowerWords(text, language.lowerCase));
    return pairs.some(({ word, others }) => !told.has(word) && others.some((other) => told.has(other)));
  };
}
