import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { keyOfFiles } from "./build-cache.ts";
import { filesBelow } from "./files-below.ts";
import { outputFolder, writeAtomically } from "./output.ts";

const project = join(import.meta.dirname, "..", "..");
/** AssemblyScript's. It is run and not imported: its types would take the place of Node's. */
const compiler = join(project, "node_modules", "assemblyscript", "bin", "asc.js");
const entry = join("src", "index", "compiled", "kernel", "index.ts");
/** What the kernel is made of beside its own folder: the list of the versions of its compiler. */
const inputs = ["package.json"];

/** Where the compiled kernel is, from the folder of all that is built. */
export const kernelFile = "kernel.wasm";
const stampFile = join(outputFolder, "kernel.txt");

/**
 * Compiles the kernel of the compiled engine (src/index/compiled/kernel) to WebAssembly, unless this very source was compiled before.
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

/** The types of the edge say that no module is compiled, as it is there. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** The kernel, to be run in this process. */
export const loadKernel = (): WebAssembly.Module => new Module(buildKernel());
