import { describe, expect, test } from "vitest";
import type { Measurement } from "../../bench/quality/measure.ts";
import { qualityReport } from "../../bench/quality/report.ts";
import { compare, rowsOf, type SetResult } from "../../bench/quality/result.ts";

/** An engine that scores the same on each question, by every metric. */
function constant(value: number): Measurement {
  const figures = new Array<number>(50).fill(value);
  return {
    figures: { "nDCG@10": figures, "hit@1": figures, "MRR@10": figures, "recall@100": figures },
    means: { "nDCG@10": value, "hit@1": value, "MRR@10": value, "recall@100": value },
    p50: value,
    reranking: undefined,
  };
}

function result(name: string, ...values: number[]): SetResult {
  const measurements = values.map(constant);
  return { name, lang: "en", documents: 10, asked: 50, judged: 60, measurements };
}

describe("rows of figures", () => {
  const figure = ({ p50 }: Measurement): number => p50;

  test("a family of sets has its mean below it, others have none", () => {
    const results = [result("alone", 1), result("x/de", 2), result("x/en", 4), result("y/de", 5)];
    expect(rowsOf(results, figure)).toEqual([
      { label: "alone", values: [1] },
      { label: "x/de", values: [2] },
      { label: "x/en", values: [4] },
      { label: "x, mean of 2", values: [3] },
      { label: "y/de", values: [5] },
    ]);
  });
});

describe("comparisons", () => {
  test("take the peer from this project, and call real what each question shows", () => {
    const [[[better, equal, worse] = []] = []] = compare([result("set", 0.5, 0.25, 0.5, 1)], ["hit@1"]);
    expect(better).toMatchObject({ mean: 0.25, real: true });
    expect(equal).toMatchObject({ mean: 0, real: false });
    expect(worse).toMatchObject({ mean: -0.5, real: true });
  });
});

test("the report names each engine, marks the best of a row, and says how the comparisons came out", () => {
  const results = [result("set", 0.5, 0.25, 0.5, 0, 0, 0, 1)];
  const report = qualityReport(results, "chart.svg", "Measured today.").replaceAll(/ +/g, " ");
  expect(report).toMatch(/^Measured today\.\n\n!\[[^\]]+\]\(chart\.svg\)/);
  expect(report).toContain(
    "| Set | Footnote | MiniSearch | VitePress | lunr | FlexSearch | Orama | SQLite FTS5 |",
  );
  expect(report).toContain("| set | 0.500 | 0.250 | 0.500 | 0.000 | 0.000 | 0.000 | **1.000** |");
  expect(report).toContain(
    "Of 12 comparisons Footnote is ahead in 8 and behind in 2; 2 are too close to call.",
  );
});
