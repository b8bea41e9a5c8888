import { memoizeByObject } from "../shared/memoize.ts";
import { isStopTerm, type Token } from "../text/analyser.ts";
import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { termsOf } from "../text/terms.ts";

/** What two words count that are written as one: the words themselves are what was asked. */
const joinedWeight = 0.5;
/** A question of more content words is not searched for by its words written together, which costs a look-up each. */
const mostJoined = 4;

const letters = /^\p{L}{2,}$/u;

/**
 * Neighbours of a short question written together, as names often are: `github` for `git hub`. Each comes with the position of
 * its second word.
 */
export function joinedWords(
  text: string,
  tokens: readonly Token[],
  language: Language,
): (readonly [token: Token, second: number])[] {
  const words = tokens.filter(({ weight }) => weight === 1);
  if (words.length > mostJoined) return [];
  return words.flatMap((first, index) => {
    const second = words[index + 1];
    if (second === undefined || text.slice(first.end, second.start) !== " ") return [];
    const pair = [first, second].map(({ start, end }) => text.slice(start, end));
    if (!pair.every((word) => letters.test(word))) return [];
    const [stem] = termsOf(lower(pair.join(""), language.lowerCase), language);
    if (stem === undefined) return [];
    const token = { term: stem.term, start: first.start, end: second.end, position: first.position };
    return [[{ ...token, weight: joinedWeight }, second.position]] as const;
  });
}

/** Parts that are to be taken as they stand: in quotation marks, or marked as code. */
const literal = /["“„«「`]([^"“”„«»「」`]+)["”“»」`]/g;

/**
 * The stop words that are asked for, which are indexed in titles and headings alone: those in quotation marks or marked as
 * code; when there are no other words, `namedBy` them; and beside one other word all of them in what is not worded as a
 * question, `let and const`, and in a question the one before the word: the never type.
 *
 * @param tokens all of the question, with stop words
 * @param words how many content words it has
 * @param asks whether it is worded as a question
 */
export function askedStopTerms(
  text: string,
  tokens: readonly Token[],
  words: number,
  asks: boolean,
  language: Language,
): Token[] {
  const found = tokens.filter(({ term }) => isStopTerm(term)).map((token) => ({ ...token, weight: 1 }));
  const literals = [...text.matchAll(literal)];
  // A message that is quoted whole is found by its other words.
  const names = literals.filter(({ index, 0: part }) => {
    const inside = tokens.filter(({ start, end }) => start >= index && end <= index + part.length);
    return inside.every(({ term }) => isStopTerm(term));
  });
  const isLiteral = ({ start, end }: Token): boolean =>
    names.some(({ index, 0: part }) => start >= index && end <= index + part.length);
  const marked = found.filter(isLiteral);
  if (marked.length > 0) return marked;
  if (words === 0) return namedBy(text, found, language);
  if (words > 1) return [];
  if (!asks) return found;
  const word = tokens.find(({ weight }) => weight === 1)?.position ?? 0;
  const written = (position: number): string => {
    const token = found.find((one) => one.position === position);
    return token === undefined ? "" : lower(text.slice(token.start, token.end), language.lowerCase);
  };
  const [before, outer] = [written(word - 1), written(word - 2)];
  // Only what stands between a determiner and the word may be one: "the any type".
  const determines = language.determiners?.has(before) === true && language.determiners?.has(outer) !== true;
  const isOfQuestion = determines || askingWordsOf(language).has(before) || language.pronouns?.has(before);
  return isOfQuestion === true ? [] : found.filter(({ position }) => position === word - 1);
}

/** Words that questions are asked with: question words and the verbs that open a question. */
const askingWordsOf = memoizeByObject(
  ({ questionWords, openingVerbs }: Language): ReadonlySet<string> =>
    new Set([
      ...(openingVerbs ?? []),
      ...Object.values(questionWords).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(" "))),
    ]),
);

/** What a question of stop words is about: `if let` in "What does if let do?", all of "The Who" and of "What is it?". */
function namedBy(text: string, found: readonly Token[], language: Language): Token[] {
  const asking = askingWordsOf(language);
  const pointing = (word: string): boolean =>
    language.pronouns?.has(word) === true || language.negations?.has(word) === true;
  const wordOf = ({ start, end }: Token): string => lower(text.slice(start, end), language.lowerCase);
  const [first, ...rest] = found;
  if (first === undefined || !asking.has(wordOf(first))) return [...found];
  const isCapital = ({ start }: Token): boolean => /\p{Lu}/u.test(text.charAt(start));
  const named = rest.filter((token) => isCapital(token) || !asking.has(wordOf(token)));
  const [from, to] = [named[0], named.at(-1)];
  const isOne = from !== undefined && to !== undefined && to.position - from.position === named.length - 1;
  return isOne && !named.every((token) => pointing(wordOf(token))) ? named : [...found];
}
