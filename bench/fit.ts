import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ConfidenceFeatures } from "../src/answer/confidence.ts";
import { areaUnderRoc, mean, quantile } from "../src/evaluation/metrics.ts";
import { fitLogistic, type LogisticModel, type Observation, probability } from "./fit/logistic.ts";
import { type Asked, observe } from "./fit/observe.ts";
import { replaceSection } from "./results.ts";
import { markdownTable } from "./table.ts";

/** Questions asked of each set. */
const questionsPerSet = 2000;
/** Strength of the L2 penalty against one unit of weight for each set. */
const penalty = 0.0005;
/** Share of the answerable questions of a small corpus that are to be answered. */
const answeredShare = 0.95;
/** Ranges of confidence in the reliability table. */
const bins = 10;

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("usage: npm run fit -- SET_DIR [SET_DIR ...]   (sets with unanswerable questions)");
  process.exit(2);
}
const sets: { readonly name: string; readonly asked: readonly Asked[] }[] = [];
for (const folder of folders)
  sets.push({ name: basename(folder), asked: await observe(folder, questionsPerSet) });

const names = Object.keys(sets[0]?.asked[0]?.features ?? {}) as (keyof ConfidenceFeatures)[];
const inputs = ({ features }: Asked): number[] => names.map((name) => features[name]);

/** Each set weighs 1, and within it answerable and unanswerable questions a half each. */
function observations(asked: readonly Asked[]): Observation[] {
  const answerable = asked.filter((one) => one.answerable).length;
  return asked.map((one) => ({
    features: inputs(one),
    right: one.answerable,
    weight: 0.5 / (one.answerable ? answerable : asked.length - answerable),
  }));
}

const auroc = (model: LogisticModel, asked: readonly Asked[]): number =>
  areaUnderRoc(
    asked.filter(({ answerable }) => answerable).map((one) => probability(model, inputs(one))),
    asked.filter(({ answerable }) => !answerable).map((one) => probability(model, inputs(one))),
  ) ?? Number.NaN;

const model = fitLogistic(
  sets.flatMap(({ asked }) => observations(asked)),
  penalty,
);

const rows = sets.map(({ name, asked }) => {
  const others = sets.filter((set) => set.name !== name);
  const heldOut =
    others.length === 0
      ? undefined
      : fitLogistic(
          others.flatMap((set) => observations(set.asked)),
          penalty,
        );
  return [
    name,
    String(asked.length),
    auroc(model, asked).toFixed(3),
    heldOut === undefined ? "" : auroc(heldOut, asked).toFixed(3),
  ];
});

const all = sets.flatMap(({ asked }) => asked);
const smallest = [...sets].sort((a, b) => a.asked.length - b.asked.length).slice(0, 2);
const threshold = quantile(
  smallest.flatMap(({ asked }) =>
    asked.filter((one) => one.right).map((one) => probability(model, inputs(one))),
  ),
  1 - answeredShare,
);

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const coefficients = {
  intercept: round(model.intercept),
  weights: Object.fromEntries(names.map((name, index) => [name, round(model.weights[index] ?? 0)])),
  threshold: Math.floor(threshold * 1000) / 1000,
};
const path = join(import.meta.dirname, "../src/answer/coefficients.ts");
const comment = /^\/\*\*[\s\S]*?\*\/\n/.exec(readFileSync(path, "utf8"))?.[0] ?? "";
const literal = JSON.stringify(coefficients, undefined, 2)
  .replace(/"(\w+)":/g, "$1:")
  .replace(/([^{,])\n/g, "$1,\n");
writeFileSync(path, `${comment}export const coefficients = ${literal.replace(/,\n$/, "\n")} as const;\n`);

const reliability = Array.from({ length: bins }, (_, bin) => {
  const inside = all.filter(
    (one) => Math.min(bins - 1, Math.floor(probability(model, inputs(one)) * bins)) === bin,
  );
  const predicted = mean(inside.map((one) => probability(model, inputs(one))));
  const right = mean(inside.map((one) => (one.right ? 1 : 0)));
  const bar = "█".repeat(Math.round(right * 20));
  return [
    `${bin / bins}-${(bin + 1) / bins}`,
    String(inside.length),
    predicted.toFixed(2),
    right.toFixed(2),
    `\`${bar.padEnd(20, "·")}\``,
  ];
});
const text = [
  `Made by \`npm run fit -- ${sets.map(({ name }) => name).join(" ")}\`, ${all.length} questions. The second figure is of a fit that has not seen the set.`,
  markdownTable(["set", "questions", "AUROC", "AUROC, set held out"], rows),
  `Threshold ${coefficients.threshold}: the value that ${answeredShare * 100}% of the rightly answered questions of the two smallest sets exceed.`,
  "Reliability: of the answers given with a confidence in each range, the share whose first passage is of a relevant document.",
  markdownTable(["confidence", "questions", "mean confidence", "right", ""], reliability),
].join("\n\n");
replaceSection("Confidence", text);
console.error(text);
