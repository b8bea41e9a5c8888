import { find } from "../../src/answer/answer.ts";
import type { ConfidenceFeatures } from "../../src/answer/confidence.ts";
import { compileInMemory } from "../../src/cli/compile-corpus.ts";
import { judgedCorpus } from "../../src/cli/judged-corpus.ts";
import { progressLine } from "../../src/cli/progress.ts";
import { readJudgedSet } from "../../src/evaluation/judged-set.ts";

/** What was measured for one question of a judged set. */
export interface Asked {
  readonly features: ConfidenceFeatures;
  readonly answerable: boolean;
  /** Whether the first passage is of a relevant document. */
  readonly right: boolean;
}

/** Asks at most `limit` questions of a judged set, evenly spread over it. */
export async function observe(folder: string, limit: number): Promise<Asked[]> {
  const set = readJudgedSet(folder);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await compileInMemory(collection, articles);
  const step = Math.max(1, set.queries.length / limit);
  const chosen = set.queries.filter(
    (_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  const progress = progressLine(`asking ${folder}`);
  const asked: Asked[] = [];
  for (const query of chosen) {
    const { features, fetched } = await find(store, languages, query.text, {}, 1);
    const first = fetched[0]?.stored.article.id;
    const grade = first === undefined ? 0 : (set.judgements.get(query.id)?.get(documentOf(first)) ?? 0);
    asked.push({ features, answerable: query.answerable, right: query.answerable && grade > 0 });
    progress.update(asked.length, chosen.length);
  }
  progress.end();
  return asked;
}
