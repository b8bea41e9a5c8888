/** Measures what builds take by the size of the corpus; writes the section "Build" of `bench/RESULTS.md`. */
import { appendFileSync, existsSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { filesBelow } from "../src/build/files-below.ts";
import { readBuilt } from "../src/build/worker-entry.ts";
import { readJudgedSet } from "../src/evaluation/judged-set.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import type { IndexManifest } from "../src/index/compiled/format/manifest.ts";
import { copyProject } from "./copy-project.ts";
import { growCorpus, realSentences } from "./edge/grow.ts";
import { runMeasured, sizeOf } from "./edge/project.ts";
import { measuredOn } from "./environment.ts";
import { defaultSets } from "./quality/sets.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- build [SET_DIR] [--articles 1000,10000,100000] [--paragraphs N]";
const seed = 1;
const workFolder = join(tmpdir(), "footnote-bench-build");

/** What one build took. */
interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  /** Assets that the build before did not have under this name with these bytes. */
  readonly newFiles: number;
}

interface SizeResult {
  readonly articles: number;
  readonly passages: number;
  readonly cold: Run;
  readonly unchanged: Run;
  readonly oneChanged: Run;
  readonly assets: { readonly bytes: number; readonly files: number };
}

/** When each asset was written, by its path: a build leaves an equal file alone. */
function writtenTimes(folder: string): Map<string, number> {
  return new Map(filesBelow(folder).map((path) => [path, statSync(path).mtimeMs]));
}

async function measureBuild(project: string, corpus: string): Promise<Run> {
  const assets = join(project, "dist", "assets");
  const before = existsSync(assets) ? writtenTimes(assets) : new Map<string, number>();
  const started = performance.now();
  const megabytes = await runMeasured(
    process.execPath,
    ["src/cli/footnote.ts", "build", "--out", "dist"],
    project,
    corpus,
  );
  const seconds = (performance.now() - started) / 1000;
  const newFiles = [...writtenTimes(assets)].filter(([path, time]) => before.get(path) !== time).length;
  return { seconds, megabytes, newFiles };
}

async function measureSize(
  articles: number,
  paragraphs: number,
  texts: readonly string[],
): Promise<SizeResult> {
  const corpus = join(workFolder, `corpus-${articles}`);
  const project = join(workFolder, `project-${articles}`);
  rmSync(corpus, { recursive: true, force: true });
  growCorpus(corpus, texts, articles * paragraphs, seed, paragraphs);
  copyProject(project);
  const cold = await measureBuild(project, corpus);
  const unchanged = await measureBuild(project, corpus);
  appendFileSync(join(corpus, "part-0", "article-0.md"), "\nOne more sentence stands here.\n");
  const oneChanged = await measureBuild(project, corpus);
  const manifest = readBuilt(join(project, "dist"))?.settings as IndexManifest;
  const assets = sizeOf(join(project, "dist", "assets"));
  rmSync(corpus, { recursive: true });
  rmSync(project, { recursive: true });
  return { articles, passages: manifest.passages, cold, unchanged, oneChanged, assets };
}

function reportOf(sizes: readonly SizeResult[], measured: string): string {
  const count = (value: number): string => Math.round(value).toLocaleString("en");
  const run = ({ seconds, megabytes }: Run): string => `${seconds.toFixed(1)} s, ${count(megabytes)} MB`;
  const row = (label: string, cell: (size: SizeResult) => string): string[] => [label, ...sizes.map(cell)];
  const table = markdownTable(
    ["", ...sizes.map(({ articles }) => `${count(articles)} articles`)],
    [
      row("passages", ({ passages }) => count(passages)),
      row("cold build: time, most memory", ({ cold }) => run(cold)),
      row("again, nothing changed", ({ unchanged }) => run(unchanged)),
      row("again, one article changed", ({ oneChanged }) => run(oneChanged)),
      row("assets that one changed article changes", ({ oneChanged }) => count(oneChanged.newFiles)),
      row("assets", ({ assets }) => `${count(assets.files)} files, ${count(assets.bytes / 1_000_000)} MB`),
    ],
  );
  return [
    "Markdown articles of real sentences, built one after the other in processes of their own.",
    `The load of the machine was ${loadavg()[2]?.toFixed(1)} over the last quarter of an hour; a quiet one builds faster.`,
    "",
    table,
    "",
    measured,
  ].join("\n");
}

await runBench(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: "string", default: "1000,10000,100000" },
      paragraphs: { type: "string", default: "2" },
    },
  });
  const path = positionals[0] ?? defaultSets().find(({ name }) => name === "scifact")?.path;
  if (path === undefined || positionals.length > 1) throw new JudgedSetError(usage);
  const { documents } = readJudgedSet(path);
  if (documents === undefined) throw new JudgedSetError(`${path}: has no corpus.jsonl to grow a corpus from`);
  const texts = realSentences(documents);
  const sizes: SizeResult[] = [];
  for (const articles of values.articles.split(",").map(Number)) {
    console.error(`${articles} articles`);
    sizes.push(await measureSize(articles, Number(values.paragraphs), texts));
  }
  replaceSection("Build", reportOf(sizes, measuredOn(commandOf("build"))));
  console.error("bench/RESULTS.md: section Build written");
});
