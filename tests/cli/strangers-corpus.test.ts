import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { footnote } from "./command.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");

/** The project of somebody who has put one article of their own in the place of all that was in corpus/. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "footnote-stranger-"));
  for (const name of [
    "src",
    "tests",
    "migrations",
    "kernel",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
    "wrangler.toml",
  ]) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  const read = [
    ...readdirSync(root).filter((name) => name.endsWith(".md")),
    "LICENSE",
    "docs",
    "bench",
    "examples",
  ];
  for (const name of ["node_modules", ".github", ...read]) symlinkSync(join(root, name), join(project, name));
  mkdirSync(join(project, "corpus"));
  writeFileSync(join(project, "corpus/bread.md"), "# Bread\n\nBread is baked in the morning.\n");
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("their article is built and answers", async () => {
  expect(await footnote(project, "build", [])).toMatchObject({ code: 0 });
  const { stdout } = await footnote(project, "ask", ["When is bread baked?"]);
  expect(stdout).toContain("Bread is baked in the morning.");
});

test("tests of what a build makes pass there, and build their own articles", async () => {
  const { stdout, stderr } = await run(
    join(project, "node_modules", ".bin", "vitest"),
    [
      "run",
      "--project",
      "commands",
      "--project",
      "node",
      "tests/build/worker-bundle.test.ts",
      "tests/configuration.test.ts",
      "tests/documents.test.ts",
      "tests/evaluation",
    ],
    { cwd: project, env: { ...process.env, CORPUS_DIR: "corpus", NO_COLOR: "1" } },
  );
  expect(stderr).toMatch(/^[2-9] articles, \d+ passages/m);
  expect(stdout).toMatch(/^\d+ passed, 0 failed$/m);
});
