/** Worker thread: asks this project the questions of a {@link FootnoteTask}, as `npm run eval` does. */
import { parentPort, workerData } from "node:worker_threads";
import { search } from "../../src/answer/answer.ts";
import { rank } from "../../src/answer/rank.ts";
import { compileInMemory } from "../../src/build/engines/compiled/compile-corpus.ts";
import { judgedCorpus } from "../../src/build/judged-corpus.ts";
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
for (const { query, documents, milliseconds } of outcomes) {
  const { retrieved } = await search({ store, languages, question: query.text, limit: 1 });
  const started = performance.now();
  rank(retrieved);
  const ranking: Ranking = { documents, milliseconds, reranking: performance.now() - started };
  parentPort?.postMessage(ranking);
}
