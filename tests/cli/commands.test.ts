import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerSchema } from "../../src/model/index.ts";
import { footnote, footnoteByItself, type Outcome } from "./command.ts";

/** A folder of an owner, with one article. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-"));
  mkdirSync(join(folder, "corpus"));
  writeFileSync(
    join(folder, "corpus/r2.md"),
    "# R2\n\nLiang Wenfeng founded DeepSeek. R2 was due in May 2025.\n",
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (name: string, ...parameters: string[]): Promise<Outcome> =>
  footnote(folder, name, parameters);

describe("build and ask", () => {
  test("ask says what to do before anything was built", async () => {
    const { code, stderr } = await command("ask", "Who founded DeepSeek?");
    expect(code).toBe(2);
    expect(stderr).toContain("npm run build");
  });

  test("build, then ask in the terminal", async () => {
    expect(await footnoteByItself(folder, "build", [])).toMatchObject({ code: 0, stdout: "" });
    const { stdout } = await footnoteByItself(folder, "ask", ["Who founded DeepSeek?"]);
    expect(stdout).toContain("“Liang Wenfeng founded DeepSeek. R2 was due in May 2025.” [1]");
    expect(stdout).toContain("[1] R2, paragraph 1");
  });

  test("ask says what it searched for in place of a misspelt word", async () => {
    const { stdout } = await command("ask", "Who fuonded DeepSeek?");
    expect(stdout).toContain("Showing answers for “founded”: no article has “fuonded”.");
  });

  test("ask explains an answer by what adds to its scores, for people", async () => {
    const { stdout } = await command("ask", "Who founded DeepSeek?", "--explain");
    expect(stdout).toContain("asks for: person");
    expect(stdout).toMatch(/Passage \[1\] r2:\w+, score \d/);
    expect(stdout).toMatch(/^ {4}bm25( +-?\d+\.\d{3}){3}$/m);
    expect(stdout).toMatch(/^ {4}found .* text$/m);
    expect(stdout).toMatch(/Quote \[1\], score \d+\.\d+: “Liang Wenfeng/);
    expect(stdout).toMatch(/Confidence \d+\.\d%, answered from/);
    const { code, stderr } = await command("ask", "Who founded DeepSeek?", "--explain", "--json");
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be used with option '--json'");
  });

  test("--json gives the answer as the API does", async () => {
    const { stdout } = await command("ask", "When was R2 due?", "--json", "--limit", "1");
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.answer[0]?.link).toContain("#:~:text=R2%20was%20due");
    expect(answer.passages).toHaveLength(1);
  });

  test("a question without an answer is refused in plain words", async () => {
    const { code, stdout } = await command("ask", "What is the capital of Peru?");
    expect(code).toBe(0);
    expect(stdout).toContain("These articles do not answer that.");
  });

  test.each([
    [
      ["", "--limit", "99"],
      ["ask something", "limit"],
    ],
    [["question", "--colour"], ["--colour"]],
  ])("%s is refused with how to use it", async (parameters, messages) => {
    const { code, stderr } = await command("ask", ...parameters);
    expect(code).toBe(2);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr).toContain("footnote ask --help");
  });
});

describe("eval", () => {
  test("asks a judged set and prints one line of figures", async () => {
    const set = join(folder, "set");
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
    const runFile = join(folder, "run.tsv");
    const { code, stdout } = await command("eval", set, "--run", runFile);
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
    const set = join(folder, "owned");
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
    const log = join(folder, "answers.log");
    const { code, stdout } = await command("eval", set, "--log", log);
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
    const set = join(folder, "broken");
    mkdirSync(set);
    writeFileSync(join(set, "queries.jsonl"), '{"id":"1","text":"x"}\nnot json\n');
    writeFileSync(join(set, "qrels.tsv"), "");
    const { code, stderr } = await command("eval", set);
    expect(code).toBe(2);
    expect(stderr).toContain("queries.jsonl:2:");
  });
});
