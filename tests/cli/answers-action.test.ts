import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FootnoteCommand, serveFootnote } from "./command.ts";

const action = resolve(".github/actions/answers");
let repository: string;
let base: string;
let served: FootnoteCommand;

const git = (...parameters: string[]): string =>
  execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@bakery.example", ...parameters], {
    cwd: repository,
    encoding: "utf8",
  }).trim();

const write = (path: string, content: string): void => writeFileSync(join(repository, path), content);

beforeAll(async () => {
  served = await serveFootnote();
  repository = mkdtempSync(join(tmpdir(), "footnote-action-"));
  mkdirSync(join(repository, "docs"));
  git("init", "--quiet");
  write("docs/rye.md", "# Rye bread\n\nA rye dough proves for eleven hours in a cool room.\n");
  git("add", ".");
  git("commit", "--quiet", "-m", "before");
  base = git("rev-parse", "HEAD");
});
afterAll(() => {
  served.stop();
  rmSync(repository, { recursive: true, force: true });
});

/** Runs the script of the action as a job does. */
async function compare(): Promise<{ status: number | null; report: string; log: string }> {
  const report = join(repository, "report.md");
  rmSync(report, { force: true });
  const script = spawn(join(action, "compare.sh"), {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ARTICLES: "docs", BASE_SHA: base, REPORT: report, FOOTNOTE: served.command },
  });
  const [stdout, stderr] = await Promise.all([
    text(script.stdout),
    text(script.stderr),
    once(script, "close"),
  ]);
  return {
    status: script.exitCode,
    report: existsSync(report) ? readFileSync(report, "utf8") : "",
    log: stdout + stderr,
  };
}

test("tells a pull request which answers change, and fails when one is not what its owner expects", async () => {
  write("docs/rye.md", "# Rye bread\n\nA rye dough proves for nine hours in a cool room.\n");
  write("questions.yaml", "- ask: How long does a rye dough prove?\n  says: nine hours\n");
  const good = await compare();
  expect(good.log).not.toContain("Error");
  expect(good.status, good.log).toBe(0);
  expect(good.report).toContain("Answers that change");
  expect(good.report).toMatch(/another quote.*eleven hours.*nine hours/);

  write("questions.yaml", "- ask: How long does a rye dough prove?\n  says: ten hours\n");
  const bad = await compare();
  expect(bad.status).not.toBe(0);
  expect(bad.report).toContain("something is wrong");
  expect(git("worktree", "list").split("\n")).toHaveLength(1);
}, 120_000);

test("compares nothing where the articles before the change lack what is asked for", async () => {
  write("docs/oven.md", "# Ovens\n\nAn oven takes half an hour to reach its heat.\n");
  write("questions.yaml", "- ask: How long does an oven take to heat?\n  from: oven.md\n");
  const { status, report, log } = await compare();
  expect(status, log).toBe(0);
  expect(report).toContain("nothing is compared");
}, 120_000);

test("the action runs the script, and names what it takes as the script does", () => {
  const text = readFileSync(join(action, "action.yml"), "utf8");
  const script = readFileSync(join(action, "compare.sh"), "utf8");
  for (const name of ["ARTICLES", "QUESTIONS", "BASE_SHA", "BUILD", "FOOTNOTE", "REPORT"]) {
    expect(text).toContain(`${name}:`);
    expect(script).toContain(name);
  }
});
