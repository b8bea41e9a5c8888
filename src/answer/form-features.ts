import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { asks } from "../text/asks.ts";
import { countWords } from "../text/count-words.ts";
import type { AnswerType, Language } from "../text/language.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { QuoteUnit } from "./quote-units.ts";

/** What a unit looks like, and whether the question wants what looks like that. */
export interface FormFeatures {
  readonly isSentence: number;
  readonly isList: number;
  readonly isTable: number;
  readonly isCode: number;
  /** For a question after a way: what the one sentence holds that holds most, of code, and of anything with a lead. */
  readonly codeForManner: number;
  readonly leadForManner: number;
  /** For a question after a way: what a list of steps, its title and its headings hold together, times the share of the heading that is asked. Steps seldom name what they are for. */
  readonly stepsForManner: number;
  /** For a question after a way: whether it is a list of names, which are no steps. */
  readonly namesForManner: number;
  /** Code for a question after a thing or a reason. */
  readonly codeForThing: number;
  /** Code that its author marks as wrong: 1 in it, `saidWrong` where what leads to it says so. */
  readonly counterexample: number;
  /** Code of more than 80 words. */
  readonly longCode: number;
  /** Whether it, or the sentence of it that would be marked, ends with a question mark. */
  readonly endsAsking: number;
  readonly endsWithColon: number;
  /** Whether it is a list of labels, such as links, that nothing leads to. */
  readonly bareList: number;
  /** Whether it has fewer than five words and no number: a label, seldom an answer. */
  readonly isLabel: number;
  /** A fifth of ln(1 + n) for n words. */
  readonly length: number;
}

/** Words of code that a reader takes in at a glance. */
const muchCode = 80;

/** Words below which what has no number says nothing. */
const fewWords = 5;

/** Words below which an item of a list is a label. */
const longestLabel = 6;

/** A mark or a comment of those that tell a reader not to do as the code does. */
const counterexample = lazyRegExp(
  String.raw`[❌🔴🚩⛔✗✖]|(?:\/\/|#|\/\*|<!--)\s*(?:bad|wrong|avoid|don['’]t|bug|not recommended|incorrect|doesn['’]t work|does not work)\b`,
  "iu",
);

/** What it counts that a sentence says that code is wrong, against a mark in it, which may stand beside what is right. */
const saidWrong = 3;

const wrongness = (lead: string, written: string, { counterexamples }: Language): number =>
  counterexamples?.().test(lead) === true ? saidWrong : Number(counterexample().test(`${lead}\n${written}`));

/** What a unit looks like whatever is asked, with a list of steps told from others. */
interface Look
  extends Omit<
    FormFeatures,
    "codeForManner" | "leadForManner" | "stepsForManner" | "namesForManner" | "codeForThing"
  > {
  readonly isSteps: boolean;
  readonly isNames: boolean;
}

/** Looks at each unit once for as long as its passage is in memory. */
const lookOf = memoizeByObject((language: Language) =>
  memoizeByObject(({ kind, text, lead, length }: QuoteUnit): Look => {
    const isCode = kind === "code";
    const isSteps = kind === "list" && areSteps(text, language);
    return {
      isSteps,
      isNames:
        kind === "list" && !isSteps && areNames(text, countWords(text, { start: 0, end: text.length })),
      isSentence: Number(kind === "sentence"),
      isList: Number(kind === "list"),
      isTable: Number(kind === "table"),
      isCode: Number(isCode),
      counterexample: isCode ? wrongness(lead?.text ?? "", text, language) : 0,
      longCode: Number(isCode && length > muchCode),
      endsAsking: Number(asks(text)),
      endsWithColon: Number(/[:：]$/.test(text)),
      bareList: Number(kind === "list" && !isSteps && lead === undefined && hasLabelsOnly(text, length)),
      isLabel: Number(length < fewWords && !isCode && !isSteps && !/\d/.test(text)),
      length: Math.log1p(length) / 5,
    };
  }),
);

const isQuestion = memoizeByObject(({ text }: SentenceTokens) => asks(text));

/**
 * Tells what a unit looks like.
 *
 * @param language of its article
 * @param focus the sentence of it that would be marked
 * @param held what the one sentence of it, or of its lead, holds of the question that holds most
 * @param read returns what it, its title and its headings hold of the question together, times the share of the heading that is asked
 */
export function formFeatures(
  unit: QuoteUnit,
  language: Language,
  focus: SentenceTokens,
  held: number,
  read: () => number,
  answerType: AnswerType | undefined,
): FormFeatures {
  const { isSteps, isNames, ...look } = lookOf(language)(unit);
  const isCode = unit.kind === "code";
  const asksManner = answerType === "manner";
  return {
    ...look,
    endsAsking: look.endsAsking || Number(isQuestion(focus)),
    codeForManner: isCode && asksManner ? held : 0,
    leadForManner: unit.lead !== undefined && asksManner ? held : 0,
    stepsForManner: asksManner && isSteps ? read() : 0,
    namesForManner: Number(asksManner && isNames),
    codeForThing: Number(isCode && (answerType === "thing" || answerType === "reason")),
  };
}

/** Share of the lines of a list that tell what to do, from which on it is a list of steps. */
const mostlySteps = 0.5;

function areSteps(written: string, { orders }: Language): boolean {
  const lines = linesOf(written);
  // A single link may be worded as a step is, and has no end.
  if (orders === undefined || (lines.length < 2 && !/[.!:)]$/.test(written))) return false;
  return lines.filter((line) => orders().test(line)).length >= mostlySteps * lines.length;
}

/** Whether the lines of a list are labels on average. */
const hasLabelsOnly = (written: string, length: number): boolean =>
  length < longestLabel * linesOf(written).length;

/** Words of an item of a list below which it is a name and tells no way. */
const longestName = 4;

/** Whether the lines of a list are names on average. */
const areNames = (written: string, length: number): boolean => length < longestName * linesOf(written).length;

const linesOf = (written: string): string[] => written.split("\n").filter((line) => line.trim() !== "");
