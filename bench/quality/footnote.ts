/** Worker thread: asks this project the questions of a {@link FootnoteTask}, as `npm run eval` does. */
import { parentPort, workerData } from "node:worker_threads";
import { compileInMemory } from "../../src/cli/compile-corpus.ts";
import { judgedCorpus } from "../../src/cli/judged-corpus.ts";
import { evaluate } from "../../src/evaluation/evaluate.ts";
import type { FootnoteTask, Ranking } from "./task.ts";

const { set }: FootnoteTask = workerData;
const { collection, articles, documentOf } = await judgedCorpus(set);
const { store, languages } = await compileInMemory(collection, articles);
const { outcomes } = await evaluate(set, {
  store,
  languages,
  documentOf,
  limit: set.queries.length,
});
for (const { documents, milliseconds } of outcomes) {
  const ranking: Ranking = { documents, milliseconds };
  parentPort?.postMessage(ranking);
}
