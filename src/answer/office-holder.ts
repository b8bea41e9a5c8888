import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { Language } from "../text/language.ts";
import { anySmallLetter } from "../text/patterns.ts";
import { stemOf } from "../text/terms.ts";
import { lowerWords } from "../text/words.ts";
import { type Cue, unknown } from "./cue.ts";
import type { Question } from "./question.ts";
import { isFrequent } from "./smoothed-idf.ts";

/** Two words with capitals, as a person's first and last name are; what may stand between them is an initial or `van der`. */
const fullName = lazyRegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{Lu}[\p{Ll}\p{M}][\p{L}\p{M}'’-]*)(?:[ \u00a0\n]\p{Lu}\.|[ \u00a0\n]\p{Ll}{1,3}){0,2}[ \u00a0\n](\p{Lu}[\p{L}\p{M}'’-]*\p{Ll})(?![\p{L}\p{N}])`,
  "gu",
);
/** Letters at the beginning of a word that its forms share. */
const formLength = 4;
/** Words of content that the question does not have and that may stand between an office and the name of who holds it. */
const holderReach = 1;

/**
 * The cue for who holds an office: the office right beside a full name, "Ida Holm has been the director of the port", in a table in
 * the same cell or in neighbouring ones. Two frequent words, as in `Open Source`, or one that stands in the sentence with small
 * letters as well, are no name.
 */
export function holderCue({ terms, text }: Question, office: () => RegExp, language: Language): Cue {
  const asked = new Set(terms.flatMap(({ term, weight }) => (weight === 1 ? term : [])));
  const wanted = [...text.matchAll(office())].map(([held]) => held);
  const isContent = (word: string): boolean =>
    !language.stopWords.has(word) && !asked.has(stemOf(word, language));
  const isBetween = (text: string): boolean =>
    text.split("\t").length <= 2 &&
    lowerWords(text, language.lowerCase).filter(isContent).length <= holderReach;
  return (sentence) => {
    if (!anySmallLetter().test(sentence)) return unknown;
    const isName = (one: string, other: string): boolean => {
      const words = [one.toLowerCase(), other.toLowerCase()];
      return (
        words.every((word) => isContent(word) && !sentence.includes(word)) &&
        words.some((word) => !isFrequent(stemOf(word, language), language))
      );
    };
    const offices = [...sentence.matchAll(office())].filter(([held]) =>
      wanted.some((one) => isSameOffice(one, held)),
    );
    const names = [...sentence.matchAll(fullName())].filter(([, first = "", last = ""]) =>
      isName(first, last),
    );
    return Number(
      names.some((name) =>
        offices.some((held) => {
          const [first, second] = name.index < held.index ? [name, held] : [held, name];
          return isBetween(sentence.slice(first.index + first[0].length, second.index));
        }),
      ),
    );
  };
}

/** Whether two names of offices are forms of one, or one the initials of the other: CEO, chief executive. */
function isSameOffice(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const initials = (text: string): string => text.replace(/(\p{L})\p{L}*[\s-]*/gu, "$1");
  const isShort = (short: string, long: string): boolean =>
    long.includes(" ") && short.startsWith(initials(long));
  return a.slice(0, formLength) === b.slice(0, formLength) || isShort(a, b) || isShort(b, a);
}
