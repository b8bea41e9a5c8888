#!/usr/bin/env node
import { readFileSync } from "node:fs";
// Older versions of Node lack some of its exports, and say so by a stack of their own where one is imported by its name.
import * as nodeModules from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tooOld } from "../build/node-version.ts";

const manifest = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "package.json");
const { engines } = JSON.parse(readFileSync(manifest, "utf8")) as {
  readonly engines: { readonly node: string };
};
const problem = tooOld(process.versions.node, engines.node);
if (problem === undefined) {
  hushSqlite();
  // Code that one command has compiled is there for the next, which starts in half the time.
  nodeModules.enableCompileCache();
  const { run } = await import("./program.ts");
  process.exitCode = await run(process.argv);
} else {
  console.error(problem);
  process.exitCode = 2;
}

/** Node 22 warns that SQLite may change, which says nothing to who asks a question. Other warnings are told as ever. */
function hushSqlite(): void {
  const emit = process.emitWarning;
  process.emitWarning = (...given: unknown[]): void => {
    const [warning, type] = given;
    if (type === "ExperimentalWarning" && String(warning).startsWith("SQLite ")) return;
    Reflect.apply(emit, process, given);
  };
}
