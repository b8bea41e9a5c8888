import { mean } from "../../src/evaluation/metrics.ts";
import { type Difference, holm, pairedBootstrap } from "./bootstrap.ts";
import type { Measurement, Metric } from "./measure.ts";

/** All engines over one set. */
export interface SetResult {
  readonly name: string;
  /** ISO 639-1 code of most of its documents. */
  readonly lang: string;
  readonly documents: number;
  /** Questions asked, of those that have judgements. */
  readonly asked: number;
  readonly judged: number;
  /** This project first, then the peers in their order. */
  readonly measurements: readonly Measurement[];
}

/** A line of figures, one for each engine. */
export interface Row {
  readonly label: string;
  readonly values: readonly number[];
}

/** What sets of one family share, such as `xquad` for `xquad/de`; empty for a set of its own. */
function familyOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}

/** A row for each set, and after the last of a family the mean of the family. */
export function rowsOf(results: readonly SetResult[], figure: (measurement: Measurement) => number): Row[] {
  return results.flatMap(({ name, measurements }, index): Row[] => {
    const row = { label: name, values: measurements.map(figure) };
    const family = familyOf(name);
    if (family === "" || familyOf(results[index + 1]?.name ?? "") === family) return [row];
    const members = results.filter((other) => familyOf(other.name) === family);
    if (members.length === 1) return [row];
    const means = measurements.map((_, engine) =>
      mean(members.flatMap((member) => member.measurements.slice(engine, engine + 1).map(figure))),
    );
    return [row, { label: `${family}, mean of ${members.length}`, values: means }];
  });
}

/** How this project differs from one peer on one set. */
export interface Comparison extends Difference {
  /** Whether chance is ruled out, at 5% for all comparisons of the run together. */
  readonly real: boolean;
}

/** Compares this project with each peer: a row of comparisons for each set, for each of the metrics. */
export function compare(results: readonly SetResult[], compared: readonly Metric[]): Comparison[][][] {
  const differences = compared.map((metric) =>
    results.map(({ measurements: [own, ...others] }) =>
      others.map((peer) => pairedBootstrap(own?.figures[metric] ?? [], peer.figures[metric])),
    ),
  );
  const adjusted = holm(differences.flat(2).map(({ p }) => p));
  let next = 0;
  return differences.map((rows) =>
    rows.map((row) => row.map((difference) => ({ ...difference, real: (adjusted[next++] ?? 1) < 0.05 }))),
  );
}
