import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { filesBelow } from "../src/build/files-below.ts";
import { writeAtomically } from "../src/build/output.ts";
import { testOutput } from "./setup/output.ts";

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

/** How the time of a pattern grows with the text. */
interface Growth {
  /** 1 where nothing worse is known. */
  readonly degree: number | "exponential";
  readonly summary: string;
}

const { version } = createRequire(import.meta.url)("recheck/package.json") as { version: string };
/** What was found of patterns by earlier runs: half a minute of work, and the same each time. */
const knownPath = join(testOutput, `patterns-${version}-${timeout}.json`);
const known: Map<string, Growth> = new Map(
  existsSync(knownPath) ? Object.entries(JSON.parse(readFileSync(knownPath, "utf8"))) : [],
);

async function growthOf(pattern: string, flags: string): Promise<Growth> {
  const checked = await check(pattern, flags, { timeout });
  if (checked.status !== "vulnerable") return { degree: 1, summary: checked.status };
  const { complexity } = checked;
  return {
    degree: complexity.type === "exponential" ? complexity.type : complexity.degree,
    summary: complexity.summary,
  };
}

test("no regular expression takes exponential time, and none of a question more than the square of its length", async () => {
  expect(patterns.length).toBeGreaterThan(400);
  const slow: string[] = [];
  const found = new Map<string, Growth>();
  for (const { file, pattern, flags } of patterns) {
    const name = `/${pattern}/${flags}`;
    const growth = found.get(name) ?? known.get(name) ?? (await growthOf(pattern, flags));
    found.set(name, growth);
    const { degree, summary } = growth;
    const isSlow = degree === "exponential" || (degree > 2 && asked.test(file));
    if (isSlow) slow.push(`${file}: ${name} (${summary})`);
  }
  expect(slow).toEqual([]);
  writeAtomically(knownPath, JSON.stringify(Object.fromEntries(found)));
}, 300_000);
