/** Compares articles in D1 with compiled ones; writes the section "Engines" of `bench/RESULTS.md`. */
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { readMaterial } from "./edge/material.ts";
import { type LatencyResult, measureLatency } from "./engines/latency.ts";
import { measureQuality, type QualityResult } from "./engines/quality.ts";
import { enginesReport } from "./engines/report.ts";
import { measuredOn } from "./environment.ts";
import { defaultSets, givenSets } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";

const usage =
  "usage: npm run bench -- engines [SET_DIR ...] [--limit N] [--passages 10000,100000] [--questions N]";
const workFolder = join(tmpdir(), "footnote-bench-engines");

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: "string", default: "500" },
      passages: { type: "string", default: "10000,100000" },
      questions: { type: "string", default: "300" },
    },
  });
  const sets = positionals.length > 0 ? givenSets(positionals) : defaultSets();
  const material = sets.find(({ name }) => name === "scifact");
  if (material === undefined)
    throw new JudgedSetError(`${usage}\nOne of the sets must be scifact: corpora are grown from it.`);
  const quality: QualityResult[] = [];
  for (const set of sets) {
    const result = await measureQuality(set, Number(values.limit));
    console.error(`${set.name}: nDCG@10 compiled ${result.compiled["nDCG@10"]}, D1 ${result.d1["nDCG@10"]}`);
    quality.push(result);
  }
  const { texts, questions } = readMaterial(material.path, Number(values.questions));
  const latency: LatencyResult[] = [];
  for (const passages of values.passages.split(",").map(Number)) {
    rmSync(workFolder, { recursive: true, force: true });
    const result = await measureLatency(workFolder, texts, passages, questions);
    console.error(
      `${passages} passages: answers in ${result.answer.p50.toFixed(1)} ms, ${result.request.p50.toFixed(1)} ms over HTTP`,
    );
    latency.push(result);
  }
  rmSync(workFolder, { recursive: true, force: true });
  replaceSection(
    "Engines",
    enginesReport(quality, latency, questions.length, measuredOn(commandOf("engines"))),
  );
  console.error("bench/RESULTS.md: section Engines written");
}

await runBench(usage, run);
