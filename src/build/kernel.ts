import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { keyOfFiles } from "./build-cache.ts";
import { filesBelow } from "./files-below.ts";
import { outputFolder, writeAtomically } from "./output.ts";

const project = join(import.meta.dirname, "..", "..");
/** AssemblyScript's compiler. Run, not imported: its global types would shadow Node's. */
const compiler = join(project, "node_modules", "assemblyscript", "bin", "asc.js");
const entry = join("src", "index", "compiled", "kernel", "index.ts");
/** Inputs besides the kernel's own folder: the versions of its compiler. */
const inputs = ["package.json"];

/** Path of the compiled kernel below the output folder. */
export const kernelFile = "kernel.wasm";
const stampFile = join(outputFolder, "kernel.txt");

/**
 * Compiles the scoring kernel (src/index/compiled/kernel) to WebAssembly, unless this very source was compiled before.
 * @throws Error when it does not compile; the compiler has said why
 */
export function buildKernel(): Uint8Array {
  const path = join(outputFolder, kernelFile);
  const sources = filesBelow(join(project, dirname(entry)));
  const stamp = keyOfFiles(project, [...sources, ...inputs.map((name) => join(project, name))]);
  if (existsSync(path) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
    return readFileSync(path);
  }
  const temporary = resolve(`${path}.${process.pid}.tmp`);
  const options = ["--optimizeLevel", "3", "--runtime", "stub", "--noAssert"];
  const paths = ["--baseDir", project, "--outFile", temporary];
  execFileSync(process.execPath, [compiler, entry, ...paths, ...options]);
  const compiled = readFileSync(temporary);
  rmSync(temporary);
  writeAtomically(path, compiled);
  writeAtomically(stampFile, stamp);
  return compiled;
}

/** Cloudflare's types omit the constructor, since a Worker cannot compile modules; Node can. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** The kernel as a module for this process. */
export const loadKernel = (): WebAssembly.Module => new Module(buildKernel());
