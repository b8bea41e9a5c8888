import type { Range } from "../model/index.ts";
import { analyse } from "../text/analyser.ts";
import { askingWords } from "../text/capitals.ts";
import { lower } from "../text/fold.ts";
import type { AnswerType, Language } from "../text/language.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { answerTypeOf } from "../text/question-kind.ts";
import { words } from "../text/words.ts";

/** A term of a question, once, however often it is asked. */
export interface QuestionTerm {
  readonly term: string;
  /** 1 for a word of the question; less for a term that stands in for one or repeats it in another form. */
  readonly weight: number;
  /** Where the word stands in the question. */
  readonly range: Range;
  /** Number of the word in the question from 0, stop words counted. */
  readonly position: number;
  /** Number of the content word it stands for, from 0 in the order of the words: all forms of a word share it. */
  readonly word: number;
}

/**
 * `fact` when one sentence may answer: who, when, how many. `topic` when the question is a list of keywords, or so long
 * that its words describe a whole subject.
 */
export type QuestionForm = "fact" | "topic";

/** A question, analysed. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  /** All its words in lower case. */
  readonly words: ReadonlySet<string>;
  readonly terms: readonly QuestionTerm[];
  /** What it asks for; undefined when no question word tells, as in a keyword search. */
  readonly answerType: AnswerType | undefined;
  readonly form: QuestionForm;
  /** The words, by number, of each part in quotation marks: they are to be found as they stand. */
  readonly phrases: readonly (readonly number[])[];
}

/** A question, unlike a claim, of at least this many content words asks for a topic. */
const topicLength = 6;
/** Share of stop words, about a half in a sentence, below which a question is a list of keywords. */
const keywordShare = 0.15;

/** A part in quotation marks of any kind. */
const quoted = /["“„«「]([^"“”„«»「」]+)["”“»」]/g;

/** The words of each quoted part of two words or more. */
function phrasesOf(text: string, terms: readonly QuestionTerm[]): number[][] {
  return [...text.matchAll(quoted)]
    .map((match) => {
      const inside = ({ range }: QuestionTerm) =>
        range.start >= match.index && range.end <= match.index + match[0].length;
      return [...new Set(terms.filter(inside).map(({ word }) => word))];
    })
    .filter((words) => words.length > 1);
}

/** Analyses a question as the passages were analysed, in the language of the corpus that it is most likely written in. */
export function analyseQuestion(text: string, languages: LanguageSet): Question {
  const found = words(text);
  const language = languages.detect(text, found);
  const tokens = analyse(text, language, undefined, found);
  const variants = languages.variants(text, found, language, tokens);
  const written = askingWords(text, found, language);
  const byTerm = new Map<string, QuestionTerm>();
  const numbers = new Map<number, number>();
  for (const token of [...tokens, ...variants]) {
    if (byTerm.has(token.term)) continue;
    const word = numbers.get(token.position) ?? numbers.size;
    numbers.set(token.position, word);
    byTerm.set(token.term, {
      term: token.term,
      weight: token.weight,
      range: { start: token.start, end: token.end },
      position: token.position,
      word,
    });
  }
  const stopWords = written.filter((word) => language.stopWords.has(word)).length;
  const answerType = answerTypeOf(text, written, language);
  const asks = answerType !== undefined || language.openingVerbs?.has(written[0] ?? "") === true;
  const isTopic = asks ? numbers.size >= topicLength : stopWords < keywordShare * written.length;
  const terms = [...byTerm.values()];
  return {
    text,
    language,
    words: new Set(found.map(({ start, end }) => lower(text.slice(start, end), language.lowerCase))),
    terms,
    answerType,
    form: isTopic ? "topic" : "fact",
    phrases: phrasesOf(text, terms),
  };
}
