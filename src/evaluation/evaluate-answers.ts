import type { Answerer } from "../answer/answer.ts";
import type { Answer } from "../model/index.ts";
import { countWords } from "../text/count-words.ts";
import { areaUnderRoc, fourDecimals, mean, quantile } from "./metrics.ts";
import type { JudgedQuestion } from "./question-set.ts";

/** Passages that a reader is shown. */
const shown = 5;

/** What to evaluate. */
export interface AnswerEvaluation {
  readonly answerer: Answerer;
  /** The id of the article at a path. */
  articleAt(path: string): string;
  onProgress?(done: number, total: number): void;
}

/** Figures over articles as their owner has them. Shares are 0 to 1; those of answers count a refusal as none. */
export interface AnswerSummary {
  /** Share of answerable questions with a right article at rank 1, and among five passages. */
  readonly article1: number;
  readonly article5: number;
  /** Share of answerable questions that the first, or any, quote answers. */
  readonly first: number;
  readonly any: number;
  /** Share of answerable questions whose first quote is from a passage that contains an answer. */
  readonly passage: number;
  /** Words of a first quote with its lead: median, and what ninety of a hundred do not exceed. */
  readonly words50: number;
  readonly words90: number;
  /** Share of answerable questions refused, and of the others. */
  readonly refusedWrongly: number;
  readonly refusedRightly?: number;
  /** Of all that was answered, the share whose first quote answers. */
  readonly precision: number;
  /** How well confidence separates answerable questions from the others. */
  readonly auroc?: number;
}

/** A quote as it was judged. */
interface JudgedQuote {
  readonly article: string;
  readonly headings: readonly string[];
  readonly lead: string | undefined;
  readonly quote: string;
  readonly answers: boolean;
  /** Whether its passage contains an answer, in the quote or beside it. */
  readonly passageAnswers: boolean;
  readonly words: number;
}

/** What came of a question, and what it was judged by: a line of a log. */
export interface AnswerOutcome {
  readonly id: string;
  readonly question: string;
  readonly kind: string | undefined;
  readonly answerable: boolean;
  readonly answered: boolean;
  readonly verdict: "right" | "wrong" | "refused wrongly" | "refused rightly" | "answered wrongly";
  readonly confidence: number;
  readonly article1: boolean;
  readonly article5: boolean;
  readonly quotes: readonly JudgedQuote[];
  readonly passages: readonly {
    readonly article: string;
    readonly headings: readonly string[];
    readonly score: number;
    readonly answers: boolean;
    readonly text: string;
  }[];
  readonly wanted: { readonly article: readonly string[]; readonly says: readonly string[] };
}

const foldSpace = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Whether a text, a quote with its lead before it, says what answers a question. */
export const saysAnswer = ({ says }: JudgedQuestion, text: string): boolean =>
  says.some((pattern) => pattern.test(foldSpace(text)));

/** A quote as the contract has it; its lead-in, where it has one, is read before it. */
interface QuoteWithLead {
  readonly quote: string;
  readonly lead?: { readonly text: string } | undefined;
}

function judge(judged: JudgedQuestion, answer: Answer, evaluation: AnswerEvaluation): AnswerOutcome {
  const { id, question, kind, answerable, says } = judged;
  const right = new Set(judged.article.map(evaluation.articleAt));
  const holds = (article: string, text: string): boolean => right.has(article) && saysAnswer(judged, text);
  const passages = answer.passages.map(({ text, score, citation: { article, headings } }) => {
    return { article, headings, score, answers: holds(article, text), text };
  });
  const quotes = answer.answer.map((given: QuoteWithLead & { passage: number }): JudgedQuote => {
    const { article = "", headings = [], answers = false } = passages[given.passage - 1] ?? {};
    const lead = given.lead?.text;
    const read = lead === undefined ? given.quote : `${lead} ${given.quote}`;
    const isRight = holds(article, read);
    return {
      article,
      headings,
      lead,
      quote: given.quote,
      answers: isRight,
      passageAnswers: answers || isRight,
      words: countWords(read, { start: 0, end: read.length }),
    };
  });
  const verdict = answer.answered
    ? answerable
      ? quotes[0]?.answers === true
        ? "right"
        : "wrong"
      : "answered wrongly"
    : answerable
      ? "refused wrongly"
      : "refused rightly";
  return {
    id,
    question,
    kind,
    answerable,
    answered: answer.answered,
    verdict,
    confidence: answer.confidence,
    article1: right.has(passages[0]?.article ?? ""),
    article5: passages.some(({ article }) => right.has(article)),
    quotes,
    passages,
    wanted: { article: judged.article, says: says.map(({ source }) => source) },
  };
}

/** Asks every question as a reader would, and judges what is shown. */
export async function evaluateAnswers(
  questions: readonly JudgedQuestion[],
  evaluation: AnswerEvaluation,
): Promise<{ summary: AnswerSummary; outcomes: readonly AnswerOutcome[] }> {
  const outcomes: AnswerOutcome[] = [];
  for (const question of questions) {
    const answer = await evaluation.answerer.ask({ question: question.question, limit: shown });
    outcomes.push(judge(question, answer, evaluation));
    evaluation.onProgress?.(outcomes.length, questions.length);
  }
  return { summary: summarise(outcomes), outcomes };
}

/** The figures over what came of all questions. */
export function summarise(outcomes: readonly AnswerOutcome[]): AnswerSummary {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const others = outcomes.filter((outcome) => !outcome.answerable);
  const answered = outcomes.filter((outcome) => outcome.answered);
  const share = (among: readonly AnswerOutcome[], test: (outcome: AnswerOutcome) => boolean): number =>
    fourDecimals(mean(among.map((outcome) => Number(test(outcome)))));
  const words = answered.flatMap(({ quotes: [first] }) => first?.words ?? []);
  const auroc = areaUnderRoc(
    answerable.map(({ confidence }) => confidence),
    others.map(({ confidence }) => confidence),
  );
  return {
    article1: share(answerable, ({ article1 }) => article1),
    article5: share(answerable, ({ article5 }) => article5),
    first: share(answerable, ({ verdict }) => verdict === "right"),
    any: share(answerable, ({ quotes }) => quotes.some(({ answers }) => answers)),
    passage: share(answerable, ({ quotes: [first] }) => first?.passageAnswers === true),
    words50: quantile(words, 0.5),
    words90: quantile(words, 0.9),
    refusedWrongly: share(answerable, ({ verdict }) => verdict === "refused wrongly"),
    ...(others.length > 0 && {
      refusedRightly: share(others, ({ verdict }) => verdict === "refused rightly"),
    }),
    precision: share(answered, ({ verdict }) => verdict === "right"),
    ...(auroc !== undefined && { auroc: fourDecimals(auroc) }),
  };
}
