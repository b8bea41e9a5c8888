import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { areaUnderRoc, mean } from "../src/evaluation/metrics.ts";
import { answerWith, confidenceIn, fitConfidence, fitQuotes, type Outcome } from "./fit/models.ts";
import { type Observed, observe } from "./fit/observe.ts";
import { replaceSection } from "./results.ts";
import { markdownTable } from "./table.ts";

/** Questions asked of each set. */
const questionsPerSet = 400;
/** What is less likely to answer than this is refused: below it, more answers are wrong than right. */
const threshold = 0.36;
/** Ranges of confidence in the reliability table. */
const bins = 10;

const { positionals: folders, values } = parseArgs({
  allowPositionals: true,
  options: { alike: { type: "string", multiple: true, default: [] } },
});
if (folders.length < 2) {
  console.error(`usage: npm run bench -- fit SET_DIR SET_DIR... [--alike NAME,NAME]...
  SET_DIR            sets to fit on, of either form that eval takes; each is measured with a fit on all others
  --alike NAME,NAME  sets of the same articles: when one is measured none of them is fitted on`);
  process.exit(2);
}
const alike = values.alike.map((sets) => sets.split(","));
const isAlike = (one: string, other: string): boolean =>
  one === other || alike.some((sets) => sets.includes(one) && sets.includes(other));

const observed: Observed[] = [];
for (const folder of folders) observed.push(await observe(folder, questionsPerSet));

function fit(sets: readonly Observed[]) {
  const weights = fitQuotes(sets);
  const model = fitConfidence(sets.map((set) => ({ kind: set.kind, outcomes: answerWith(weights, set) })));
  return { weights, model };
}

/** An outcome with the confidence in it of a model that its corpus had no part in. */
interface Checked extends Outcome {
  readonly confidence: number;
}
const checked = observed.map((set) => {
  const { weights, model } = fit(observed.filter(({ name }) => !isAlike(name, set.name)));
  const outcomes = answerWith(weights, set).map(
    (outcome): Checked => ({ ...outcome, confidence: confidenceIn(model, outcome) }),
  );
  return { ...set, outcomes };
});

const share = (of: readonly Checked[], holds: (one: Checked) => boolean): string =>
  of.length === 0 ? "" : mean(of.map((one) => Number(holds(one)))).toFixed(3);
const rows = checked.map(({ name, outcomes }) => {
  const answerable = outcomes.filter(({ asked }) => asked.answerable);
  const others = outcomes.filter(({ asked }) => !asked.answerable);
  const shown = outcomes.filter(({ confidence }) => confidence >= threshold);
  const auroc = areaUnderRoc(
    answerable.map(({ confidence }) => confidence),
    others.map(({ confidence }) => confidence),
  );
  return [
    name,
    String(outcomes.length),
    share(answerable, ({ right }) => right),
    share(answerable, ({ right, confidence }) => right && confidence >= threshold),
    share(answerable, ({ confidence }) => confidence < threshold),
    share(others, ({ confidence }) => confidence < threshold),
    share(shown, ({ right }) => right),
    auroc?.toFixed(3) ?? "",
  ];
});

/** Of the answers with a confidence in each range, how many are right. */
function reliability(outcomes: readonly Checked[]): string {
  const lines = Array.from({ length: bins }, (_, bin) => {
    const inside = outcomes.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    const right = mean(inside.map((one) => Number(one.right)));
    return [
      `${bin / bins}-${(bin + 1) / bins}`,
      String(inside.length),
      inside.length === 0 ? "" : mean(inside.map(({ confidence }) => confidence)).toFixed(2),
      inside.length === 0 ? "" : right.toFixed(2),
      `\`${"█".repeat(Math.round(right * 20)).padEnd(20, "·")}\``,
    ];
  });
  return markdownTable(["confidence", "questions", "mean confidence", "right", ""], lines);
}

/** Writes the numbers of a file that this command makes, below its comment. */
function write(file: string, name: string, value: object): void {
  const path = join(import.meta.dirname, "../src/answer", file);
  const comment = /^\/\*\*[\s\S]*?\*\/\n/.exec(readFileSync(path, "utf8"))?.[0] ?? "";
  const literal = JSON.stringify(value, undefined, 2)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/([^{,])\n/g, "$1,\n");
  writeFileSync(path, `${comment}export const ${name} = ${literal.replace(/,\n$/, "\n")} as const;\n`);
}

const { weights, model } = fit(observed);
write("quote-weights.ts", "quoteWeights", weights);
write("coefficients.ts", "coefficients", { ...model, threshold });

const of = (kind: Observed["kind"]): Checked[] =>
  checked.filter((set) => set.kind === kind).flatMap(({ outcomes }) => outcomes);
const command = [
  ...folders.map((folder) => basename(folder)),
  ...values.alike.map((sets) => `--alike ${sets}`),
];
const text = [
  `Made by \`npm run bench -- fit ${command.join(" ")}\`, at most ${questionsPerSet} questions of each. Each row is of weights and a confidence that were fitted on the other corpora. \`chosen\` is the share of the answerable questions whose first quote answers, whether it is refused or not; \`first\` is the share that is shown as well.`,
  markdownTable(
    ["corpus", "questions", "chosen", "first", "refused wrongly", "refused rightly", "precision", "AUROC"],
    rows,
  ),
  `Refused is what has a confidence below ${threshold}.`,
  "Reliability on articles as their owners have them: of the answers with a confidence in each range, the share whose first quote answers.",
  reliability(of("real")),
  "The same on passages of an encyclopedia. About half of their questions have no answer.",
  reliability(of("ranked")),
].join("\n\n");
replaceSection("Confidence", text);
console.error(text);
