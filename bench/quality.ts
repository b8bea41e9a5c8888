/** Measures the ranking of Footnote and of its peers on judged sets; writes the section "Quality" of `bench/RESULTS.md`. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { judgedCorpus } from "../src/build/judged-corpus.ts";
import { progressLine } from "../src/build/progress.ts";
import { readJudgedSet } from "../src/evaluation/judged-set.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { measuredOn } from "./environment.ts";
import { peers } from "./peers/names.ts";
import { type Measurement, measureFootnote, measurePeer } from "./quality/measure.ts";
import { qualityChart, qualityReport } from "./quality/report.ts";
import type { SetResult } from "./quality/result.ts";
import { defaultSets, givenSets, type SetFolder, sampled } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";

const usage = "usage: npm run bench -- quality [SET_DIR ...] [--limit N]";
const defaultLimit = 1000;
const chart = "charts/quality.svg";

/** The peers are no part of the project's own install. */
function installPeers(): void {
  if (existsSync(join(import.meta.dirname, "node_modules"))) return;
  console.error("installing the peers: npm --prefix bench ci");
  execFileSync("npm", ["--prefix", import.meta.dirname, "ci", "--no-audit", "--no-fund"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The language of most articles; the first of the most frequent. */
function languageOf(articles: readonly { readonly lang: string }[]): string {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ["en", 0])[0];
}

async function measureSet({ path, name }: SetFolder, limit: number): Promise<SetResult> {
  const whole = readJudgedSet(path);
  const set = sampled(whole, limit);
  if (set.queries.length === 0) throw new JudgedSetError(`${path}: no question has a judgement in qrels.tsv`);
  const { articles } = await judgedCorpus(set);
  const lang = languageOf(articles);
  const documents = (set.documents ?? articles).map(({ id, title, text }) => ({ id, title, text }));

  const measured = async (
    label: string,
    measure: (onAsked: (done: number) => void) => Promise<Measurement>,
  ): Promise<Measurement> => {
    const started = performance.now();
    const progress = progressLine(`${name}: ${label}, asking`);
    const measurement = await measure((done) => progress.update(done, set.queries.length));
    progress.end();
    const { means, p50 } = measurement;
    console.error(
      `${name}: ${label}, nDCG@10 ${means["nDCG@10"].toFixed(3)}, hit@1 ${means["hit@1"].toFixed(3)}, ` +
        `p50 ${p50.toFixed(2)} ms, ${((performance.now() - started) / 1000).toFixed(1)} s in all`,
    );
    return measurement;
  };

  const measurements = [await measured("Footnote", (onAsked) => measureFootnote(set, onAsked))];
  for (const { name: peer, label } of peers) {
    measurements.push(
      await measured(label, (onAsked) => measurePeer(set, { peer, documents, lang }, onAsked)),
    );
  }
  const { length: judged } = sampled(whole, Number.POSITIVE_INFINITY).queries;
  return { name, lang, documents: documents.length, asked: set.queries.length, judged, measurements };
}

await runBench(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: "string" } },
  });
  const limit = values.limit === undefined ? defaultLimit : Number(values.limit);
  if (!(limit >= 1)) throw new JudgedSetError(usage);
  installPeers();
  const sets = positionals.length > 0 ? givenSets(positionals) : defaultSets();
  const results: SetResult[] = [];
  for (const set of sets) results.push(await measureSet(set, limit));
  // Asked before anything is written: what a run writes must not make the commit look changed.
  const measured = measuredOn(commandOf("quality"));
  const chartPath = join(import.meta.dirname, chart);
  mkdirSync(dirname(chartPath), { recursive: true });
  writeFileSync(chartPath, qualityChart(results));
  replaceSection("Quality", qualityReport(results, chart, measured));
  console.error("bench/RESULTS.md: section Quality written");
});
