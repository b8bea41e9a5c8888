import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answerer, createAnswerer } from "../../../src/answer/answer.ts";
import { compileInMemory } from "../../../src/build/engines/compiled/compile-corpus.ts";
import { compareReports } from "../../../src/build/questions/compare.ts";
import { readQuestions } from "../../../src/build/questions/questions-file.ts";
import { junitReport, markdownReport } from "../../../src/build/questions/reports.ts";
import { type TestReport, testAnswers } from "../../../src/build/questions/test-answers.ts";
import { defaultCollection } from "../../../src/corpus/collection.ts";
import { parseArticle } from "../../../src/corpus/formats/read.ts";

let folder: string;
let answerer: Answerer;

const files: Readonly<Record<string, string>> = {
  "guides/ferry.md":
    "---\nurl: https://islands.example/ferry\n---\n# The ferry\n\nThe ferry to Gull Island leaves at nine o'clock. A ticket costs twelve crowns.\n",
  "bread/index.md": "# Bread\n\nBread is baked in the morning by the baker's daughter.\n",
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "footnote-questions-"));
  const articles = Object.entries(files).flatMap(([path, text]) => {
    return parseArticle({ path, bytes: Buffer.from(text) }, defaultCollection).article ?? [];
  });
  const { store, languages } = await compileInMemory(defaultCollection, articles);
  answerer = createAnswerer(store, languages);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(yaml: string) {
  const path = join(folder, "questions.yaml");
  writeFileSync(path, yaml);
  return readQuestions(path);
}

async function run(yaml: string): Promise<TestReport> {
  const { questions, problems } = read(yaml);
  expect(problems).toEqual([]);
  if (questions === undefined) throw new Error("no questions");
  return testAnswers(answerer, questions);
}

describe("a file of questions", () => {
  test("is a list, or a list with thresholds", () => {
    const list = read("# what readers ask\n- ask: When does the ferry leave?\n  says: nine o'clock\n");
    expect(list.questions?.questions).toHaveLength(1);
    const mapped = read("thresholds: { passed: 0.9 }\nquestions:\n  - ask: When does it leave?\n");
    expect(mapped.questions).toMatchObject({
      thresholds: { passed: 0.9 },
      questions: [{ from: [], says: [] }],
    });
  });

  test.each([
    ["- says: nine\n", /questions\.yaml:1: questions\[0\]\.ask must be the question/],
    ["- ask: When?\n- ask: Why?\n  says: /(/\n", /:3: .*Invalid regular expression/],
    ["- ask: When?\n  unanswered: true\n  says: nine\n", /expects no answer and says what it should be/],
    ["questions: []\n", /has no question/],
    ["thresholds: { passed: 90 }\nquestions:\n  - ask: When?\n", /:1: .*must be a share from 0 to 1/],
    ["- ask: When?\n  form: guides\n", /Unrecognized key/],
  ])("%j is told with its line", (yaml, told) => {
    const { questions, problems } = read(yaml);
    expect(questions).toBeUndefined();
    const lines = problems.map(({ path, line, message }) => `${path}:${line}: ${message}`).join("\n");
    expect(lines).toMatch(told);
  });
});

describe("answers are held against what is expected", () => {
  test.each([
    ["words, whatever their case and white space", "says: AT   nine o'clock"],
    ["an expression", "says: /leaves at (eight|nine)/"],
    ["any of several", "says: [at noon, nine o'clock]"],
    ["the article's path", "from: guides/ferry.md"],
    ["its path without the extension", "from: guides/ferry"],
    ["its address", "from: https://islands.example/ferry"],
    ["nothing but an answer", "unanswered: false"],
  ])("by %s", async (_, expected) => {
    const report = await run(`- ask: When does the ferry to Gull Island leave?\n  ${expected}\n`);
    expect(report).toMatchObject({ passed: 1, first: 1, isGood: true });
    expect(report.questions[0]?.note).toBeUndefined();
  });

  test("a folder names its index", async () => {
    const report = await run("- ask: When is bread baked?\n  from: bread/\n  says: in the morning\n");
    expect(report.isGood).toBe(true);
  });

  test("what is wrong is said", async () => {
    const report = await run(`
- ask: When does the ferry to Gull Island leave?
  says: at noon
- ask: When is bread baked?
  from: guides/ferry.md
- ask: Who painted the Mona Lisa?
- ask: Where does the ferry to Gull Island leave at nine?
  unanswered: true
- ask: What is the capital of Peru?
  unanswered: true
`);
    expect(report).toMatchObject({ passed: 0.2, refused: 0.5, isGood: false });
    const notes = report.questions.map(({ note }) => note);
    expect(notes[0]).toMatch(/^does not say it: “The ferry to Gull Island leaves at nine/);
    expect(notes[1]).toMatch(/^is answered from bread\/index, not guides\/ferry\.md: “Bread is baked/);
    expect(notes[2]).toMatch(/^is refused; /);
    expect(notes[3]).toMatch(/^must be refused, and is answered from guides\/ferry: “/);
    expect(notes[4]).toBeUndefined();
  });

  test("thresholds stand in place of all questions", async () => {
    const questions = "questions:\n  - ask: When is bread baked?\n  - ask: Who painted the Mona Lisa?\n";
    expect((await run(`thresholds: { passed: 0.5 }\n${questions}`)).isGood).toBe(true);
    const missed = await run(`thresholds: { passed: 0.6 }\n${questions}`);
    expect(missed).toMatchObject({
      isGood: false,
      thresholds: [{ name: "passed", least: 0.6, reached: 0.5 }],
    });
    expect(junitReport(missed)).toContain('name="threshold: passed"');
  });

  test("an article that is not there is no failure of an answer", async () => {
    await expect(run("- ask: When is bread baked?\n  from: bred.md\n")).rejects.toThrow(
      "“When is bread baked?”: from names bred.md, and no article has that path or address",
    );
  });
});

describe("reports", () => {
  test("JUnit's has a case for each question, and its text is XML", async () => {
    const report = await run(
      '- ask: When is "bread" <baked> & sold?\n  says: never\n- ask: When is bread baked?\n',
    );
    const xml = junitReport(report);
    expect(xml).toContain('tests="2" failures="1"');
    expect(xml).toContain('name="When is &#34;bread&#34; &#60;baked&#62; &#38; sold?"');
    expect(xml.match(/<testcase /g)).toHaveLength(2);
    expect(xml.match(/<failure message="[^"<]+"\/>/g)).toHaveLength(1);
  });

  test("Markdown's quotes what failed, and nothing of it is markup", async () => {
    const report = await run("- ask: When is | bread | baked by @octocat?\n  says: never\n");
    const text = markdownReport(report);
    expect(text).toContain("### Answers: something is wrong");
    expect(text).toContain("| When is &#124; bread &#124; baked by &#64;octocat? |");
  });

  test("which answers change is told", async () => {
    const before = await run(
      "- ask: When is bread baked?\n- ask: What is the capital of Peru?\n  unanswered: true\n",
    );
    const same = compareReports(before, before);
    expect(same).toEqual([]);
    expect(markdownReport(before, same)).toContain("No answer changes.");
    const [bread, peru] = before.questions;
    if (bread === undefined || peru === undefined) throw new Error("two questions");
    const after: TestReport = {
      ...before,
      questions: [
        { ...bread, quotes: [{ text: "Bread is baked at night.", article: "bread/index" }] },
        { ...peru, answered: true, quotes: [{ text: "Lima.", article: "peru" }] },
        { ...bread, ask: "Who bakes?" },
      ],
    };
    const changes = compareReports(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual(["another quote", "now answered", "new question"]);
    expect(markdownReport(after, changes)).toContain(
      "| When is bread baked? | another quote | “Bread is baked in the morning by the baker's daughter.” | “Bread is baked at night.” |",
    );
    expect(compareReports(after, before)[1]).toMatchObject({ kind: "now refused", before: "Lima." });
  });
});
