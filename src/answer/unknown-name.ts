import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { hasSmallWords } from "../text/capitals.ts";
import { anyNumber } from "../text/patterns.ts";
import { alternativesIn } from "./alternatives.ts";
import { isBelowNumber } from "./heading-match.ts";
import type { QuestionTerm } from "./question.ts";
import { lackOf, type RetrievalResult } from "./retrieve.ts";
import type { FetchedPassage } from "./score-units.ts";

const capital = lazyRegExp(String.raw`\p{Lu}`, "u");

/** What is left of the confidence in an answer to a question with a name that no article contains: too little to show one. */
export const unknownNameFactor = 0.1;

/**
 * Whether a question has a number, a code or a name that no article contains. What is found is then about another one: of the
 * questions of the judged sets that their articles answer, none has any.
 */
export function asksUnknownName({ question, terms, missingNames }: RetrievalResult): boolean {
  const lack = lackOf(terms);
  const alternatives = alternativesIn(question);
  const isOptional = ({ word }: QuestionTerm): boolean =>
    (alternatives.get(word) ?? []).some((other) => lack(other) < 1);
  const capitalTells = question.language.capitalNouns !== true && hasSmallWords(question.text);
  const isName = ({ range }: QuestionTerm): boolean => {
    const written = question.text.slice(range.start, range.end);
    if (anyNumber().test(written) || isOption(question.text, range.start)) return true;
    return capitalTells && range.start > 0 && capital().test(written);
  };
  return question.terms.some(
    (term) =>
      term.weight === 1 &&
      (missingNames.has(term.word) || (lack(term.word) === 1 && isName(term))) &&
      !isOptional(term),
  );
}

/** Whether a word is the name of an option, as `--version` is. */
const isOption = (text: string, start: number): boolean =>
  /(?:^|\s)--(?:[\w-]+-)?$/.test(text.slice(0, start));

/** An ordinal in Chinese numerals with what it numbers: article six. */
const ordinals = lazyRegExp(String.raw`第[〇零一二三四五六七八九十百千万\d]+\p{Script=Han}?`, "gu");

/** A number that is written in figures in any text; up to twelve, people write words as well, but for that of a name. */
const figures = /^\d[\d.,]*\d$/;
const digit = /^\d$/;

/**
 * Whether a question has a number that a passage lacks, or the name that the number belongs to: neither Windows 11 nor
 * chapter 12 is Windows 12. A year may be that of the article. On SQuAD 2.0 such a passage has the answer to 5 of 40
 * questions.
 */
export function lacksNumber(
  { question, terms }: RetrievalResult,
  { ranked, stored }: FetchedPassage,
): boolean {
  const { passage, article } = stored;
  if (isBelowNumber(stored, question)) return false;
  const texts = [passage.text, article.title, ...passage.headings];
  const numbered = question.text.match(ordinals()) ?? [];
  if (numbered.some((ordinal) => !texts.some((text) => text.includes(ordinal)))) return true;
  const held = new Set(ranked.candidate.matches.map(({ term }) => terms[term]?.word));
  const { published = "", updated = "" } = article;
  const words = question.terms.filter(({ weight }) => weight === 1);
  const written = ({ range }: QuestionTerm): string => question.text.slice(range.start, range.end);
  return words.some((term) => {
    const number = written(term);
    // The number of COVID-19 is part of its name.
    const isPart = /[-\p{L}]$/u.test(question.text.slice(0, term.range.start));
    if (isPart) return false;
    const name = words.find(({ position }) => position === term.position - 1);
    const isNamed = name !== undefined && name.range.start > 0 && capital().test(written(name));
    if (!figures.test(number) && !(isNamed && digit.test(number))) return false;
    const isDate = published.startsWith(number) || updated.startsWith(number);
    return (!held.has(term.word) && !isDate) || (isNamed && !held.has(name.word));
  });
}
