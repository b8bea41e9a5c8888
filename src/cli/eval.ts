import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compileInMemory } from "../build/compile-corpus.ts";
import { storeInMemory } from "../build/d1/store-in-memory.ts";
import { judgedCorpus } from "../build/judged-corpus.ts";
import { progressLine } from "../build/progress.ts";
import type { Collection } from "../corpus/collection.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { JudgedSetError, readJudgedSet } from "../evaluation/judged-set.ts";
import type { PassageStore } from "../index/store.ts";
import type { Article } from "../model/index.ts";
import type { LanguageSet } from "../text/language-set.ts";

const usage = "usage: npm run --silent eval -- SET_DIR [--run FILE] [--limit N] [--engine compiled|d1]";

type Open = (
  collection: Collection,
  articles: readonly Article[],
) => Promise<{ store: PassageStore; languages: LanguageSet }>;

/** As `engine` in corpus.yaml; the SQLite of Node stands in for D1. */
const engines: ReadonlyMap<string, Open> = new Map<Collection["engine"], Open>([
  ["compiled", compileInMemory],
  ["d1", storeInMemory],
]);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      run: { type: "string" },
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
  const set = readJudgedSet(folder);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await open(collection, articles);
  const progress = progressLine("asking");
  const { summary, run } = await evaluate(set, {
    store,
    languages,
    documentOf,
    limit,
    onProgress: progress.update,
  });
  progress.end();
  if (values.run !== undefined) writeFileSync(values.run, run);
  console.log(JSON.stringify(summary));
} catch (error) {
  const known = error instanceof JudgedSetError || (error instanceof TypeError && "code" in error);
  if (!known) throw error;
  console.error(error instanceof JudgedSetError ? error.message : `${error.message}\n${usage}`);
  process.exit(2);
}
