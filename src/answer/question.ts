import type { Range } from "../model/index.ts";
import { analyseTitle, type Token } from "../text/analyser.ts";
import { askingWords } from "../text/capitals.ts";
import { lower } from "../text/fold.ts";
import type { AnswerType, Language } from "../text/language.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { labelsOf } from "../text/number-label.ts";
import { anyNumber } from "../text/patterns.ts";
import { answerTypeOf } from "../text/question-kind.ts";
import { expandedTerm, introducedTerm, longestDefined, wholeTerm } from "../text/whole-term.ts";
import { words } from "../text/words.ts";
import { askedStopTerms, joinedWords } from "./question-forms.ts";
import { smoothedIdf } from "./smoothed-idf.ts";

/** A term of a question, once, however often it is asked. */
export interface QuestionTerm {
  readonly term: string;
  /** 1 for a word of the question; less for a term that stands in for one or repeats it in another form. */
  readonly weight: number;
  /** Where the word stands in the question. */
  readonly range: Range;
  /** Number of the word in the question from 0, stop words counted. */
  readonly position: number;
  /** How often it is asked, as far as that counts: a word that is repeated is what a long question is about. */
  readonly frequency: number;
  /** Number of the content word it stands for, from 0 in the order of the words: all forms of a word share it. */
  readonly word: number;
  /** The next word, when the term is both of them written together: `github` for `git hub`. */
  readonly joinedWith?: number;
  /** Whether it is a part of a name of code. */
  readonly isPart?: true;
  /** Whether the reader is thought to have meant it by a word that the index lacks. */
  readonly isGuess?: true;
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
  /** Whether it shows that it is in this language, rather than in another of the corpus. */
  readonly isLanguageSure: boolean;
  /** All its words in lower case; none when it is a name of stop words, in which `not` denies nothing. */
  readonly words: ReadonlySet<string>;
  readonly terms: readonly QuestionTerm[];
  /** The term of a heading that would hold its content words and no others; undefined without any. */
  readonly whole: string | undefined;
  /** The terms of passages that say what that is, when a question asks for it, or what it stands for; see `introducedTerms`. */
  readonly named: readonly string[];
  /** Numbers that sections may go by, as `labelsOf` returns them: `§ 433`, `2.4.1`. */
  readonly labels: ReadonlySet<string>;
  /** What it asks for; undefined when no question word says it, as in a keyword search. */
  readonly answerType: AnswerType | undefined;
  readonly form: QuestionForm;
  /** The words, by number, of each part in quotation marks: they are to be found as they stand. */
  readonly phrases: readonly (readonly number[])[];
}

/** A question, unlike a claim, of at least this many content words asks for a topic. */
const topicLength = 6;
/** Share of stop words, about a half in a sentence, below which a question is a list of keywords. */
const keywordShare = 0.15;

/**
 * Words that are searched for: of a pasted e-mail those that are asked most often and are rarest in any text. Each costs a
 * posting list, and D1 takes about ninety terms.
 */
const mostWords = 64;

/** A word that is asked more often than this counts no more. */
const highestFrequency = 4;

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

/** Whether a token is a part of a name of code, which stands for the word that it is in: `effect` of useEffect. */
const isPartOf = (token: Token, word: Token, text: string): boolean =>
  token.start >= word.start && token.end <= word.end && /[A-Za-z]/.test(text.charAt(token.start));

/** Whether a question opens with a verb, as one for yes or no does in some languages: Is, Can, Does. */
export function opensWithVerb({ words, language }: Pick<Question, "words" | "language">): boolean {
  const [first = ""] = words;
  return language.openingVerbs?.has(first) === true;
}

/** Whether a question of some content words asks what something is. */
export const asksForDefinition = (
  { answerType, text, language }: Pick<Question, "answerType" | "text" | "language">,
  words: number,
): boolean =>
  answerType === "thing" && words <= longestDefined && language.definitions?.().test(text) !== false;

/** Whether any of some terms has a number, so that the numbers of headings matter. */
export const asksNumber = (terms: readonly Pick<QuestionTerm, "term">[]): boolean =>
  terms.some(({ term }) => anyNumber().test(term));

/** How much a term says of a question, before any index is asked: more, the rarer it is in any text. */
export const strengthOf = ({ term, weight, frequency }: QuestionTerm, language: Language): number =>
  weight * frequency * smoothedIdf(term, 0, 1, language);

/** A question with some of its terms only, as if it had no others. */
export function withTerms(question: Question, terms: readonly QuestionTerm[]): Question {
  const kept = new Set(terms.map(({ word }) => word));
  const phrases = question.phrases
    .map((phrase) => phrase.filter((word) => kept.has(word)))
    .filter((phrase) => phrase.length > 1);
  return { ...question, terms, phrases };
}

/** The terms of the words that say most of a long question; all of any other. */
function strongest(terms: readonly QuestionTerm[], language: Language): readonly QuestionTerm[] {
  const strengths = new Map<number, number>();
  for (const term of terms) {
    const strength = strengthOf(term, language);
    strengths.set(term.word, Math.max(strengths.get(term.word) ?? 0, strength));
  }
  if (strengths.size <= mostWords) return terms;
  const kept = new Set(
    [...strengths]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostWords)
      .map(([word]) => word),
  );
  return terms.filter(({ word }) => kept.has(word));
}

/** How often each term is asked, at most as often as that counts. */
function frequenciesOf(tokens: readonly Token[]): Map<string, number> {
  const positions = new Map<string, Set<number>>();
  for (const { term, position } of tokens) {
    const known = positions.get(term);
    if (known === undefined) positions.set(term, new Set([position]));
    else known.add(position);
  }
  return new Map(Array.from(positions, ([term, { size }]) => [term, Math.min(highestFrequency, size)]));
}

/** The terms of what says what is meant by some words; where they ask what a name stands for, of what spells it out as well. */
function namedIn(content: readonly Token[], { meaningTerms }: Language): string[] {
  const name = content.filter(({ term }) => meaningTerms?.has(term) !== true);
  const whole = wholeTerm(name.length === 0 ? content : name);
  if (whole === undefined) return [];
  return name.length === content.length
    ? [introducedTerm(whole)]
    : [introducedTerm(whole), expandedTerm(whole)];
}

/** Analyses a question as the passages were analysed, in the language of the corpus that it is most likely written in. */
export function analyseQuestion(text: string, languages: LanguageSet): Question {
  const found = words(text);
  const language = languages.detect(text, found);
  const tokens = analyseTitle(text, language, found);
  const content = tokens.filter(({ weight }) => weight > 0);
  const written = askingWords(text, found, language);
  const byTerm = new Map<string, QuestionTerm>();
  const numbers = new Map<number, number>();
  const frequencies = frequenciesOf(content);
  const add = (
    { term, weight, start, end, position }: Token,
    word: number,
    more: Pick<QuestionTerm, "joinedWith" | "isPart"> = {},
  ): void => {
    if (byTerm.has(term)) return;
    const frequency = frequencies.get(term) ?? 1;
    byTerm.set(term, { term, weight, range: { start, end }, position, frequency, word, ...more });
  };
  let last: Token | undefined;
  for (const token of [...content, ...languages.variants(text, found, language, content)]) {
    if (byTerm.has(token.term)) continue;
    const whole = last !== undefined && isPartOf(token, last, text) ? last : token;
    const word = numbers.get(whole.position) ?? numbers.size;
    numbers.set(whole.position, word);
    add(token, word, whole !== token && token.weight < 1 ? { isPart: true } : {});
    if (token.weight === 1) last = token;
  }
  for (const [token, second] of joinedWords(text, content, language)) {
    const joinedWith = numbers.get(second);
    add(token, numbers.get(token.position) ?? 0, joinedWith === undefined ? {} : { joinedWith });
  }
  // A question of nothing but stop words is the name of something: The Who.
  const isBare = numbers.size === 0;
  const stopWords = written.filter((word) => language.stopWords.has(word)).length;
  const answerType = isBare ? undefined : answerTypeOf(text, found, written, language);
  const asks = answerType !== undefined || language.openingVerbs?.has(written[0] ?? "") === true;
  for (const token of askedStopTerms(text, tokens, numbers.size, asks, language)) {
    if (isBare && !byTerm.has(token.term)) numbers.set(token.position, numbers.size);
    add(token, isBare ? (numbers.get(token.position) ?? 0) : 0);
  }
  const isTopic = asks ? numbers.size >= topicLength : stopWords < keywordShare * written.length;
  const terms = strongest([...byTerm.values()], language);
  return {
    text,
    language,
    isLanguageSure: languages.shows(text, language, found),
    words: new Set(
      isBare ? [] : found.map(({ start, end }) => lower(text.slice(start, end), language.lowerCase)),
    ),
    terms,
    whole: wholeTerm(content),
    named: namedIn(content, language),
    labels: new Set(labelsOf(text)),
    answerType,
    form: isTopic ? "topic" : "fact",
    phrases: phrasesOf(text, terms),
  };
}
