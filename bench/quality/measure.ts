import { on } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { JudgedSet } from "../../src/evaluation/judged-set.ts";
import { hitAtOne, mean, ndcg, quantile, recall, reciprocalRank } from "../../src/evaluation/metrics.ts";
import type { FootnoteTask, PeerTask, Ranking } from "./task.ts";
import { rankingDepth } from "./task.ts";

export const metrics = ["nDCG@10", "hit@1", "MRR@10", "recall@100"] as const;
export type Metric = (typeof metrics)[number];

/** One engine over one set. */
export interface Measurement {
  /** Figures of 0 to 1 for each question, in the set's order. */
  readonly figures: Readonly<Record<Metric, readonly number[]>>;
  readonly means: Readonly<Record<Metric, number>>;
  /** Median milliseconds a question. */
  readonly p50: number;
  /** Median milliseconds of the re-ranking by itself; undefined for an engine that has none. */
  readonly reranking: number | undefined;
}

/** Called when one more question has been asked. */
type OnAsked = (done: number) => void;

/** Runs a worker thread to its end: each engine and set has a heap and compiled code of its own. */
async function rankings(path: string, task: FootnoteTask | PeerTask, onAsked: OnAsked): Promise<Ranking[]> {
  const worker = new Worker(path, { workerData: task });
  const posted: Ranking[] = [];
  for await (const messages of on(worker, "message", { close: ["exit"] })) {
    const [ranking]: Ranking[] = messages;
    if (ranking !== undefined) posted.push(ranking);
    onAsked(posted.length);
  }
  return posted;
}

function measure(set: JudgedSet, posted: readonly Ranking[]): Measurement {
  if (posted.length !== set.queries.length) {
    throw new Error(`${posted.length} rankings for ${set.queries.length} questions; the worker ended early`);
  }
  const over = (metric: (documents: readonly string[], judgements: ReadonlyMap<string, number>) => number) =>
    set.queries.map(({ id }, index) =>
      metric(posted[index]?.documents ?? [], set.judgements.get(id) ?? new Map()),
    );
  const figures = {
    "nDCG@10": over((documents, judgements) => ndcg(documents, judgements, 10)),
    "hit@1": over(hitAtOne),
    "MRR@10": over((documents, judgements) => reciprocalRank(documents, judgements, 10)),
    "recall@100": over((documents, judgements) => recall(documents, judgements, rankingDepth)),
  };
  const rerankings = posted.flatMap(({ reranking }) => reranking ?? []);
  return {
    figures,
    means: {
      "nDCG@10": mean(figures["nDCG@10"]),
      "hit@1": mean(figures["hit@1"]),
      "MRR@10": mean(figures["MRR@10"]),
      "recall@100": mean(figures["recall@100"]),
    },
    p50: quantile(
      posted.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    reranking: rerankings.length === 0 ? undefined : quantile(rerankings, 0.5),
  };
}

/** Measures this project on the questions of a set. */
export async function measureFootnote(set: JudgedSet, onAsked: OnAsked): Promise<Measurement> {
  return measure(set, await rankings(join(import.meta.dirname, "footnote.ts"), { set }, onAsked));
}

/** Measures a peer on the questions of a set. */
export async function measurePeer(
  set: JudgedSet,
  task: Omit<PeerTask, "questions">,
  onAsked: OnAsked,
): Promise<Measurement> {
  const questions = set.queries.map(({ text }) => text);
  const path = join(import.meta.dirname, "..", "peers", "worker.ts");
  return measure(set, await rankings(path, { ...task, questions }, onAsked));
}
