/** Runs one benchmark by its name: `npm run bench -- NAME [...]`, with the arguments that it takes itself. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "../src/build/build.ts";
import { BuildCache, cachePath } from "../src/build/build-cache.ts";

interface Benchmark {
  readonly about: string;
  /** What it measures: the Worker of the articles in corpus/, which is built first, or packages of bench/package.json. */
  readonly needs?: "build" | "packages";
  /** Path of its script from this folder, where it is not `NAME.ts`. */
  readonly script?: string;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  quality: { about: "this project and its peers on judged sets" },
  passages: { about: "which passage of real sites is first, by questions and by headings as they are typed" },
  ablation: { about: "what each feature of the ranking is worth" },
  edge: { about: "what a question costs in workerd, from 1,000 to 100,000 passages" },
  engines: { about: "articles in D1 against compiled ones" },
  limits: { about: "the most that one question may cost" },
  build: { about: "what builds take, up to 100,000 articles" },
  repeated: { about: "what files of one repeated unit cost to read" },
  service: { about: "5,000 generated requests, the official MCP client, every fault" },
  hold: {
    about: "what must hold: batches, half-sent bodies, builds at once, ingests, a soak",
    needs: "build",
  },
  load: { about: "latency, errors and memory under load, and what is turned away", needs: "build" },
  page: { about: "the home page and the widget on a slow line", needs: "build" },
  static: { about: "what a reader loads without a server, beside Pagefind", needs: "packages" },
  quotes: { about: "every quote that readers see, its number followed, in Chromium" },
  fit: { about: "fits the confidence model on judged sets, and measures it on others" },
  "frequent-terms": { about: "makes the list of the frequent terms of English", needs: "packages" },
  lexicons: { about: "makes the lists of the words that each language knows", needs: "packages" },
  screenshot: {
    about: "takes the picture of the home page",
    needs: "build",
    script: "../docs/screenshot.ts",
  },
};

const usage = `usage: npm run bench -- NAME [...]\n\n${Object.entries(benchmarks)
  .map(([name, { about }]) => `${name.padEnd(16)}${about}`)
  .join("\n")}`;

function run(command: string, ...parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: "inherit" }).status === 0;
}

async function isReady({ needs }: Benchmark): Promise<boolean> {
  if (needs === "packages")
    return run("npm", "--prefix", import.meta.dirname, "ci", "--no-audit", "--no-fund");
  if (needs === undefined) return true;
  const cache = new BuildCache(cachePath);
  try {
    return await build({ corpus: process.env["CORPUS_DIR"] || "corpus", output: "dist", cache });
  } finally {
    cache.close();
  }
}

const [name = "", ...parameters] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const script = join(import.meta.dirname, benchmark.script ?? `${name}.ts`);
  const isDone = (await isReady(benchmark)) && run(process.execPath, script, ...parameters);
  if (!isDone) process.exitCode = 1;
}
