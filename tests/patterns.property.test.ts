import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { filesBelow } from "../src/build/files-below.ts";

const source = join(import.meta.dirname, "..", "src");

/** Milliseconds for one pattern: exponential ones are found in a few. */
const timeout = 300;

/** A regular expression as it is written in a file. */
interface Pattern {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** The regular expressions below a node of a syntax tree. */
function* patternsIn(node: unknown): Generator<{ pattern: string; flags: string }> {
  if (typeof node !== "object" || node === null) return;
  if ("regex" in node) yield node.regex as { pattern: string; flags: string };
  for (const child of Object.values(node)) yield* patternsIn(child);
}

const patterns: readonly Pattern[] = filesBelow(source)
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => {
    const { program } = parseSync(path, readFileSync(path, "utf8"));
    return [...patternsIn(program)].map((found) => ({ file: relative(source, path), ...found }));
  });

/** Rooms whose patterns run when a question is asked: the longest of these has 2,000 characters. */
const asked = /^(?:answer|index|model|shared|text|worker)\//;

test("no regular expression takes exponential time, and none of a question more than the square of its length", async () => {
  expect(patterns.length).toBeGreaterThan(400);
  const slow: string[] = [];
  for (const { file, pattern, flags } of patterns) {
    const checked = await check(pattern, flags, { timeout });
    const complexity = checked.status === "vulnerable" ? checked.complexity : undefined;
    const isSlow =
      complexity?.type === "exponential" ||
      (complexity?.type === "polynomial" && complexity.degree > 2 && asked.test(file));
    if (complexity !== undefined && isSlow)
      slow.push(`${file}: /${pattern}/${flags} (${complexity.summary})`);
  }
  expect(slow).toEqual([]);
}, 300_000);
