import type { Answerer } from "../../answer/answer.ts";
import { articleFormat } from "../../corpus/formats/index.ts";
import { articleId } from "../../corpus/formats/source.ts";
import { type AnswerOutcome, evaluateAnswers, summarise } from "../../evaluation/evaluate-answers.ts";
import type { ArticleMetadata } from "../../model/index.ts";
import { maximumPageLength } from "../../model/limits.ts";
import type { ExpectedAnswer, Questions, Thresholds } from "./questions-file.ts";

/** What came of a question. */
export interface TestedQuestion {
  readonly ask: string;
  readonly passed: boolean;
  /** Why it did not pass, or what is to be noted though it did. */
  readonly note?: string;
  readonly answered: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly quotes: readonly TestedQuote[];
}

/** A quote of an answer. */
export interface TestedQuote {
  readonly text: string;
  /** Id of its article. */
  readonly article: string;
}

/** A least share, and the share that was reached. */
export interface Measured {
  readonly name: keyof Thresholds;
  readonly least: number;
  readonly reached: number;
}

/** The result of a test of answers. */
export interface TestReport {
  readonly questions: readonly TestedQuestion[];
  /** Share of questions that passed. */
  readonly passed: number;
  /** Share of those with an answer that the first quote answers; absent when none has one. */
  readonly first?: number;
  /** Share of those without an answer that are refused; absent when all have one. */
  readonly refused?: number;
  readonly thresholds: readonly Measured[];
  /** Whether all questions passed or, where there are thresholds, all of those are reached. */
  readonly isGood: boolean;
}

/** The ids of the articles that a path, an id or an address names. */
function named(name: string, articles: readonly ArticleMetadata[]): string[] {
  const path = name.replace(/^\.?\//, "").replace(/\/$/, "");
  const id = articleFormat(path) === undefined ? path : articleId(path);
  return articles
    .filter((article) => {
      const ids = [article.id, article.id.replace(/(^|\/)index$/, "").replace(/\/$/, "")];
      const address = URL.parse(article.url, "https://site.invalid");
      return ids.includes(id) || article.url === name || address?.pathname.replace(/^\/|\/$/g, "") === path;
    })
    .map((article) => article.id);
}

/** All articles of an index. */
async function allArticles({ store }: Answerer): Promise<ArticleMetadata[]> {
  const all: ArticleMetadata[] = [];
  for (;;) {
    const { total, articles } = await store.articles({}, all.length, maximumPageLength);
    all.push(...articles);
    if (articles.length === 0 || all.length >= total) return all;
  }
}

const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > 90 ? `${line.slice(0, 89)}…` : line}”`;
};

/** Why a question did not pass, or what is to be noted. */
function noteOf(
  expected: ExpectedAnswer,
  outcome: AnswerOutcome,
  wanted: readonly string[],
): string | undefined {
  const [first] = outcome.quotes;
  if (expected.unanswered) {
    return first && `must be refused, and is answered from ${first.article}: ${quoted(first.quote)}`;
  }
  if (first === undefined) {
    const nearest = outcome.passages[0];
    const near =
      nearest === undefined ? "no article has its words" : `the nearest passage is in ${nearest.article}`;
    return `is refused; ${near}`;
  }
  if (first.answers) return undefined;
  const index = outcome.quotes.findIndex(({ answers }) => answers);
  if (index > 0)
    return `only quote ${index + 1} answers; the first is from ${first.article}: ${quoted(first.quote)}`;
  const from = expected.from.length > 0 && !wanted.includes(first.article);
  const what = from
    ? `is answered from ${first.article}, not ${expected.from.join(" or ")}`
    : "does not say it";
  return `${what}: ${quoted(first.quote)}`;
}

/** Thrown when a question names an article that is not there. */
export class UnknownArticleError extends Error {
  override name = "UnknownArticleError";
}

/**
 * Asks questions as a reader would, by the code that judges sets of questions, and holds the answers against what is expected.
 *
 * @param onProgress called with the number of questions asked and the total
 * @throws UnknownArticleError when `from` names no article
 */
export async function testAnswers(
  answerer: Answerer,
  { questions, thresholds }: Questions,
  onProgress?: (done: number, total: number) => void,
): Promise<TestReport> {
  const articles = await allArticles(answerer);
  const wanted = questions.map(({ ask, from }) =>
    from.length === 0
      ? articles.map(({ id }) => id)
      : from.flatMap((name) => {
          const ids = named(name, articles);
          if (ids.length > 0) return ids;
          throw new UnknownArticleError(
            `“${ask}”: from names ${name}, and no article has that path or address`,
          );
        }),
  );
  const judged = questions.map(({ ask, says, unanswered }, index) => ({
    id: `${index + 1}`,
    question: ask,
    article: wanted[index] ?? [],
    says: says.length > 0 ? says : [/(?:)/],
    answerable: !unanswered,
  }));
  const { outcomes } = await evaluateAnswers(judged, {
    answerer,
    articleAt: (id) => id,
    ...(onProgress && { onProgress }),
  });
  const tested = questions.map((expected, index): TestedQuestion => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error(`Nothing came of question ${index + 1}.`);
    const { answered, confidence, quotes } = outcome;
    const passed = expected.unanswered ? !answered : quotes.some(({ answers }) => answers);
    const note = noteOf(expected, outcome, wanted[index] ?? []);
    return {
      ask: expected.ask,
      passed,
      ...(note !== undefined && { note }),
      answered,
      confidence,
      quotes: quotes.map(({ quote, article }) => ({ text: quote, article })),
    };
  });
  const { first: answeredFirst, refusedRightly: refused } = summarise(outcomes);
  const first = questions.every(({ unanswered }) => unanswered) ? undefined : answeredFirst;
  const passed = tested.filter((question) => question.passed).length / tested.length;
  const reached = { passed, first, refused };
  const measured = Object.entries(thresholds).flatMap(([key, least]): Measured[] => {
    const name = key as keyof Thresholds;
    const value = reached[name];
    return least === undefined || value === undefined ? [] : [{ name, least, reached: value }];
  });
  const isGood =
    measured.length === 0 ? passed === 1 : measured.every(({ least, reached: value }) => value >= least);
  return {
    questions: tested,
    passed,
    ...(first !== undefined && { first }),
    ...(refused !== undefined && { refused }),
    thresholds: measured,
    isGood,
  };
}
