import { writeFileSync } from "node:fs";
import { createAnswerer } from "../answer/answer.ts";
import type { NodeEngine } from "../build/engines/engine.ts";
import { engines } from "../build/engines/index.ts";
import { judgedCorpus, ownersCorpus } from "../build/judged-corpus.ts";
import { progressLine } from "../build/progress.ts";
import type { EngineName } from "../corpus/names.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { evaluateAnswers } from "../evaluation/evaluate-answers.ts";
import { readJudgedSet } from "../evaluation/judged-set.ts";
import { isQuestionSet, readQuestionSet } from "../evaluation/question-set.ts";
import { JudgedSetError } from "../evaluation/read-lines.ts";

/** How to evaluate, and what to write besides the figures. */
export interface EvalOptions {
  readonly engine: EngineName;
  readonly limit: number;
  readonly run?: string;
  readonly log?: string;
}

/** What to evaluate, and on which engine. */
interface Evaluation extends Omit<EvalOptions, "engine"> {
  readonly folder: string;
  readonly engine: NodeEngine;
}

const writeLog = (path: string | undefined, outcomes: readonly object[]): void => {
  if (path === undefined) return;
  writeFileSync(path, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(""));
};

/** Judges the rank of documents that have grades. */
async function evaluateRanking({ folder, engine, limit, run, log }: Evaluation): Promise<object> {
  const set = readJudgedSet(folder);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await engine.openInMemory(collection, articles);
  const progress = progressLine("asking");
  const evaluated = await evaluate(set, {
    store,
    languages,
    documentOf,
    limit,
    onProgress: progress.update,
  });
  progress.end();
  if (run !== undefined) writeFileSync(run, evaluated.run);
  writeLog(log, evaluated.outcomes);
  return evaluated.summary;
}

/** Judges what the answers say about articles as their owner has them. */
async function evaluateQuotes({ folder, engine, limit, run, log }: Evaluation): Promise<object> {
  if (run !== undefined) {
    throw new JudgedSetError(`${folder} has no grades to list a run for; --log FILE lists its answers`);
  }
  const set = readQuestionSet(folder);
  const { collection, articles, articleAt } = await ownersCorpus(set);
  const { store, languages } = await engine.openInMemory(collection, articles);
  const progress = progressLine("asking");
  const { summary, outcomes } = await evaluateAnswers(set.questions.slice(0, limit), {
    answerer: createAnswerer(store, languages),
    articleAt,
    onProgress: progress.update,
  });
  progress.end();
  writeLog(log, outcomes);
  return summary;
}

/**
 * Asks a judged set of either form.
 * @returns the figures
 * @throws JudgedSetError when it is malformed
 */
export async function evaluateSet(folder: string, options: EvalOptions): Promise<object> {
  const evaluation = isQuestionSet(folder) ? evaluateQuotes : evaluateRanking;
  return evaluation({ ...options, folder, engine: engines[options.engine] });
}
