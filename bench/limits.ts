/** Measures the most that a question may cost; writes the section "Limits" of `bench/RESULTS.md`. */
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Answerer, createAnswerer } from "../src/answer/answer.ts";
import { loadKernel } from "../src/build/engines/compiled/kernel.ts";
import { sqliteDatabase } from "../src/build/engines/d1/sqlite-database.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { maximumLimit, maximumQuestionLength } from "../src/model/limits.ts";
import { LanguageSet } from "../src/text/language-set.ts";
import { loadLanguage } from "../src/text/languages/index.ts";
import { lowerWords } from "../src/text/words.ts";
import { clusterQuestions } from "../src/worker/insights/cluster-questions.ts";
import { BuiltIndex } from "./edge/engines.ts";
import { growCorpus, seeded } from "./edge/grow.ts";
import { readMaterial } from "./edge/material.ts";
import { buildProject } from "./edge/project.ts";
import { measuredOn } from "./environment.ts";
import { hostileQuestions } from "./limits/hostile.ts";
import { termsOfIndex } from "./limits/index-terms.ts";
import { statementsOf } from "./limits/statements.ts";
import { median } from "./median.ts";
import { defaultSets } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- limits [SET_DIR] [--passages 1000,100000] [--questions 600]";
const seed = 1;
const workFolder = join(tmpdir(), "footnote-bench-limits");
/** Passages asked for: the most that a question may. */
const limit = maximumLimit;
/** Times that a question is asked to find what it takes warm. */
const rounds = 11;

const languages = new LanguageSet([await loadLanguage("en")]);

/** Milliseconds of processor time. */
async function processorTime(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median, since garbage of other questions is collected while one is asked. */
async function warmTime(answerer: Answerer, question: string): Promise<number> {
  await answerer.ask({ question, limit });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await processorTime(async () => void (await answerer.ask({ question, limit }))));
  }
  return median(times);
}

interface SizeResult {
  readonly passages: number;
  readonly ordinary: {
    readonly median: number;
    readonly most: number;
    readonly partial: number;
    readonly asked: number;
  };
  readonly hostile: readonly {
    readonly name: string;
    readonly reads: number;
    readonly milliseconds: number;
  }[];
  readonly plainMilliseconds: number;
}

async function measureSize(
  passages: number,
  texts: readonly string[],
  questions: readonly string[],
): Promise<SizeResult> {
  const corpus = join(workFolder, `corpus-${passages}`);
  console.error(`${passages} passages: building, unless this very code has built it before`);
  const project = await buildProject(join(workFolder, `project-${passages}`), corpus, () =>
    growCorpus(corpus, texts, passages, seed),
  );
  const index = new BuiltIndex(project.folder, loadKernel());
  const cold = async (question: string): Promise<{ reads: number; isPartial: boolean }> => {
    const before = index.filesRead;
    const { partial } = await index.answerer().ask({ question, limit });
    return { reads: index.filesRead - before, isPartial: partial === true };
  };
  console.error(`${passages} passages: asking`);
  const ordinary = [];
  for (const question of questions) ordinary.push(await cold(question));
  const answerer = createAnswerer(index.open(), languages);
  const plain: number[] = [];
  for (const question of questions.slice(0, 60)) plain.push(await warmTime(answerer, question));
  const hostile = [];
  for (const [name, question] of Object.entries(
    hostileQuestions(termsOfIndex(project.folder, index.manifest)),
  )) {
    const { reads } = await cold(question);
    hostile.push({ name, reads, milliseconds: await warmTime(answerer, question) });
  }
  const counts = ordinary.map(({ reads }) => reads);
  return {
    passages: index.manifest.passages,
    ordinary: {
      median: median(counts),
      most: Math.max(...counts),
      partial: ordinary.filter(({ isPartial }) => isPartial).length,
      asked: counts.length,
    },
    hostile,
    plainMilliseconds: median(plain),
  };
}

/** Processor time of the owner's report over 500 questions of 500 random Han characters. */
function reportTime(): Promise<number> {
  const random = seeded(seed);
  const asked = Array.from({ length: 500 }, () => ({
    question: Array.from({ length: 500 }, () => String.fromCodePoint(0x4e00 + random(0x5000))).join(""),
    times: 1,
  }));
  return processorTime(() => {
    clusterQuestions(asked, lowerWords);
  });
}

function sizeReport({ passages, ordinary, hostile, plainMilliseconds }: SizeResult): string {
  const rows = hostile.map(({ name, reads, milliseconds }) => [
    name,
    String(reads),
    milliseconds.toFixed(1),
    `${(milliseconds / plainMilliseconds).toFixed(1)}x`,
  ]);
  return `${passages.toLocaleString("en")} passages. ${ordinary.asked} ordinary questions for ${limit} passages read ${ordinary.median} files in the median and ${ordinary.most} at most; ${ordinary.partial} of them say that they are partial. Warm, the median question takes ${plainMilliseconds.toFixed(1)} ms of processor time.

${markdownTable([`${maximumQuestionLength.toLocaleString("en")} characters of`, "files read, cold", "processor time, ms", "of the median question"], rows)}`;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      passages: { type: "string", default: "1000,100000" },
      questions: { type: "string", default: "600" },
    },
  });
  const path = positionals[0] ?? defaultSets().find(({ name }) => name === "scifact")?.path;
  if (path === undefined || positionals.length > 1) throw new JudgedSetError(usage);
  const { texts, questions } = readMaterial(path, Number(values.questions));
  mkdirSync(workFolder, { recursive: true });
  const sizes: SizeResult[] = [];
  for (const passages of values.passages.split(",").map(Number)) {
    sizes.push(await measureSize(passages, texts, questions));
  }
  const statements = await statementsOf(sqliteDatabase(), texts, questions.slice(0, 100), limit);
  const report = await reportTime();
  replaceSection(
    "Limits",
    `The most that one question costs, in Node: files of the index that are read when none was read before, and processor time when all that fits in memory was.

${sizes.map(sizeReport).join("\n\n")}

Articles in D1 (Node's SQLite, ${statements.passages} passages): a question makes ${statements.most} statements at most, ${statements.ordinary} when it is ordinary.

Grouping 500 recorded questions of 500 random Han characters takes ${report.toFixed(0)} ms of processor time.

${measuredOn(commandOf("limits"))}`,
  );
  console.error("bench/RESULTS.md: section Limits written");
}

await runBench(usage, run);
