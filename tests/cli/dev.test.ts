import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { answerSchema } from "../../src/model/index.ts";

const project = join(import.meta.dirname, "..", "..");

let folder: string;
let child: ChildProcess;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-dev-"));
  mkdirSync(join(folder, "articles", "deep"), { recursive: true });
  said = "";
});
afterEach(async () => {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

const write = (path: string, text: string): void => writeFileSync(join(folder, "articles", path), text);

/** Starts the server of the articles that CORPUS_DIR names. */
function start(...parameters: readonly string[]): void {
  child = spawn(
    process.execPath,
    [join(project, "src/cli/footnote.ts"), "dev", "--port", "0", ...parameters],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", CORPUS_DIR: "articles", WRANGLER_SEND_METRICS: "false" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  child.stdout?.on("data", (text) => {
    said += text;
  });
  child.stderr?.on("data", (text) => {
    said += text;
  });
}

/** Waits for something that is so after a while, or says what the server wrote. */
async function until<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`never so; the server said:\n${said}`);
}

const ready = (): Promise<string> => until(() => /Ready on (http:\S+)/.exec(said)?.[1]);

async function ask(address: string, question: string) {
  const response = await fetch(`${address}/api/ask?${new URLSearchParams({ q: question })}`, {
    signal: AbortSignal.timeout(5_000),
  });
  return answerSchema.parse(await response.json());
}

/** What pages are told: the latest of all that came so far. */
async function* told(address: string, signal: AbortSignal) {
  const response = await fetch(`${address}/.footnote/events`, { signal });
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    const messages = Array.from(text.matchAll(/^data: (.*)$/gm), ([, json]) => json ?? "");
    const last = messages.at(-1);
    if (last !== undefined) yield toldSchema.parse(JSON.parse(last));
  }
}

const toldSchema = z.strictObject({ builds: z.int(), problems: z.array(z.string()) });

/** The sentence that answers a question, once one does. */
const answered = (address: string, question: string): Promise<string | undefined> =>
  until(async () => {
    const answer = await ask(address, question).catch(() => undefined);
    return answer?.answered ? answer : undefined;
  }).then(({ answer }) => answer[0]?.quote);

/** Pages are told what is wrong and where, and of the next build. */
async function expectPagesTold(address: string): Promise<void> {
  const page = await until(() => fetch(`${address}/`).catch(() => undefined));
  const html = await page.text();
  expect(html).toContain("R2");
  expect(html).toMatch(/<script src="\/\.footnote\/dev\.js" defer><\/script>$/);
  expect(page.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
  expect(await (await fetch(`${address}/api/articles`)).text()).not.toContain("dev.js");
  const nothing = await fetch(`${address}/api/nothing`);
  expect([nothing.status, nothing.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
  expect((await fetch(`${address}/.footnote/dev.js`)).headers.get("Content-Type")).toMatch(/javascript/);

  const over = new AbortController();
  const problems: string[][] = [];
  const listening = (async () => {
    for await (const now of told(address, over.signal)) problems.push(now.problems);
  })().catch(() => undefined);
  await until(() => (problems.length > 0 ? true : undefined));
  expect(problems.at(-1)).toEqual([]);
  write("deep/bad.md", "---\ndraft: perhaps\n---\n\n# Bad\n\nText.\n");
  const lines = await until(() => (problems.at(-1)?.length ? problems.at(-1) : undefined));
  expect(lines[0]).toMatch(/deep\/bad\.md:2: /);
  expect(await (await fetch(`${address}/`)).text()).toContain("R2");
  write("deep/bad.md", "# Bread\n\nThe baker bakes bread at five.\n");
  await until(() => (problems.at(-1)?.length === 0 ? true : undefined));
  await until(async () =>
    (await (await fetch(`${address}/articles/`)).text().catch(() => "")).includes("Bread") ? true : undefined,
  );
  over.abort();
  await listening;
}

/** The last good build goes on answering whatever is written, and a good one follows by itself. */
async function expectLastGoodBuild(address: string): Promise<void> {
  said = "";
  write("deep/bad.md", "---\ndraft: perhaps\n---\n\n# Bad\n\nText.\n");
  write("r2.html", "<title>R2</title><p>The same id as another article has.</p>");
  await until(() => (/deep\/bad\.md:2: /.test(said) && /was not built/.test(said) ? true : undefined));
  expect((await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) })).status).toBe(200);
  expect((await ask(address, "Who founded DeepSeek?")).answered).toBe(true);
  expect(child.exitCode).toBeNull();

  rmSync(join(folder, "articles/r2.html"));
  write("deep/bad.md", "# Bread\n\nThe baker of Hangzhou bakes bread at five in the morning.\n");
  expect(await answered(address, "When does the baker of Hangzhou bake bread?")).toContain(
    "bakes bread at five",
  );
}

test("wrangler serves articles once they can be built, whose pages are told what is wrong, and whose last good build goes on answering", async () => {
  write("r2.md", "---\ndraft: perhaps\n---\n\n# R2\n\nLiang Wenfeng founded DeepSeek.\n");
  start();
  await until(() => (/r2\.md:2: /.test(said) && /was not built/.test(said) ? true : undefined));
  write("r2.md", "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n");
  const address = await ready();
  expect(await answered(address, "Who founded DeepSeek?")).toContain("Liang Wenfeng");
  await expectPagesTold(address);
  await expectLastGoodBuild(address);
});

test("Node serves articles, whose pages are told what is wrong and where, and of the next build", async () => {
  write("r2.md", "# R2\n\nLiang Wenfeng founded DeepSeek.\n");
  start("--node");
  await expectPagesTold(await ready());
});
