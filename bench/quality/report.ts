import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type DotPlot, dotPlot } from "../dot-plot.ts";
import { peers } from "../peers/names.ts";
import { markdownTable } from "../table.ts";
import type { Measurement, Metric } from "./measure.ts";
import { metrics } from "./measure.ts";
import { type Comparison, compare, type Row, rowsOf, type SetResult } from "./result.ts";

/** Metrics whose differences are tested. */
const compared = ["nDCG@10", "hit@1"] as const satisfies readonly Metric[];

const labels: readonly string[] = ["Footnote", ...peers.map(({ label }) => label)];

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

function enginesTable(): string {
  const manifest = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  const { dependencies } = manifestSchema.parse(JSON.parse(manifest));
  const rows = peers.map((peer) => {
    const version = "package" in peer ? dependencies[peer.package] : process.versions["sqlite"];
    return [peer.label, version ?? "", peer.setup];
  });
  return markdownTable(["Peer", "Version", "Set up as its users do"], rows, "left");
}

function setsTable(results: readonly SetResult[]): string {
  const rows = results.map(({ name, lang, documents, judged, asked }) =>
    [name, lang, documents, judged, asked].map(String),
  );
  return markdownTable(["Set", "Language", "Documents", "Judged questions", "Asked"], rows);
}

/** Figures of a metric; the best of each row in bold. */
function figuresTable(
  rows: readonly Row[],
  format: (value: number) => string,
  best: (...values: number[]) => number,
): string {
  return markdownTable(
    ["Set", ...labels],
    rows.map(({ label, values }) => [
      label,
      ...values.map((value) =>
        format(value) === format(best(...values)) ? `**${format(value)}**` : format(value),
      ),
    ]),
  );
}

const threeDecimals = (value: number): string => value.toFixed(3);
const signed = (value: number): string => (value < 0 ? "−" : "+") + threeDecimals(Math.abs(value));

function rerankingTable(results: readonly SetResult[]): string {
  return markdownTable(
    ["Set", "Median milliseconds"],
    results.flatMap(({ name, measurements }) =>
      measurements.flatMap(({ reranking }) =>
        reranking === undefined ? [] : [[name, reranking.toFixed(3)]],
      ),
    ),
  );
}

function comparisonTable(results: readonly SetResult[], comparisons: readonly Comparison[][]): string {
  const cell = ({ mean, low, high, real }: Comparison): string => {
    const text = `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
    return real ? `**${text}**` : text;
  };
  return markdownTable(
    ["Set", ...labels.slice(1)],
    results.map(({ name }, index) => [name, ...(comparisons[index] ?? []).map(cell)]),
  );
}

function verdict(comparisons: readonly Comparison[]): string {
  const real = comparisons.filter((comparison) => comparison.real);
  const ahead = real.filter(({ mean }) => mean > 0).length;
  return (
    `Of ${comparisons.length} comparisons Footnote is ahead in ${ahead} and behind in ${real.length - ahead}; ` +
    `${comparisons.length - real.length} are too close to call.`
  );
}

/** The chart: nDCG@10 of each engine on each set. */
export function qualityChart(results: readonly SetResult[]): string {
  const plot: DotPlot = {
    title: "nDCG@10 of Footnote and its peers on each judged set",
    axis: "nDCG@10",
    series: labels,
    rows: rowsOf(results, ({ means }) => means["nDCG@10"]),
  };
  return dotPlot(plot);
}

/**
 * The section of `bench/RESULTS.md`.
 * @param chart path of the chart from that file.
 * @param measured the line that says on what.
 */
export function qualityReport(results: readonly SetResult[], chart: string, measured: string): string {
  const comparisons = compare(results, compared);
  const figures = (figure: (measurement: Measurement) => number): Row[] => rowsOf(results, figure);
  return [
    measured,
    `![nDCG@10 of each engine on each judged set](${chart})`,
    "The peers index one document for each document of a set, with its title and its text; Footnote goes the way of " +
      "`npm run eval`: splits articles into passages and ranks an article by its best one. Questions that have no " +
      "answer are left out. Of a set with more questions, the same are asked of every engine: those whose ids have " +
      "the smallest SHA-256. The best of a row is bold.",
    ...metrics.flatMap((metric) => [
      `### ${metric}`,
      figuresTable(
        figures(({ means }) => means[metric]),
        threeDecimals,
        Math.max,
      ),
    ]),
    "### Median milliseconds a question",
    "Footnote's time includes choosing the quotes and ranking 400 passages, to list 100 articles; the peers' is for " +
      "100 documents. Each engine and set has a thread of its own.",
    figuresTable(
      figures(({ p50 }) => p50),
      (value) => value.toFixed(2),
      Math.min,
    ),
    "#### Of it, the re-ranking by itself",
    "Footnote's features beyond BM25 over the first hundred candidates, measured apart on the same questions.",
    rerankingTable(results),
    "### Which differences are real",
    "Footnote less the peer, with the 95% interval of a paired bootstrap over questions (10,000 resamples). Bold where " +
      `chance is ruled out at 5% for all comparisons together (Holm). ${verdict(comparisons.flat(2))}`,
    ...compared.flatMap((metric, index) => [
      `#### ${metric}, Footnote less the peer`,
      comparisonTable(results, comparisons[index] ?? []),
    ]),
    "### Sets and peers",
    setsTable(results),
    enginesTable(),
  ].join("\n\n");
}
