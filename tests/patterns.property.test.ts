import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { filesBelow } from "../src/build/files-below.ts";
import { writeAtomically } from "../src/build/output.ts";

const source = join(import.meta.dirname, "..", "src");

/** Milliseconds for one pattern: exponential ones are found in a few. */
const timeout = 300;

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

/** How the time of a pattern grows with the text. */
interface Growth {
  /** 1 where nothing worse is known. */
  readonly degree: number | "exponential";
  readonly summary: string;
}

const { version } = createRequire(import.meta.url)("recheck/package.json") as { version: string };
/**
 * What earlier runs found of patterns, by their hashes: most of a minute of work, and the same each time. A run that meets new ones
 * adds them. To find all of them anew, delete the file.
 */
const knownPath = join(import.meta.dirname, "fixtures", "patterns.txt");
const heading = `recheck ${version}, ${timeout} ms`;

const hashOf = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 16);

function readKnown(): Map<string, Growth["degree"]> {
  const [first, ...lines] = existsSync(knownPath) ? readFileSync(knownPath, "utf8").trim().split("\n") : [];
  if (first !== heading) return new Map();
  return new Map(
    lines.map((line) => {
      const [hash = "", degree = ""] = line.split(" ");
      return [hash, degree === "exponential" ? degree : Number(degree)];
    }),
  );
}

function writeKnown(known: ReadonlyMap<string, Growth["degree"]>): void {
  const lines = Array.from(known, ([hash, degree]) => `${hash} ${degree}`).sort();
  writeAtomically(knownPath, `${[heading, ...lines].join("\n")}\n`);
}

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
  expect(patterns.length).toBeGreaterThan(600);
  // Those that are made of texts are among them.
  expect(patterns.map(({ pattern }) => pattern)).toContain(String.raw`\p{N}`);
  const slow: string[] = [];
  const known = readKnown();
  const found = new Map<string, Growth["degree"]>();
  for (const { file, pattern, flags } of patterns) {
    const name = `/${pattern}/${flags}`;
    const hash = hashOf(name);
    const degree = found.get(hash) ?? known.get(hash) ?? (await growthOf(pattern, flags)).degree;
    found.set(hash, degree);
    const isSlow = degree === "exponential" || (degree > 2 && asked.test(file));
    if (isSlow) slow.push(`${file}: ${name} (${(await growthOf(pattern, flags)).summary})`);
  }
  expect(slow).toEqual([]);
  const isNew = found.size !== known.size || [...found.keys()].some((hash) => !known.has(hash));
  if (isNew) writeKnown(found);
}, 300_000);
