import { analyseTitle } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { anySmallLetter } from "../text/patterns.ts";
import { lowerWords } from "../text/words.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { isFrequent } from "./smoothed-idf.ts";

/** Share of the passages that hold the name of what a corpus is about. */
const nameShare = 0.4;
/** Of fewer passages, a word in many of them may be any. */
const leastPassages = 8;
/** Content words that a question about the whole product has besides its name, at most: `install`, `set up`. */
const mostOthers = 2;

/** A heading or title, with how many of its words the question lacks. */
export interface CountedHeading {
  readonly text: string;
  readonly others: number;
}

/** Judges headings and titles for a question about what the whole corpus is about. */
export interface SubjectJudge {
  /** Whether a heading with `others` words that the question lacks is a command of the product: `caddy install`, the name first. */
  isCommand(heading: CountedHeading, language: Language): boolean;
  /**
   * How far what stands below a heading and a title is of something else than the product: ln(1 + n) for the n words of
   * either, the fewer, that the question lacks; a command has one more.
   */
  besides(
    above: { readonly heading: CountedHeading; readonly title: CountedHeading },
    language: Language,
  ): number;
}

/**
 * Whether a term is written as a word for things of a kind, of which a manual may speak all the time, and not as a name: "a
 * component", "packages".
 */
function isCommonNoun({ text, language }: Question, { term, range: { start } }: QuestionTerm): boolean {
  const before = lowerWords(text.slice(0, start), language.lowerCase).at(-1);
  if (before !== undefined && language.determiners?.has(before) === true) return true;
  return anySmallLetter().test(text.charAt(start)) && isFrequent(term, language);
}

/**
 * For a question that wants something done with the very thing that the corpus is about, "How do I install Caddy?" among the
 * articles on Caddy: the name is in most passages and so weighs next to nothing, and any page on installing anything
 * would do.
 *
 * @returns undefined for any other question
 */
export function asksForSubject({ question, terms, passages }: RetrievalResult): SubjectJudge | undefined {
  if (question.answerType !== "manner") return undefined;
  const words = terms.filter(({ weight }) => weight === 1);
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || words.length > mostOthers + 1) return undefined;
  if (passages < leastPassages || last.documentFrequency < nameShare * passages) return undefined;
  if (isCommonNoun(question, last)) return undefined;
  const isCommand = ({ text, others }: CountedHeading, language: Language): boolean => {
    const [first] = analyseTitle(text, language).filter(({ weight }) => weight > 0);
    return first?.term === last.term && others < words.length;
  };
  const otherWords = (heading: CountedHeading, language: Language): number =>
    heading.others + Number(isCommand(heading, language));
  return {
    isCommand,
    besides: ({ heading, title }, language) =>
      Math.log1p(Math.min(otherWords(heading, language), otherWords(title, language))),
  };
}
