import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installIn, packInto } from "./packed.ts";

let folder: string;
let project: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-templates-"));
  project = installIn(folder, "templates", packInto(folder));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a checker of templates says of a folder: lines that tell of an error. */
function errorsOf(command: string, parameters: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(join(project, "node_modules", ".bin", command), parameters, {
    cwd: project,
    encoding: "utf8",
  });
  return `${stdout}\n${stderr}`.split("\n").filter((line) => /error TS| ERROR /.test(line));
}

test.each([
  ["Vue", "vue-tsc", ["--noEmit", "-p", "vue"]],
  [
    "Svelte",
    "svelte-check",
    ["--workspace", "svelte", "--tsconfig", "./tsconfig.json", "--output", "machine"],
  ],
] as const)("the tag's types hold in a template of %s", (_, command, parameters) => {
  const errors = errorsOf(command, parameters);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("Wrong.");
  expect(errors[0]).toContain("'nothing' does not exist in type 'Partial<Labels>'");
});
