import { search } from "../answer/answer.ts";
import { confidenceThreshold } from "../answer/confidence.ts";
import { quotedText } from "../answer/quote.ts";
import { readDepth } from "../answer/rerank.ts";
import type { PassageStore } from "../index/store.ts";
import type { LanguageSet } from "../text/language-set.ts";
import type { JudgedQuery, JudgedSet } from "./judged-set.ts";
import {
  areaUnderRoc,
  fourDecimals,
  hitAtOne,
  mean,
  ndcg,
  quantile,
  recall,
  reciprocalRank,
} from "./metrics.ts";

/** Documents listed for each query in a run. */
const runDepth = 100;
/** Passages ranked to fill a run: an article counts once, by its best passage. */
const passageDepth = 400;

/** What to evaluate, and on how much of the set. */
export interface Evaluation {
  readonly store: PassageStore;
  readonly languages: LanguageSet;
  /** Document id of an article id. */
  documentOf(article: string): string;
  /** Queries to ask, the first ones of the set. */
  readonly limit: number;
  onProgress?(done: number, total: number): void;
}

/** Figures over a judged set. Shares and means are 0 to 1. */
export interface Summary {
  readonly queries: number;
  readonly "nDCG@10": number;
  readonly "hit@1": number;
  readonly "MRR@10": number;
  readonly "recall@100": number;
  /** Share of answerable questions whose gold answer string lies in the first quote, and in any quote, refusals ignored. */
  readonly answerInFirstQuote?: number;
  readonly answerInAnyQuote?: number;
  /** How well confidence separates answerable questions from the others. */
  readonly AUROC?: number;
  /** At the shipped threshold: share of unanswerable questions refused, and of answerable ones answered. */
  readonly refused?: number;
  readonly answered?: number;
  readonly p50ms: number;
  readonly p99ms: number;
}

/** White space and case of a gold answer do not matter. */
const normal = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** Whether one of the quotes contains one of the gold answers. */
export function holdsAnswer(quotes: readonly string[], answers: readonly string[]): boolean {
  return answers.some((answer) => quotes.some((quote) => normal(quote).includes(normal(answer))));
}

interface Outcome {
  readonly query: JudgedQuery;
  readonly documents: readonly string[];
  readonly confidence: number;
  readonly quotes: readonly string[];
  readonly milliseconds: number;
}

async function ask(
  query: JudgedQuery,
  evaluation: Evaluation,
): Promise<{ outcome: Outcome; lines: string[] }> {
  const { store, languages, documentOf } = evaluation;
  const started = performance.now();
  const found = await search({
    store,
    languages,
    question: query.text,
    limit: 5,
    depth: passageDepth,
    ordered: readDepth,
  });
  const milliseconds = performance.now() - started;
  const stored = await store.passages(found.ranked.map(({ docId }) => docId));
  const scores = new Map<string, number>();
  found.ranked.forEach(({ score }, index) => {
    const passage = stored[index];
    if (passage === undefined) return;
    const document = documentOf(passage.article.id);
    if (!scores.has(document) && scores.size < runDepth) scores.set(document, score);
  });
  const quotes = found.quotes.map(quotedText);
  const lines = [...scores].map(
    ([document, score], index) =>
      `${query.id}\t${document}\t${index + 1}\t${fourDecimals(score)}\t${fourDecimals(found.confidence)}\n`,
  );
  const outcome = {
    query,
    documents: [...scores.keys()],
    confidence: found.confidence,
    quotes,
    milliseconds,
  };
  return { outcome, lines };
}

/** Asks every question of a set as a reader would, and says how good the answers are. */
export async function evaluate(
  set: JudgedSet,
  evaluation: Evaluation,
): Promise<{ summary: Summary; run: string; outcomes: readonly Outcome[] }> {
  const queries = set.queries.slice(0, evaluation.limit);
  const outcomes: Outcome[] = [];
  const lines: string[] = [];
  for (const query of queries) {
    const asked = await ask(query, evaluation);
    outcomes.push(asked.outcome);
    lines.push(...asked.lines);
    evaluation.onProgress?.(outcomes.length, queries.length);
  }
  return { summary: summarise(set, outcomes), run: lines.join(""), outcomes };
}

function summarise(set: JudgedSet, outcomes: readonly Outcome[]): Summary {
  const judged = outcomes.flatMap((outcome) => {
    const judgements = set.judgements.get(outcome.query.id);
    return judgements === undefined ? [] : [{ ...outcome, judgements }];
  });
  const over = (metric: (outcome: (typeof judged)[number]) => number): number =>
    fourDecimals(mean(judged.map(metric)));
  const answerable = outcomes.filter(({ query }) => query.answerable);
  const unanswerable = outcomes.filter(({ query }) => !query.answerable);
  const withAnswers = answerable.filter(({ query }) => query.answers.length > 0);
  const share = (among: readonly Outcome[], test: (outcome: Outcome) => boolean): number =>
    fourDecimals(among.filter(test).length / among.length);
  const auroc = areaUnderRoc(
    answerable.map(({ confidence }) => confidence),
    unanswerable.map(({ confidence }) => confidence),
  );
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  return {
    queries: outcomes.length,
    "nDCG@10": over(({ documents, judgements }) => ndcg(documents, judgements, 10)),
    "hit@1": over(({ documents, judgements }) => hitAtOne(documents, judgements)),
    "MRR@10": over(({ documents, judgements }) => reciprocalRank(documents, judgements, 10)),
    "recall@100": over(({ documents, judgements }) => recall(documents, judgements, runDepth)),
    ...(withAnswers.length > 0 && {
      answerInFirstQuote: share(withAnswers, ({ query, quotes }) =>
        holdsAnswer(quotes.slice(0, 1), query.answers),
      ),
      answerInAnyQuote: share(withAnswers, ({ query, quotes }) => holdsAnswer(quotes, query.answers)),
    }),
    ...(auroc !== undefined && {
      AUROC: fourDecimals(auroc),
      refused: share(unanswerable, ({ confidence }) => confidence < confidenceThreshold),
      answered: share(answerable, ({ confidence }) => confidence >= confidenceThreshold),
    }),
    p50ms: fourDecimals(quantile(times, 0.5)),
    p99ms: fourDecimals(quantile(times, 0.99)),
  };
}
