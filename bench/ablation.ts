import { search } from "../src/answer/answer.ts";
import { type Features, featureWeights, type RankedPassage } from "../src/answer/rank.ts";
import { readDepth } from "../src/answer/rerank.ts";
import { compileInMemory } from "../src/build/engines/compiled/compile-corpus.ts";
import { judgedCorpus } from "../src/build/judged-corpus.ts";
import { progressLine } from "../src/build/progress.ts";
import { readJudgedSet } from "../src/evaluation/judged-set.ts";
import { hitAtOne, mean, ndcg } from "../src/evaluation/metrics.ts";
import { measuredOn } from "./environment.ts";
import { defaultSets, givenSets, type SetFolder, sampled } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf } from "./run.ts";
import { markdownTable } from "./table.ts";

/** Questions asked of each set, at most. */
const questionsPerSet = 1000;
/** Passages of each question that are put in order again. */
const depth = 100;

/** All features of the ranking, or all but one, or BM25 by itself. */
type Variant = "all" | "BM25 alone" | Exclude<keyof Features, "bm25">;
const variants: readonly Variant[] = [
  "all",
  ...(Object.keys(featureWeights.fact) as (keyof Features)[]).filter((name) => name !== "bm25"),
  "BM25 alone",
];

function scoreOf(
  { score, features }: RankedPassage,
  form: keyof typeof featureWeights,
  variant: Variant,
): number {
  if (variant === "all") return score;
  if (variant === "BM25 alone") return features.bm25;
  return score - featureWeights[form][variant] * features[variant];
}

interface Figures {
  readonly ndcg: number[];
  readonly hit: number[];
}

async function ablate({ path, name }: SetFolder): Promise<Map<Variant, Figures>> {
  const set = sampled(readJudgedSet(path), questionsPerSet);
  const { collection, articles, documentOf } = await judgedCorpus(set);
  const { store, languages } = await compileInMemory(collection, articles);
  const figures = new Map(variants.map((variant): [Variant, Figures] => [variant, { ndcg: [], hit: [] }]));
  const progress = progressLine(`asking ${name}`);
  let done = 0;
  for (const query of set.queries) {
    const judgements = set.judgements.get(query.id) ?? new Map<string, number>();
    const { ranked, retrieved } = await search({
      store,
      languages,
      question: query.text,
      limit: 1,
      depth,
      ordered: readDepth,
    });
    const stored = await store.passages(ranked.map(({ docId }) => docId));
    const entries = ranked.map((passage, index) => ({
      passage,
      document: documentOf(stored[index]?.article.id ?? ""),
    }));
    for (const [variant, { ndcg: gains, hit }] of figures) {
      const { form } = retrieved.question;
      const scored = entries.map((entry) => ({ ...entry, score: scoreOf(entry.passage, form, variant) }));
      scored.sort((a, b) => b.score - a.score || a.passage.docId - b.passage.docId);
      const documents = [...new Set(scored.map(({ document }) => document))];
      gains.push(ndcg(documents, judgements, 10));
      hit.push(hitAtOne(documents, judgements));
    }
    progress.update(++done, set.queries.length);
  }
  progress.end();
  return figures;
}

const paths = process.argv.slice(2);
const folders = paths.length > 0 ? givenSets(paths) : defaultSets();
const columns: { readonly name: string; readonly figures: ReadonlyMap<Variant, Figures> }[] = [];
for (const folder of folders) columns.push({ name: folder.name, figures: await ablate(folder) });

const figure = (value: number): string => value.toFixed(3).replace(/^0/, "");
const rows = variants.map((variant) => [
  variant === "all" || variant === "BM25 alone" ? variant : `without ${variant}`,
  ...columns.map(({ figures }) => {
    const { ndcg: gains = [], hit = [] } = figures.get(variant) ?? {};
    return `${figure(mean(gains))} / ${figure(mean(hit))}`;
  }),
]);
const text = [
  "What each feature of the ranking is worth: nDCG@10 / hit@1 with all of them, without one, and by BM25 alone. The weights of the others stay as they are.",
  markdownTable(["ranking", ...columns.map(({ name }) => name)], rows),
  measuredOn(commandOf("ablation")),
].join("\n\n");
replaceSection("Ablation", text);
console.error(text);
