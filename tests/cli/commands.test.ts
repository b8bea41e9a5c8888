import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../../bench/copy-project.ts";
import { answerSchema } from "../../src/model/index.ts";

const run = promisify(execFile);

/** A copy of the project with a corpus of its own, so that its build touches nobody else's. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "footnote-"));
  copyProject(project);
  mkdirSync(join(project, "corpus"));
  writeFileSync(
    join(project, "corpus/r2.md"),
    "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n",
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function footnote(command: string, ...parameters: string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [`src/cli/${command}.ts`, ...parameters], {
      cwd: project,
      env: { ...process.env, NO_COLOR: "1", CORPUS_DIR: "corpus" },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

describe("build and ask", () => {
  test("ask says what to do before anything was built", async () => {
    const { code, stderr } = await footnote("ask", "Who founded DeepSeek?");
    expect(code).toBe(2);
    expect(stderr).toContain("npm run build");
  });

  test("build, then ask in the terminal", async () => {
    expect(await footnote("build")).toMatchObject({ code: 0 });
    const { stdout } = await footnote("ask", "Who founded DeepSeek?");
    expect(stdout).toContain("“Liang Wenfeng founded DeepSeek. R2 was due in May 2025.” [1]");
    expect(stdout).toContain("[1] R2, paragraph 1");
  });

  test("ask says what it searched for in place of a misspelt word", async () => {
    const { stdout } = await footnote("ask", "Who fuonded DeepSeek?");
    expect(stdout).toContain("Showing answers for “founded”: no article has “fuonded”.");
  });

  test("the kernel is compiled again when its source has changed, and not otherwise", async () => {
    const compiled = join(project, "kernel/kernel.wasm");
    const source = join(project, "src/index/compiled/kernel/index.ts");
    const { mtimeMs } = statSync(compiled);
    const written = readFileSync(source, "utf8");
    expect(await footnote("build")).toMatchObject({ code: 0 });
    expect(statSync(compiled).mtimeMs).toBe(mtimeMs);
    writeFileSync(source, `${written}\nexport const wrong: u32 = missing;\n`);
    const { code, stderr } = await footnote("build");
    expect(code).not.toBe(0);
    expect(stderr).toContain("Cannot find name 'missing'");
    writeFileSync(source, `${written}\nexport function added(): u32 {\n  return 1;\n}\n`);
    expect(await footnote("build")).toMatchObject({ code: 0 });
    expect(statSync(compiled).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  test("--json gives the answer as the API does", async () => {
    const { stdout } = await footnote("ask", "When was R2 due?", "--json", "--limit", "1");
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.answer[0]?.link).toContain("#:~:text=R2%20was%20due");
    expect(answer.passages).toHaveLength(1);
  });

  test("a question without an answer is refused in plain words", async () => {
    const { code, stdout } = await footnote("ask", "What is the capital of Peru?");
    expect(code).toBe(0);
    expect(stdout).toContain("These articles do not answer that.");
  });

  test.each([
    [["", "--limit", "3"], "ask something"],
    [["question", "--limit", "99"], "limit"],
    [["question", "--colour"], "--colour"],
  ])("%s is refused with how to use it", async (parameters, message) => {
    const { code, stderr } = await footnote("ask", ...parameters);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("usage: npm run ask");
  });

  test("the same articles give the same bytes", async () => {
    const manifest = () => readFileSync(join(project, "dist/manifest.json"), "utf8");
    const before = manifest();
    rmSync(join(project, "dist"), { recursive: true });
    await footnote("build");
    expect(manifest()).toBe(before);
  });

  test("a build with errors lists all of them and leaves the last good one in place", async () => {
    const before = readFileSync(join(project, "dist/manifest.json"), "utf8");
    writeFileSync(join(project, "corpus/bad-draft.md"), "---\ndraft: perhaps\n---\n\n# Bad\n\nText.\n");
    writeFileSync(join(project, "corpus/empty.md"), "");
    const { code, stderr } = await footnote("build");
    rmSync(join(project, "corpus/bad-draft.md"));
    rmSync(join(project, "corpus/empty.md"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bad-draft\.md:2: draft must be true or false$/m);
    expect(stderr).toMatch(/^empty\.md:1: warning: /m);
    expect(readFileSync(join(project, "dist/manifest.json"), "utf8")).toBe(before);
  });
});

describe("eval", () => {
  test("asks a judged set and prints one line of figures", async () => {
    const set = join(project, "set");
    mkdirSync(set);
    const lines = (values: readonly unknown[]) =>
      values.map((value) => `${JSON.stringify(value)}\n`).join("");
    writeFileSync(
      join(set, "corpus.jsonl"),
      lines([
        { id: "a#1", title: "DeepSeek", text: "Liang Wenfeng founded DeepSeek." },
        { id: "b", title: "Bread", text: "Bread is baked in the morning." },
      ]),
    );
    writeFileSync(
      join(set, "queries.jsonl"),
      lines([
        { id: "1", text: "Who founded DeepSeek?", answers: ["Liang Wenfeng"] },
        { id: "2", text: "When is bread baked?", answers: ["in the morning"] },
        { id: "3", text: "What is the capital of Peru?", answerable: false },
      ]),
    );
    writeFileSync(join(set, "qrels.tsv"), "1\ta#1\t1\n2\tb\t1\n");
    const runFile = join(project, "run.tsv");
    const { code, stdout } = await footnote("eval", set, "--run", runFile);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      queries: 3,
      "nDCG@10": 1,
      "hit@1": 1,
      answerInFirstQuote: 1,
      AUROC: 1,
      refused: 1,
    });
    expect(readFileSync(runFile, "utf8")).toMatch(/^1\ta#1\t1\t[\d.]+\t[\d.]+$/m);
  });

  test("judges what answers say about articles as their owner has them", async () => {
    const set = join(project, "owned");
    mkdirSync(join(set, "articles", "guides"), { recursive: true });
    writeFileSync(join(set, "articles", "corpus.yaml"), "synonyms:\n  - [automobile, roadster]\n");
    writeFileSync(
      join(set, "articles", "guides", "ferry.md"),
      "# The ferry\n\nThe ferry   to Gull Island leaves\nat nine o'clock. A roadster costs twelve crowns.\n",
    );
    writeFileSync(join(set, "articles", "bread.md"), "# Bread\n\nBread is baked in the morning.\n");
    const questions = [
      {
        id: "1",
        question: "When does the ferry to Gull Island leave?",
        article: ["guides/ferry.md"],
        says: ["leaves at NINE"],
      },
      {
        id: "2",
        question: "What does an automobile cost?",
        article: ["guides/ferry"],
        says: ["twelve crowns"],
      },
      { id: "3", question: "When is bread baked?", article: ["guides/ferry.md"], says: ["in the morning"] },
      { id: "4", question: "What is the capital of Peru?", answerable: false },
    ];
    writeFileSync(
      join(set, "questions.jsonl"),
      questions.map((question) => `${JSON.stringify(question)}\n`).join(""),
    );
    const log = join(project, "answers.log");
    const { code, stdout } = await footnote("eval", set, "--log", log);
    expect(code).toBe(0);
    const figures = JSON.parse(stdout);
    // The third question is answered from an article that its judge does not take.
    expect(figures).toMatchObject({
      article1: 0.6667,
      first: 0.6667,
      any: 0.6667,
      passage: 0.6667,
      refusedWrongly: 0,
      refusedRightly: 1,
      precision: 0.6667,
      auroc: 1,
    });
    expect(Object.keys(figures)).toEqual([
      "article1",
      "article5",
      "first",
      "any",
      "passage",
      "words50",
      "words90",
      "refusedWrongly",
      "refusedRightly",
      "precision",
      "auroc",
    ]);
    const logged = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(logged.map(({ verdict }) => verdict)).toEqual(["right", "right", "wrong", "refused rightly"]);
    expect(logged[2].quotes[0]).toMatchObject({ article: "bread", answers: false });
  });

  test("says which line of a set is wrong", async () => {
    const set = join(project, "broken");
    mkdirSync(set);
    writeFileSync(join(set, "queries.jsonl"), '{"id":"1","text":"x"}\nnot json\n');
    writeFileSync(join(set, "qrels.tsv"), "");
    const { code, stderr } = await footnote("eval", set);
    expect(code).toBe(2);
    expect(stderr).toContain("queries.jsonl:2:");
  });
});
