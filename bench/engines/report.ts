import type { Spread } from "../edge/measure.ts";
import { markdownTable } from "../table.ts";
import type { LatencyResult } from "./latency.ts";
import type { QualityResult } from "./quality.ts";

const count = (number: number): string => Math.round(number).toLocaleString("en");
const milliseconds = ({ p50, p99 }: Spread): string => `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
const rows = ({ p50, p99 }: Spread): string => `${count(p50)} / ${count(p99)}`;

/** The section "Engines". */
export function enginesReport(
  quality: readonly QualityResult[],
  latency: readonly LatencyResult[],
  questions: number,
  measured: string,
): string {
  const differences = quality.map(({ compiled, d1 }) => Math.abs(compiled["nDCG@10"] - d1["nDCG@10"]));
  return `The same judged questions through both engines: compiled files, and D1 (here the SQLite of Node with the same tables and statements). The largest difference in nDCG@10 is ${Math.max(...differences).toFixed(4)}.

${markdownTable(
  ["judged set", "questions", "passages", "compiled nDCG@10", "D1", "compiled hit@1", "D1"],
  quality.map(({ name, passages, compiled, d1 }) => [
    name,
    count(compiled.queries),
    count(passages),
    compiled["nDCG@10"].toFixed(4),
    d1["nDCG@10"].toFixed(4),
    compiled["hit@1"].toFixed(4),
    d1["hit@1"].toFixed(4),
  ]),
)}

A corpus in D1, ingested by \`npm run ingest -- --local\` and asked ${count(questions)} different questions, one after the other, the second half of which is measured, in workerd on this machine. Times are p50 / p99 in milliseconds: by the Worker's own clock, from the question to the answer, and over HTTP. Rows are p50 / p99 of what D1 counts as read.

${markdownTable(
  [
    "passages",
    "answer, ms",
    "over HTTP, ms",
    "rows of a search",
    "rows of an answer",
    "ingest, s",
    "again, unchanged, s",
    "memory, MB",
    "database, MB",
  ],
  latency.map((result) => [
    count(result.passages),
    milliseconds(result.answer),
    milliseconds(result.request),
    rows(result.searchRows),
    rows(result.answerRows),
    count(result.ingestSeconds),
    count(result.againSeconds),
    count(result.ingestMegabytes),
    count(result.databaseBytes / 1e6),
  ]),
)}

${measured}`;
}
