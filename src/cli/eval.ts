import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createAnswerer } from "../answer/answer.ts";
import type { Engine } from "../build/engines/engine.ts";
import { engines } from "../build/engines/index.ts";
import { judgedCorpus, ownersCorpus } from "../build/judged-corpus.ts";
import { progressLine } from "../build/progress.ts";
import { engineNames } from "../corpus/collection.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { evaluateAnswers } from "../evaluation/evaluate-answers.ts";
import { readJudgedSet } from "../evaluation/judged-set.ts";
import { isQuestionSet, readQuestionSet } from "../evaluation/question-set.ts";
import { JudgedSetError } from "../evaluation/read-lines.ts";

const usage = `usage: npm run --silent eval -- SET_DIR [--run FILE] [--log FILE] [--limit N] [--engine ${engineNames.join("|")}]`;

interface Options {
  readonly folder: string;
  readonly engine: Engine;
  readonly limit: number;
  readonly run: string | undefined;
  readonly log: string | undefined;
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      run: { type: "string" },
      log: { type: "string" },
      limit: { type: "string" },
      engine: { type: "string", default: engineNames[0] },
    },
  });
  const [folder] = positionals;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  const name = engineNames.find((name) => name === values.engine);
  if (folder === undefined || positionals.length > 1 || !(limit >= 1) || name === undefined) {
    throw new JudgedSetError(usage);
  }
  return { folder, engine: engines[name], limit, run: values.run, log: values.log };
}

const writeLog = (path: string | undefined, outcomes: readonly object[]): void => {
  if (path === undefined) return;
  writeFileSync(path, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(""));
};

/** Judges the rank of documents that have grades. */
async function evaluateRanking({ folder, engine, limit, run, log }: Options): Promise<object> {
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
async function evaluateQuotes({ folder, engine, limit, run, log }: Options): Promise<object> {
  if (run !== undefined) {
    throw new JudgedSetError(`${folder} has no grades to list a run for; --log FILE tells of its answers`);
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

try {
  const options = readOptions();
  const evaluation = isQuestionSet(options.folder) ? evaluateQuotes : evaluateRanking;
  console.log(JSON.stringify(await evaluation(options)));
} catch (error) {
  const known = error instanceof JudgedSetError || (error instanceof TypeError && "code" in error);
  if (!known) throw error;
  console.error(error instanceof JudgedSetError ? error.message : `${error.message}\n${usage}`);
  process.exit(2);
}
