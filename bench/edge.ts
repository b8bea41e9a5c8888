/**
 * Measures what a question costs at the edge, in workerd, by the size of the corpus; writes the section "Edge" of `bench/RESULTS.md`, or
 * with `--profile` the section "Edge, taken apart", with `--bytes` the section "Edge, bytes".
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { BuildCache } from "../src/build/build-cache.ts";
import { loadKernel } from "../src/build/engines/compiled/kernel.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { bundleWorker } from "./edge/bundle.ts";
import { type MeasuredReads, readsOf, readsReport } from "./edge/bytes.ts";
import { BuiltIndex, coldBytes, searchTime, wholeIndex, wholeSearchTime } from "./edge/engines.ts";
import { growCorpus } from "./edge/grow.ts";
import { readMaterial } from "./edge/material.ts";
import { firstAnswer, heapAfter, underLoad, warmLatency } from "./edge/measure.ts";
import { type Profile, profileAnswers, profileReport } from "./edge/profile.ts";
import { buildProject } from "./edge/project.ts";
import { type EdgeResult, edgeChart, edgeReport, type ServerResult, type SizeResult } from "./edge/report.ts";
import { Server, type ServerOptions } from "./edge/server.ts";
import { startOf } from "./edge/start.ts";
import { measuredOn } from "./environment.ts";
import { defaultSets } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";

const usage =
  "usage: npm run bench -- edge [SET_DIR] [--passages 1000,10000,50000,100000] [--questions N] [--profile | --bytes]   with --profile it writes where the time goes, by shares, and nothing else; with --bytes what questions read, without a Worker";
const seed = 1;
const freshIsolates = 15;
/** Of these, those whose first answer is profiled. */
const profiledIsolates = 5;
const loadSeconds = 5;
/** Questions that the whole MiniSearch index is searched for: at 100,000 passages, each takes about a second. */
const searchedWhole = 40;
/** MiniSearch's index of a larger corpus is over what one asset may hold, and over the memory of an isolate. */
const largestWholeIndex = 10_000;
const chart = "charts/edge.svg";
const workFolder = join(tmpdir(), "footnote-bench-edge");

async function measureServer(
  options: ServerOptions,
  hello: ServerOptions,
  questions: readonly string[],
): Promise<ServerResult> {
  const first = await firstAnswer(options, hello, questions.slice(0, freshIsolates));
  const heap = await heapAfter(options, questions);
  const server = await Server.start(options);
  try {
    const latency = await warmLatency(server, questions);
    const different = await underLoad(server, questions, true, loadSeconds);
    const repeated = await underLoad(server, questions, false, loadSeconds);
    return { first, latency, heap, different, repeated };
  } finally {
    await server.stop();
  }
}

async function measureSize(
  passages: number,
  texts: readonly string[],
  questions: readonly string[],
  wholeIndexScript: string,
  hello: ServerOptions,
): Promise<SizeResult> {
  const say = (what: string): void => console.error(`${passages} passages: ${what}`);
  const corpus = join(workFolder, `corpus-${passages}`);
  say("building, unless this very code has built it before");
  const project = await buildProject(join(workFolder, `project-${passages}`), corpus, () =>
    growCorpus(corpus, texts, passages, seed),
  );
  const index = new BuiltIndex(project.folder, loadKernel());
  say("asking");
  const footnote = await measureServer(
    { script: project.script, assets: join(project.folder, "dist", "assets") },
    hello,
    questions,
  );
  const bytes = await coldBytes(index, questions.slice(0, 200));
  const search = await searchTime(index, questions);
  say("asking the whole MiniSearch index");
  const whole = await wholeIndex(index);
  const wholeSearch = wholeSearchTime(whole, questions.slice(0, searchedWhole));
  const json = JSON.stringify(whole);
  let wholeServer: ServerResult | undefined;
  if (passages <= largestWholeIndex) {
    const assets = join(workFolder, `whole-${passages}`);
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(assets, "index.json"), json);
    wholeServer = await measureServer({ script: wholeIndexScript, assets }, hello, questions.slice(0, 200));
  }
  return {
    passages: index.manifest.passages,
    project,
    footnote,
    bytes,
    search,
    wholeSearch,
    wholeIndexBytes: Buffer.byteLength(json),
    wholeServer,
  };
}

/** Where the time of an isolate goes, by the size of the corpus. */
async function takeApart(
  sizes: readonly number[],
  texts: readonly string[],
  questions: readonly string[],
): Promise<void> {
  const profiles: Profile[] = [];
  for (const passages of sizes) {
    console.error(`${passages} passages: building, unless this very code has built it before`);
    const corpus = join(workFolder, `corpus-${passages}`);
    const { folder, script } = await buildProject(join(workFolder, `project-${passages}`), corpus, () =>
      growCorpus(corpus, texts, passages, seed),
    );
    const options = { script, assets: join(folder, "dist", "assets") };
    console.error(`${passages} passages: asking`);
    const start = startOf(script, freshIsolates);
    profiles.push({ passages, start, ...(await profileAnswers(options, questions, profiledIsolates)) });
  }
  const measured = measuredOn(commandOf("edge"));
  replaceSection("Edge, taken apart", profileReport(profiles, questions.length, measured));
  console.error("bench/RESULTS.md: section Edge, taken apart, written");
}

/** What questions read, by the size of the corpus, without a Worker. */
async function countBytes(
  sizes: readonly number[],
  texts: readonly string[],
  questions: readonly string[],
): Promise<void> {
  const measured: MeasuredReads[] = [];
  for (const passages of sizes) {
    console.error(`${passages} passages: compiling and asking`);
    const corpus = join(workFolder, `bytes-${passages}`);
    rmSync(corpus, { recursive: true, force: true });
    growCorpus(corpus, texts, passages, seed);
    const cache = new BuildCache(join(workFolder, `bytes-${passages}.db`));
    measured.push(await readsOf(corpus, cache, questions));
    cache.close();
  }
  replaceSection("Edge, bytes", readsReport(measured, questions.length, measuredOn(commandOf("edge"))));
  console.error("bench/RESULTS.md: section Edge, bytes, written");
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      passages: { type: "string", default: "1000,10000,50000,100000" },
      questions: { type: "string", default: "1000" },
      profile: { type: "boolean", default: false },
      bytes: { type: "boolean", default: false },
    },
  });
  const path = positionals[0] ?? defaultSets().find(({ name }) => name === "scifact")?.path;
  if (path === undefined || positionals.length > 1) throw new JudgedSetError(usage);
  const { texts, questions } = readMaterial(path, Number(values.questions));

  mkdirSync(workFolder, { recursive: true });
  const counts = values.passages.split(",").map(Number);
  if (values.bytes) return countBytes(counts, texts, questions);
  if (values.profile) return takeApart(counts, texts, questions);
  const wholeIndexScript = await bundleWorker("whole-index", workFolder);
  // Hello is given assets too, which it does not read, so that both run alike.
  const helloOptions = { script: await bundleWorker("hello", workFolder), assets: workFolder };
  const hello = await measureServer(helloOptions, helloOptions, questions);
  const sizes: SizeResult[] = [];
  for (const passages of counts) {
    sizes.push(await measureSize(passages, texts, questions, wholeIndexScript, helloOptions));
  }
  const result: EdgeResult = { questions: questions.length, hello, sizes };
  // Asked before anything is written: what a run writes must not make the commit look changed.
  const measured = measuredOn(commandOf("edge"));
  const chartPath = join(import.meta.dirname, chart);
  mkdirSync(dirname(chartPath), { recursive: true });
  writeFileSync(chartPath, edgeChart(result));
  replaceSection("Edge", edgeReport(result, chart, measured));
  console.error("bench/RESULTS.md: section Edge written");
}

await runBench(usage, run);
