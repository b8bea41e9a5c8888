import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { AnswerType, Language } from "../text/language.ts";
import { anySmallLetter } from "../text/patterns.ts";
import { spokenIn } from "../text/phrase-in.ts";
import { lowerWords } from "../text/words.ts";
import { countedTerms } from "./counted-terms.ts";
import { type Cue, unknown } from "./cue.ts";
import { holderCue } from "./office-holder.ts";
import type { Question, QuestionTerm } from "./question.ts";

const capital = lazyRegExp(String.raw`\p{Lu}`, "u");

/** A capital amid a sentence. */
const name = lazyRegExp(String.raw`[\p{L}\p{Nd},;:]\s+\p{Lu}\p{L}`, "u");

/** A number that is no part of a name, as in R2 and GPT-4, and no bare year. */
const amount = lazyRegExp(
  String.raw`(?<![\p{Lu}\p{Ll}\p{N}_/=#&?]|[\p{Lu}\p{Ll}\p{N}][.\-–_])(?!(?:19|20)\p{Nd}{2}(?!\p{Nd}|[.,]\p{Nd}|%))\p{N}`,
  "u",
);
/** A number that is no part of a name. */
const date = lazyRegExp(String.raw`(?<![\p{Lu}\p{Ll}\p{Nd}_]|[\p{Lu}\p{Ll}\p{Nd}][-–_])\p{Nd}`, "u");

/** What is true of every language: dates and amounts have digits, names begin with a capital amid a sentence. */
const common: Readonly<Partial<Record<AnswerType, () => RegExp>>> = {
  time: date,
  quantity: amount,
  person: name,
  place: name,
};
const evidentTypes: ReadonlySet<AnswerType | undefined> = new Set(["time", "quantity", "person", "place"]);

/** What it counts that only words tell a time, or how many there are of something. */
const vague = 0.6;

/** Whether an answer of this type can be recognised by a pattern: reasons and ways take too many forms. */
export const isEvidentType = (type: AnswerType | undefined): boolean => evidentTypes.has(type);

/**
 * Whether a question asks for what a sentence shows in its letters when it says it. A place need not have a name, a reason and
 * a way are said in too many words; "Who is Ida Holm?" asks what she is, and "Who should get it?" for a kind of people; and in "It stops when I save", which asks
 * nothing, the word that could ask does not.
 */
export function asksForEvident({ answerType, text, terms, words, language }: Question): boolean {
  if (answerType !== "time" && answerType !== "quantity" && answerType !== "person") return false;
  if (answerType === "person" && language.obligations?.some(spokenIn([...words])) === true) return false;
  const isNamed = ({ range }: QuestionTerm): boolean => capital().test(text.slice(range.start, range.end));
  if (answerType === "person") {
    if (language.offices?.asked().test(text) === true) return true;
    if (terms.every(isNamed)) return false;
  }
  const [first = ""] = words;
  const opens = language.questionWords[answerType]?.some((phrase) => phrase.split(" ")[0] === first);
  return opens === true || /[?？؟;]\s*$/.test(text);
}

/** The cue for what a question asks for; undefined when no sentence can tell. */
export function cueFor(question: Question, language: Language): Cue | undefined {
  const { answerType: kind, text } = question;
  const { offices } = question.language;
  if (kind === undefined) return undefined;
  if (kind === "person" && offices?.asked().test(text) === true)
    return holderCue(question, offices.held, language);
  const pattern = language.cues?.[kind] ?? common[kind];
  if (pattern === undefined) return undefined;
  const isName = kind === "person" || kind === "place";
  const asksPrice = kind === "quantity" && question.language.prices?.asked().test(text) === true;
  const prices = asksPrice ? language.prices : undefined;
  const isTold = (sentence: string): boolean =>
    pattern().test(sentence) || (kind === "quantity" && hasNumberWord(sentence, language));
  const counts = countedTerms(question).length > 0;
  /** Whether it is a date or a number that tells it, where words tell one as well: "during", "never". */
  const isPlain = (sentence: string): boolean =>
    kind === "time" ? date().test(sentence) : !counts || tellsAmount(sentence, language);
  return (sentence) => {
    // Names are recognised by capitals, which not all scripts have.
    if (isName && !anySmallLetter().test(sentence)) return unknown;
    if (prices === undefined) return isTold(sentence) ? (isPlain(sentence) ? 1 : vague) : 0;
    // Beside a word for prices, words such as "one" or "hundreds" may count anything.
    return Number(
      prices.told().test(sentence) || (prices.named().test(sentence) && tellsAmount(sentence, language)),
    );
  };
}

const hasNumberWord = (sentence: string, { numberWords, lowerCase }: Language): boolean =>
  numberWords !== undefined && lowerWords(sentence, lowerCase).some((word) => numberWords.has(word));

/** Whether a text tells an amount, in digits or in words. */
export const tellsAmount = (text: string, language: Language): boolean =>
  amount().test(text) || hasNumberWord(text, language);
