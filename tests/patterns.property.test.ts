import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { filesBelow } from "../src/build/files-below.ts";
import { writeAtomically } from "../src/build/output.ts";

const source = join(import.meta.dirname, "..", "src");

/**
 * How far a new pattern is examined: by steps and never by time, so that a machine, busy or not, finds of it what every other finds.
 * Most take a second, a few minutes. (The thousand that the file had by the end of November 2026 were given 300 ms each.)
 */
const bounds = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  attackLimit: 1_000_000,
  maxNFASize: 2_000,
  maxIteration: 4,
  maxInitialGenerationSize: 100,
} as const;

/** A regular expression as it is written in a file. */
interface Pattern {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** A node of a syntax tree (https://github.com/estree/estree), with what is used of those that make texts. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly id?: Node;
  readonly init?: Node | null;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly quasi?: Node;
  readonly quasis?: readonly { readonly value: { readonly raw: string; readonly cooked: string } }[];
  readonly expressions?: readonly Node[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

/** All nodes of a tree. */
function* nodesOf(node: unknown): Generator<Node> {
  if (typeof node !== "object" || node === null) return;
  if (isNode(node)) yield node;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

/** The text that a node makes of texts with names; undefined where it is made of anything else. */
function textOf(node: Node | undefined, named: ReadonlyMap<string, Node>): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "Identifier") return textOf(named.get(node.name ?? ""), named);
  const isRaw = node.type === "TaggedTemplateExpression";
  const { quasis = [], expressions = [] } = (isRaw ? node.quasi : node) ?? node;
  if (quasis.length === 0) return undefined;
  const parts = quasis.map(({ value }, index) => {
    const next = index < expressions.length ? textOf(expressions[index], named) : "";
    return next === undefined ? undefined : (isRaw ? value.raw : value.cooked) + next;
  });
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** The regular expressions of a tree: those that are written as such, and those that are made of texts. */
function* patternsIn(
  tree: unknown,
  named: ReadonlyMap<string, Node>,
): Generator<{ pattern: string; flags: string }> {
  for (const node of nodesOf(tree)) {
    if ("regex" in node) yield node.regex as { pattern: string; flags: string };
    const makes = ["lazyRegExp", "RegExp"].includes(node.callee?.name ?? "");
    const [pattern, flags] = makes ? (node.arguments ?? []) : [];
    const text = textOf(pattern, named);
    if (text !== undefined) yield { pattern: text, flags: textOf(flags, named) ?? "" };
  }
}

const trees = filesBelow(source)
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({
    file: relative(source, path),
    tree: parseSync(path, readFileSync(path, "utf8")).program,
  }));

const constantsOf = (tree: unknown): [string, Node][] =>
  [...nodesOf(tree)].flatMap(({ type, id, init }): [string, Node][] =>
    type === "VariableDeclarator" && id?.name !== undefined && init ? [[id.name, init]] : [],
  );
/** What has a name anywhere; in its own file a name means what it does there. */
const everywhere = trees.flatMap(({ tree }) => constantsOf(tree));

const patterns: readonly Pattern[] = trees.flatMap(({ file, tree }) => {
  const named = new Map([...everywhere, ...constantsOf(tree)]);
  return [...patternsIn(tree, named)].map((found) => ({ file, ...found }));
});

/** Rooms whose patterns run when a question is asked: the longest of these has 2,000 characters. */
const asked = /^(?:answer|index|model|shared|text|worker)\//;

/** The power of a text's length by which a pattern's time grows: 1 where nothing worse is found. */
type Degree = number | "exponential";

/**
 * What was found of patterns, by their hashes: to find it anew takes many minutes. A run on a developer's machine adds new patterns, and
 * the file is committed with them; continuous integration takes what it says.
 */
const knownPath = join(import.meta.dirname, "fixtures", "patterns.txt");
const heading = "found by recheck";
const isIntegration = (process.env["CI"] ?? "") !== "";

const hashOf = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 16);

function readKnown(): Map<string, Degree> {
  const [, ...lines] = existsSync(knownPath) ? readFileSync(knownPath, "utf8").trim().split("\n") : [];
  return new Map(
    lines.map((line) => {
      const [hash = "", degree = ""] = line.split(" ");
      return [hash, degree === "exponential" ? degree : Number(degree)];
    }),
  );
}

function writeKnown(known: ReadonlyMap<string, Degree>): void {
  const lines = Array.from(known, ([hash, degree]) => `${hash} ${degree}`).sort();
  writeAtomically(knownPath, `${[heading, ...lines].join("\n")}\n`);
}

async function degreeOf(pattern: string, flags: string): Promise<Degree> {
  const checked = await check(pattern, flags, bounds);
  // What recheck does not support it does not know of, now or later.
  if (checked.status !== "vulnerable") return 1;
  const { complexity } = checked;
  return complexity.type === "exponential" ? complexity.type : complexity.degree;
}

test("no regular expression takes exponential time, and none of a question more than the square of its length", async () => {
  expect(patterns.length).toBeGreaterThan(600);
  // Those that are made of texts are among them.
  expect(patterns.map(({ pattern }) => pattern)).toContain(String.raw`\p{N}`);
  const named = patterns.map(({ file, pattern, flags }) => ({
    file,
    name: `/${pattern}/${flags}`,
    pattern,
    flags,
  }));
  const known = readKnown();
  const unknown = named.filter(({ name }) => !known.has(hashOf(name)));
  if (isIntegration) {
    const remedy =
      "Run npx vitest run --project properties tests/patterns.property.test.ts and commit tests/fixtures/patterns.txt.";
    const told = unknown.map(({ file, name }) => `${file}: ${name}`);
    expect(told, `Nothing is known of these regular expressions. ${remedy}`).toEqual([]);
  }
  const found = new Map<string, Degree>();
  for (const { name, pattern, flags } of named) {
    const hash = hashOf(name);
    found.set(hash, found.get(hash) ?? known.get(hash) ?? (await degreeOf(pattern, flags)));
  }
  if (found.size !== known.size || unknown.length > 0) writeKnown(found);
  const slow = named.flatMap(({ file, name }) => {
    const degree = found.get(hashOf(name)) ?? 1;
    const isSlow = degree === "exponential" || (degree > 2 && asked.test(file));
    return isSlow ? [`${file}: ${name} (${degree})`] : [];
  });
  expect(slow).toEqual([]);
}, 1_800_000);
