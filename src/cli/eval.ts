import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createAnswerer } from "../answer/answer.ts";
import { compileInMemory } from "../build/compile-corpus.ts";
import { storeInMemory } from "../build/d1/store-in-memory.ts";
import { judgedCorpus, ownersCorpus } from "../build/judged-corpus.ts";
import { progressLine } from "../build/progress.ts";
import type { Collection } from "../corpus/collection.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { evaluateAnswers } from "../evaluation/evaluate-answers.ts";
import { readJudgedSet } from "../evaluation/judged-set.ts";
import { isQuestionSet, readQuestionSet } from "../evaluation/question-set.ts";
import { JudgedSetError } from "../evaluation/read-lines.ts";
import type { PassageStore } from "../index/store.ts";
import type { Article } from "../model/index.ts";
import type { LanguageSet } from "../text/language-set.ts";

const usage =
  "usage: npm run --silent eval -- SET_DIR [--run FILE] [--log FILE] [--limit N] [--engine compiled|d1]";

type Open = (
  collection: Collection,
  articles: readonly Article[],
) => Promise<{ store: PassageStore; languages: LanguageSet }>;

/** Engines by their name in corpus.yaml; Node's SQLite stands in for D1. */
const engines: ReadonlyMap<string, Open> = new Map<Collection["engine"], Open>([
  ["compiled", compileInMemory],
  ["d1", storeInMemory],
]);

interface Options {
  readonly folder: string;
  readonly open: Open;
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
      engine: { type: "string", default: "compiled" },
    },
  });
  const [folder] = positionals;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  const open = engines.get(values.engine);
  if (folder === undefined || positionals.length > 1 || !(limit >= 1) || open === undefined) {
    throw new JudgedSetError(usage);
  }
  return { folder, open, limit, run: values.run, log: values.log };
}

const writeLog = (path: string | undefined, outcomes: readonly object[]): void => {
  if (path === undefined) return;
  writeFileSync(path, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(""));
};

/** Judges the rank of documents that have grades. */
async function evaluateRanking({ folder, open, limit, run, log }: Options): Promise<object> {
  const set = readJudgedSet(folder);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await open(collection, articles);
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
async function evaluateQuotes({ folder, open, limit, run, log }: Options): Promise<object> {
  if (run !== undefined) {
    throw new JudgedSetError(`${folder} has no grades to list a run for; --log FILE tells of its answers`);
  }
  const set = readQuestionSet(folder);
  const { collection, articles, articleAt } = await ownersCorpus(set);
  const { store, languages } = await open(collection, articles);
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
