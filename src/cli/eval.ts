import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { evaluate } from "../evaluation/evaluate.ts";
import { JudgedSetError, readJudgedSet } from "../evaluation/judged-set.ts";
import { compileInMemory } from "./compile-corpus.ts";
import { judgedCorpus } from "./judged-corpus.ts";
import { progressLine } from "./progress.ts";

const usage = "usage: npm run --silent eval -- SET_DIR [--run FILE] [--limit N]";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { run: { type: "string" }, limit: { type: "string" } },
  });
  const [folder] = positionals;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (folder === undefined || positionals.length > 1 || !(limit >= 1)) throw new JudgedSetError(usage);
  const set = readJudgedSet(folder);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await compileInMemory(collection, articles);
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
