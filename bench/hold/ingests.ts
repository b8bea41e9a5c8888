/** Ingests beside a server that answers, two at once, and of many articles. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Answer, answerSchema } from "../../src/model/index.ts";
import { root } from "../copy-project.ts";
import { outcome, run } from "./command.ts";

/** What became of ingests beside a server that answers. */
export interface IngestResult {
  readonly succeeded: number;
  readonly answers: number;
  /** Requests with any other status than 200. */
  readonly refused: number;
  /** Answers that are neither wholly of one state of the articles nor of the next. */
  readonly mixed: number;
}

/** The configuration of the project with its lines for articles in D1, and no limit that two readers would be over. */
function configuration(): string {
  const lines = readFileSync(join(root, "wrangler.toml"), "utf8").split("\n");
  const begin = lines.findIndex((line) => line.includes('binding = "CORPUS"')) - 1;
  return lines
    .map((line, index) => (index >= begin ? line.replace(/^# /, "") : line))
    .join("\n")
    .replace('database_id = ""', 'database_id = "hold"')
    .replace("limit = 300", "limit = 1000000")
    .replaceAll('"migrations/', `"${join(root, "migrations")}/`);
}

const townArticles = 40;

function writeTowns(folder: string, round: number, count = townArticles): void {
  mkdirSync(join(folder, "corpus"), { recursive: true });
  writeFileSync(join(folder, "corpus", "corpus.yaml"), "engine: d1\nlang: en\n");
  for (let number = 0; number < count; number++) {
    const text = `# Town ${number}\n\nThe baker of town ${number} bakes bread in round ${round} of the year.\n`;
    writeFileSync(join(folder, "corpus", `town-${number}.md`), text);
  }
}

/** The rounds that the passages of an answer are of. */
const roundsOf = ({ passages }: Answer): Set<string> =>
  new Set(passages.map(({ text }) => /in round (\d+)/.exec(text)?.[1] ?? ""));

/** A folder with articles, an empty database for them, and the service that answers out of it. */
async function prepare(folder: string, count = townArticles): Promise<void> {
  writeTowns(folder, 0, count);
  writeFileSync(join(folder, "wrangler.toml"), configuration());
  const wrangler = join(root, "node_modules", ".bin", "wrangler");
  execFileSync(wrangler, ["d1", "migrations", "apply", "CORPUS", "--local"], {
    cwd: folder,
    env: { ...process.env, CI: "true", WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { code, said } = await outcome(run(folder, "build"));
  if (code !== 0) throw new Error(`the build ended with ${code}: ${said}`);
}

/** Changes all articles in a database while a development server answers two readers out of it. */
export async function ingestBesideServer(folder: string, rounds: number): Promise<IngestResult> {
  await prepare(folder);
  const first = await outcome(run(folder, "ingest", "--local"));
  if (first.code !== 0) throw new Error(`the first ingest ended with ${first.code}: ${first.said}`);
  const server = run(folder, "dev", "--port", "0", "--out", "dist");
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (text) => {
      said += text;
    });
  const result = { succeeded: 0, answers: 0, refused: 0, mixed: 0 };
  try {
    let address: string | undefined;
    for (let tries = 0; address === undefined; tries++) {
      // Minutes on a machine that has other work.
      if (tries === 1_500) throw new Error(`the server never listened: ${said}`);
      await setTimeout(200);
      address = /Ready on (http:\S+)/.exec(said)?.[1];
    }
    let isOver = false;
    const read = async (reader: number): Promise<void> => {
      for (let asked = 0; !isOver; asked++) {
        const question = `Who bakes bread in town ${(asked * 7 + reader) % townArticles}?`;
        const response = await fetch(`${address}/api/ask?${new URLSearchParams({ q: question })}`);
        const body = await response.text();
        if (response.status !== 200) result.refused += 1;
        else {
          result.answers += 1;
          if (roundsOf(answerSchema.parse(JSON.parse(body))).size > 1) result.mixed += 1;
        }
        await setTimeout(50);
      }
    };
    const readers = [0, 1].map(read);
    for (let round = 1; round <= rounds; round++) {
      writeTowns(folder, round);
      const { code, said } = await outcome(run(folder, "ingest", "--local"));
      if (code === 0) result.succeeded += 1;
      else console.error(`ingest ${round} ended with ${code}: ${said}`);
    }
    isOver = true;
    await Promise.all(readers);
  } finally {
    const ended = once(server, "exit");
    server.kill("SIGTERM");
    await ended;
  }
  return result;
}

/** What became of pairs of ingests that were started at once. */
export interface PairResult {
  /** Ended with the articles published. */
  readonly succeeded: number;
  /** Refused in one line that says what to do. */
  readonly refused: number;
  readonly failed: number;
  /** Rounds after which the database does not hold what one of the two had to store, whole. */
  readonly torn: number;
}

/** Two ingests of other articles into one database, at once. */
export async function ingestPairs(folder: string, rounds: number): Promise<PairResult> {
  await prepare(folder);
  const other = join(folder, "other");
  const result = { succeeded: 0, refused: 0, failed: 0, torn: 0 };
  for (let round = 1; round <= rounds; round++) {
    writeTowns(folder, round);
    mkdirSync(other, { recursive: true });
    writeTowns(other, round + 1000);
    const ends = await Promise.all([
      outcome(run(folder, "ingest", "--local")),
      outcome(run(folder, "ingest", join("other", "corpus"), "--local")),
    ]);
    for (const { code, said } of ends) {
      const isTold = /run one at a time|try again/.test(said) && !/\n\s+at /.test(said);
      if (code === 0) result.succeeded += 1;
      else if (isTold) result.refused += 1;
      else {
        result.failed += 1;
        console.error(`an ingest ended with ${code}: ${said}`);
      }
    }
    const answer = await askStored(folder, `Who bakes bread in town ${round % townArticles}?`, 20);
    if (roundsOf(answer).size !== 1) result.torn += 1;
  }
  return result;
}

/** The answer to a question out of the local database. */
async function askStored(folder: string, question: string, limit: number): Promise<Answer> {
  const child = run(folder, "ask", question, "--json", "--limit", `${limit}`);
  let said = "";
  child.stdout?.on("data", (text) => {
    said += text;
  });
  const { code, said: wrong } = await outcome(child);
  if (said === "") throw new Error(`ask ended with ${code}: ${wrong}`);
  return answerSchema.parse(JSON.parse(said));
}

/** What became of an ingest of many articles. */
export interface ManyResult {
  readonly seconds: number;
  /** Of the questions about one article each, how many had its text first. */
  readonly right: number;
  readonly asked: number;
}

/** Stores many articles in the local database, and asks after some of them. */
export async function ingestMany(folder: string, count: number): Promise<ManyResult> {
  await prepare(folder, count);
  const started = performance.now();
  const { code, said } = await outcome(run(folder, "ingest", "--local"));
  if (code !== 0) throw new Error(`the ingest ended with ${code}: ${said}`);
  const seconds = (performance.now() - started) / 1000;
  const asked = [1, 4_321, 9_876].map((number) => number % count);
  let right = 0;
  for (const number of asked) {
    const { passages } = await askStored(folder, `Who bakes bread in town ${number}?`, 5);
    if (passages[0]?.citation.article === `town-${number}`) right += 1;
  }
  return { seconds, right, asked: asked.length };
}
