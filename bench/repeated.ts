/** Measures what files of one repeated unit take to read and to index; writes the section "Repeated units" of `bench/RESULTS.md`. */
import { parseArgs } from "node:util";
import { prepareArticle } from "../src/build/index-article.ts";
import { languagesOf } from "../src/build/languages.ts";
import { parseFile } from "../src/build/parse-file.ts";
import { limitFor, TimeLimitError, withTimeLimit } from "../src/build/time-limit.ts";
import { defaultCollection } from "../src/corpus/collection.ts";
import { measuredOn } from "./environment.ts";
import { textOf, type Unit, units } from "./repeated/units.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- repeated [--bytes 50000,100000]";
const shown = 15;
const allowed = 1_000;

/** Milliseconds of processor time from the file to the terms of its passages; undefined when it is left out for the time it takes. */
async function costOf(unit: Unit, bytes: number): Promise<number | undefined> {
  const source = { path: `a.${unit.extension}`, bytes: Buffer.from(textOf(unit, bytes)) };
  const before = process.cpuUsage();
  try {
    const limit = limitFor(source.bytes.length);
    const { published } = withTimeLimit(limit, () => parseFile(source, defaultCollection));
    if (published !== undefined) {
      const { article } = published;
      const languages = await languagesOf([article]);
      withTimeLimit(limitFor(article.text.length), () =>
        prepareArticle(article, languages.set.of(article.lang), defaultCollection),
      );
    }
  } catch (cause) {
    if (!(cause instanceof TimeLimitError)) throw cause;
    return undefined;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

await runBench(usage, async () => {
  const { values } = parseArgs({ options: { bytes: { type: "string", default: "50000,100000" } } });
  const sizes = values.bytes.split(",").map(Number);
  // Code is compiled, and parsers are loaded, before the first is timed.
  for (const unit of units) await costOf(unit, 2_000);
  const rows: { name: string; costs: (number | undefined)[] }[] = [];
  for (const unit of units) {
    const costs: (number | undefined)[] = [];
    for (const size of sizes) costs.push(await costOf(unit, size));
    rows.push({ name: unit.name, costs });
  }
  const first = ({ costs: [cost = Number.POSITIVE_INFINITY] }: (typeof rows)[number]): number => cost;
  const slowest = rows.toSorted((a, b) => first(b) - first(a)).slice(0, shown);
  const inTime = rows.filter((row) => first(row) <= allowed).length;
  const table = markdownTable(
    ["unit", ...sizes.map((size) => `${size / 1_000} kB`)],
    slowest.map(({ name, costs }) => [
      name,
      ...costs.map((cost) => (cost === undefined ? "left out" : cost.toFixed(0))),
    ]),
  );
  replaceSection(
    "Repeated units",
    `Files of nothing but one unit, read, split and indexed: milliseconds of processor time, the ${shown} slowest of ${rows.length}. ${inTime} of ${rows.length} take a second at most at ${(sizes[0] ?? 0) / 1_000} kB.

${table}

${measuredOn(commandOf("repeated"))}`,
  );
});
