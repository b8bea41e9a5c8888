import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { AnswerFeatures, TopicFeatures } from "../src/answer/confidence.ts";
import { readJudgedSet } from "../src/evaluation/judged-set.ts";
import { areaUnderRoc, mean, quantile } from "../src/evaluation/metrics.ts";
import { type LogisticModel, probability } from "./fit/logistic.ts";
import { type Asked, halved, observe } from "./fit/observe.ts";
import { fitTwoStages, type TwoStageObservation } from "./fit/two-stages.ts";
import { replaceSection } from "./results.ts";
import { markdownTable } from "./table.ts";

/** Questions asked of each set. */
const questionsPerSet = 6000;
/** How far a quote answers that lacks the gold answer: it may say it in other words, or answer a part. */
const otherWords = 2 / 3;
/** Strength of the L2 penalty against one unit of weight for each set. */
const penalty = 0.0001;
/** Share of the answerable questions of a small corpus that are to be answered. */
const answeredShare = 0.95;
/** Ranges of confidence in the reliability table. */
const bins = 10;

const { positionals: folders, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "string", multiple: true, default: [] } },
});
if (folders.length === 0) {
  console.error(`usage: npm run bench -- fit SET_DIR... [--check SET_DIR]...
  SET_DIR          sets to fit on: whole where they have unanswerable questions, and without every other article
  --check SET_DIR  sets to measure on and to choose the threshold by, not to fit on`);
  process.exit(2);
}

/** Questions over one corpus. */
interface Observed {
  readonly name: string;
  readonly asked: readonly Asked[];
}

const nameOf = (folder: string): string => basename(folder);
const fitted: Observed[] = [];
for (const folder of folders) {
  const set = readJudgedSet(folder);
  if (set.queries.some(({ answerable }) => !answerable)) {
    fitted.push({ name: nameOf(folder), asked: await observe(folder, set, questionsPerSet) });
  }
  const half = halved(set);
  if (half === undefined) continue;
  const name = `half of ${nameOf(folder)}`;
  fitted.push({ name, asked: await observe(name, half, questionsPerSet) });
}
const checked: Observed[] = [];
for (const folder of values.check) {
  const set = readJudgedSet(folder);
  checked.push({ name: nameOf(folder), asked: await observe(folder, set, questionsPerSet) });
}

const topicNames: readonly (keyof TopicFeatures)[] = ["missing", "nameAbsent", "length", "evidence"];
const answerNames: readonly (keyof AnswerFeatures)[] = [
  "nameAbsent",
  "negated",
  "antonym",
  "answerTypeAbsent",
];
const stagesOf = ({ features }: Asked): readonly [number[], number[]] => [
  topicNames.map((name) => features.topic[name]),
  answerNames.map((name) => features.answer[name]),
];

/** Each corpus weighs 1, and within it answerable and unanswerable questions a half each. */
function observations({ asked }: Observed): TwoStageObservation[] {
  const answerable = asked.filter((one) => isAnswerable(one)).length;
  return asked.map((one) => ({
    stages: stagesOf(one),
    first: isAnswerable(one) ? true : undefined,
    right: !isAnswerable(one) ? 0 : one.holdsAnswer ? 1 : otherWords,
    weight: 0.5 / (isAnswerable(one) ? answerable : asked.length - answerable),
  }));
}

const isAnswerable = ({ kind }: Asked): boolean => kind === "answerable";
const [topic, answer] = fitTwoStages(fitted.flatMap(observations), penalty);
const confidence = (one: Asked): number => {
  const [ofTopic, ofAnswer] = stagesOf(one);
  return probability(topic, ofTopic) * probability(answer, ofAnswer);
};
const confidences = (asked: readonly Asked[], holds: (one: Asked) => boolean): number[] =>
  asked.filter(holds).map(confidence);

const small = checked.length === 0 ? fitted : checked;
const threshold = mean(
  small.map(({ asked }) => quantile(confidences(asked, isAnswerable), 1 - answeredShare)),
);

const share = (values: readonly number[], holds: (value: number) => boolean): string =>
  values.length === 0 ? "" : (values.filter(holds).length / values.length).toFixed(3);
const rowOf = ({ name, asked }: Observed, part: string): string[] => {
  const answerable = confidences(asked, isAnswerable);
  const others = confidences(asked, (one) => !isAnswerable(one));
  const near = confidences(asked, ({ kind }) => kind === "near-miss");
  const off = confidences(asked, ({ kind }) => kind === "off-topic");
  const refused = (value: number): boolean => value < threshold;
  return [
    name,
    part,
    String(asked.length),
    areaUnderRoc(answerable, others)?.toFixed(3) ?? "",
    share(answerable, (value) => !refused(value)),
    share(near, refused),
    share(off, refused),
  ];
};
const rows = [
  ...fitted.map((observed) => rowOf(observed, "fitted")),
  ...checked.map((observed) => rowOf(observed, "held out")),
];

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const coefficientsOf = ({ intercept, weights }: LogisticModel, names: readonly string[]) => ({
  intercept: round(intercept),
  weights: Object.fromEntries(names.map((name, index) => [name, round(weights[index] ?? 0)])),
});
const coefficients = {
  topic: coefficientsOf(topic, topicNames),
  answer: coefficientsOf(answer, answerNames),
  threshold: Math.floor(threshold * 1000) / 1000,
};
const path = join(import.meta.dirname, "../src/answer/coefficients.ts");
const comment = /^\/\*\*[\s\S]*?\*\/\n/.exec(readFileSync(path, "utf8"))?.[0] ?? "";
const literal = JSON.stringify(coefficients, undefined, 2)
  .replace(/"(\w+)":/g, "$1:")
  .replace(/([^{,])\n/g, "$1,\n");
writeFileSync(path, `${comment}export const coefficients = ${literal.replace(/,\n$/, "\n")} as const;\n`);

/** Of the answers given with a confidence in each range, how many are right: each corpus weighs the same. */
function reliability(observed: readonly Observed[]): string {
  const all = observed.flatMap(({ asked }) =>
    asked.map((one) => ({ value: confidence(one), right: one.right, weight: 1 / asked.length })),
  );
  const lines = Array.from({ length: bins }, (_, bin) => {
    const inside = all.filter(({ value }) => Math.min(bins - 1, Math.floor(value * bins)) === bin);
    const total = inside.reduce((sum, { weight }) => sum + weight, 0);
    const weighed = (of: (one: (typeof all)[number]) => number): number =>
      inside.reduce((sum, one) => sum + one.weight * of(one), 0) / total;
    const right = inside.length === 0 ? 0 : weighed((one) => (one.right ? 1 : 0));
    const bar = "█".repeat(Math.round(right * 20));
    return [
      `${bin / bins}-${(bin + 1) / bins}`,
      String(inside.length),
      inside.length === 0 ? "" : weighed(({ value }) => value).toFixed(2),
      inside.length === 0 ? "" : right.toFixed(2),
      `\`${bar.padEnd(20, "·")}\``,
    ];
  });
  return markdownTable(["confidence", "questions", "mean confidence", "right", ""], lines);
}

const given = [...folders.map(nameOf), ...values.check.map((folder) => `--check ${nameOf(folder)}`)];
const text = [
  `Made by \`npm run bench -- fit ${given.join(" ")}\`. A question is near when the corpus treats its subject and lacks the answer, off when it lacks the subject. Half of a set is its answerable questions over its corpus without every other article.`,
  markdownTable(
    ["corpus", "", "questions", "AUROC", "answerable answered", "near refused", "off refused"],
    rows,
  ),
  `Threshold ${coefficients.threshold}: the mean, over the ${checked.length === 0 ? "fitted" : "held-out"} corpora, of the value that ${answeredShare * 100}% of the answerable questions exceed.`,
  "Reliability on the fitted corpora: of the answers given with a confidence in each range, the share whose first passage is of a relevant document.",
  reliability(fitted),
  ...(checked.length === 0 ? [] : ["The same on the corpora held out.", reliability(checked)]),
].join("\n\n");
replaceSection("Confidence", text);
console.error(text);
