/** Asks a judged set through both engines. */
import { compileInMemory } from "../../src/build/engines/compiled/compile-corpus.ts";
import { storeInMemory } from "../../src/build/engines/d1/store-in-memory.ts";
import { judgedCorpus } from "../../src/build/judged-corpus.ts";
import { evaluate, type Summary } from "../../src/evaluation/evaluate.ts";
import { readJudgedSet } from "../../src/evaluation/judged-set.ts";
import { type SetFolder, sampled } from "../quality/sets.ts";

/** One judged set through both engines. */
export interface QualityResult {
  readonly name: string;
  readonly passages: number;
  readonly compiled: Summary;
  readonly d1: Summary;
}

export async function measureQuality({ path, name }: SetFolder, limit: number): Promise<QualityResult> {
  const set = sampled(readJudgedSet(path), limit);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const asked = { documentOf, limit: set.queries.length };
  const compiled = await compileInMemory(collection, articles);
  const stored = await storeInMemory(collection, articles);
  return {
    name,
    passages: compiled.store.info.passages,
    compiled: (await evaluate(set, { ...compiled, ...asked })).summary,
    d1: (await evaluate(set, { ...stored, ...asked })).summary,
  };
}
