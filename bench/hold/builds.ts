/** Two builds into one folder at once, and ingests beside a server that answers. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { engines } from "../../src/build/engines/index.ts";
import { readBuilt } from "../../src/build/worker-entry.ts";
import { type Answer, answerSchema } from "../../src/model/index.ts";
import { root } from "../copy-project.ts";

const command = join(root, "src", "cli", "footnote.ts");
const articles = 60;

function run(folder: string, ...parameters: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...parameters], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The exit code of a command, and the last that it said. */
async function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", (text) => {
    said = (said + text).slice(-2_000);
  });
  child.stdout?.resume();
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, said };
}

/** Files of the index and pages that are missing after all rounds of two builds at once. @throws Error when a build fails */
export async function missingAfterBuilds(folder: string, rounds: number): Promise<number> {
  for (const name of ["one", "two"]) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let number = 0; number < articles; number++) {
      const text = `# ${name} ${number}\n\nThe ${name} of town ${number} bakes bread ${number * 7} times.\n`;
      writeFileSync(join(folder, name, `${name}-${number}.md`), text);
    }
  }
  let missing = 0;
  for (let round = 0; round < rounds; round++) {
    const outcomes = await Promise.all(
      ["one", "two"].map(async (name, index) => {
        await setTimeout(index * round * 25);
        return outcome(run(folder, "build", name, "--out", "dist"));
      }),
    );
    for (const { code, said } of outcomes)
      if (code !== 0) throw new Error(`a build ended with ${code}: ${said}`);
    const built = readBuilt(join(folder, "dist"));
    if (built === undefined) throw new Error("two builds wrote no manifest");
    const files = engines[built.engine].indexFiles(built.settings);
    const pages = ["one", "two"].map((name) =>
      Array.from({ length: articles }, (_, number) => `articles/${name}-${number}/index.html`),
    );
    const absent = (names: readonly string[]): number =>
      names.filter((name) => !existsSync(join(folder, "dist", "assets", name))).length;
    missing += absent(files) + Math.min(...pages.map(absent));
  }
  return missing;
}

/** What became of ingests beside a server that answers. */
export interface IngestResult {
  readonly succeeded: number;
  readonly answers: number;
  /** Requests with any other status than 200. */
  readonly refused: number;
  /** Answers that are neither wholly of one state of the articles nor of the next. */
  readonly mixed: number;
}

/** The configuration of the project with its lines for articles in D1. */
function configuration(): string {
  const lines = readFileSync(join(root, "wrangler.toml"), "utf8").split("\n");
  const begin = lines.findIndex((line) => line.includes('binding = "CORPUS"')) - 1;
  return lines
    .map((line, index) => (index >= begin ? line.replace(/^# /, "") : line))
    .join("\n")
    .replace('database_id = ""', 'database_id = "hold"')
    .replaceAll('"migrations/', `"${join(root, "migrations")}/`);
}

const townArticles = 40;

function writeTowns(folder: string, round: number): void {
  mkdirSync(join(folder, "corpus"), { recursive: true });
  writeFileSync(join(folder, "corpus", "corpus.yaml"), "engine: d1\nlang: en\n");
  for (let number = 0; number < townArticles; number++) {
    const text = `# Town ${number}\n\nThe baker of town ${number} bakes bread in round ${round} of the year.\n`;
    writeFileSync(join(folder, "corpus", `town-${number}.md`), text);
  }
}

/** The rounds that the passages of an answer are of. */
const roundsOf = ({ passages }: Answer): Set<string> =>
  new Set(passages.map(({ text }) => /in round (\d+)/.exec(text)?.[1] ?? ""));

/** Changes all articles in a database while a development server answers two readers out of it. */
export async function ingestBesideServer(folder: string, rounds: number): Promise<IngestResult> {
  writeTowns(folder, 0);
  writeFileSync(join(folder, "wrangler.toml"), configuration());
  const wrangler = join(root, "node_modules", ".bin", "wrangler");
  execFileSync(wrangler, ["d1", "migrations", "apply", "CORPUS", "--local"], {
    cwd: folder,
    env: { ...process.env, CI: "true", WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
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
      if (tries === 300) throw new Error(`the server never listened: ${said}`);
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
