import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { asks } from "../text/asks.ts";
import type { Language } from "../text/language.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import type { Question } from "./question.ts";
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

/**
 * Tells what a unit of a passage with a text looks like.
 *
 * @param focus the sentence of it that would be marked
 * @param held what the one sentence of it, or of its lead, holds of the question that holds most
 * @param read returns what it, its title and its headings hold of the question together, times the share of the heading that is asked
 */
export function formFeatures(
  text: string,
  unit: QuoteUnit,
  focus: SentenceTokens,
  held: number,
  read: () => number,
  { answerType, language }: Pick<Question, "answerType" | "language">,
): FormFeatures {
  const written = text.slice(unit.start, unit.end);
  const lead = unit.lead?.text ?? "";
  const isCode = unit.kind === "code";
  const asksManner = answerType === "manner";
  const isSteps = unit.kind === "list" && areSteps(written, language);
  return {
    isSentence: Number(unit.kind === "sentence"),
    isList: Number(unit.kind === "list"),
    isTable: Number(unit.kind === "table"),
    isCode: Number(isCode),
    codeForManner: isCode && asksManner ? held : 0,
    leadForManner: unit.lead !== undefined && asksManner ? held : 0,
    stepsForManner: asksManner && isSteps ? read() : 0,
    codeForThing: Number(isCode && (answerType === "thing" || answerType === "reason")),
    counterexample: isCode ? wrongness(lead, written, language) : 0,
    longCode: Number(isCode && unit.length > muchCode),
    endsAsking: Number(asks(written) || asks(text.slice(focus.start, focus.end))),
    endsWithColon: Number(/[:：]$/.test(written)),
    bareList: Number(
      unit.kind === "list" && !isSteps && unit.lead === undefined && hasLabelsOnly(written, unit.length),
    ),
    isLabel: Number(unit.length < fewWords && !isCode && !isSteps && !/\d/.test(written)),
    length: Math.log1p(unit.length) / 5,
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

const linesOf = (written: string): string[] => written.split("\n").filter((line) => line.trim() !== "");
