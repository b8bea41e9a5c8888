/**
 * What answering without a server takes of a reader: bytes once and for a question, and the time to the first answer on a slow line,
 * beside Pagefind over the same pages. Writes the section "Static" of `bench/RESULTS.md`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { BuildCache } from "../src/build/build-cache.ts";
import { ownersCorpus } from "../src/build/judged-corpus.ts";
import { buildStatic } from "../src/build/static/build-static.ts";
import { readQuestionSet } from "../src/evaluation/question-set.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { launchBrowser } from "../tests/browser/setup/launch.ts";
import { type Host, startHost } from "../tests/static/host.ts";
import { openStatic } from "../tests/static/open.ts";
import { measuredOn } from "./environment.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { type Asked, firstAnswers, footnotePage, pagefindPage, pagefindQuestions } from "./static/browser.ts";
import { writePages } from "./static/pages.ts";
import { sentBytes } from "./static/sent.ts";
import { markdownTable } from "./table.ts";

const usage =
  "usage: npm run bench -- static SET_DIR [--questions N] [--timed N]   the set has articles/ and questions.jsonl";

/** Bytes of the files that each question asks the host for when nothing was asked before. */
async function footnoteQuestions(
  folder: string,
  host: Host,
  questions: readonly string[],
): Promise<number[]> {
  const bytes: number[] = [];
  for (const question of questions) {
    const answerer = await openStatic(join(folder, "footnote"), `${host.url}footnote/`);
    const before = host.requested.length;
    await answerer.ask({ question, filters: "", limit: "" });
    bytes.push(sentBytes(folder, host.requested.slice(before)));
  }
  return bytes;
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

function row(name: string, questions: readonly number[], asked: readonly Asked[]): string[] {
  const once = asked.map(({ once }) => once);
  const seconds = asked.map(({ milliseconds }) => milliseconds / 1000);
  return [
    name,
    kilobytes(at(once, 0.5)),
    `${kilobytes(at(questions, 0.5))} / ${kilobytes(at(questions, 0.9))}`,
    at(seconds, 0.5).toFixed(2),
  ];
}

await runBench(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { questions: { type: "string", default: "100" }, timed: { type: "string", default: "5" } },
  });
  const [set] = positionals;
  if (set === undefined || positionals.length > 1) throw new JudgedSetError(usage);
  const asked = readQuestionSet(set);
  const { articles } = await ownersCorpus(asked);
  const questions = asked.questions.slice(0, Number(values.questions)).map(({ question }) => question);
  const folder = mkdtempSync(join(tmpdir(), "footnote-bench-static-"));
  const cache = new BuildCache(join(folder, "..", `${basename(folder)}.cache`));
  const browser = await launchBrowser();
  try {
    writePages(folder, articles);
    const pagefind = join(import.meta.dirname, "node_modules", ".bin", "pagefind");
    if (spawnSync(pagefind, ["--site", folder], { stdio: ["ignore", "ignore", "inherit"] }).status !== 0) {
      throw new JudgedSetError("pagefind did not index the pages: npm ci --prefix bench installs it");
    }
    if (!(await buildStatic({ corpus: folder, output: join(folder, "footnote"), site: folder, cache }))) {
      throw new JudgedSetError("the pages were not built");
    }
    const host = await startHost(folder);
    try {
      const own = await footnoteQuestions(folder, host, questions);
      const peer = await pagefindQuestions(browser, folder, host, questions);
      const timed = questions.slice(0, Number(values.timed));
      const ownTimes = await firstAnswers(browser, folder, host, footnotePage, timed);
      const peerTimes = await firstAnswers(browser, folder, host, pagefindPage, timed);
      replaceSection(
        "Static",
        `What a reader loads to be answered without a server, and how long the first answer takes: ${articles.length} pages, the questions of a judged set
(${questions.length}; the first ${timed.length} are timed), each with an empty cache. Bytes are those of bodies, text as hosts compress it. A question of Pagefind ends
with its first five results, their excerpts loaded. Slow 4G is as Lighthouse has it: 1.6 Mbit/s, 150 ms there and back; the time is from the
start of the navigation, and the question is asked once the page is loaded.

${markdownTable(
  ["", "once, kB", "a question, p50 / p90, kB", "first answer on slow 4G, p50, s"],
  [row("Footnote", own, ownTimes), row("Pagefind", peer, peerTimes)],
)}

${measuredOn(commandOf("static"))}`,
      );
    } finally {
      await host.stop();
    }
  } finally {
    await browser.close();
    cache.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.error("bench/RESULTS.md: section Static written");
});
