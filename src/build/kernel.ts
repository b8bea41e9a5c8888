import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyOfFiles } from "./build-cache.ts";
import { filesBelow } from "./files-below.ts";
import { writeAtomically } from "./output.ts";

const project = join(import.meta.dirname, "..", "..");
/** AssemblyScript's compiler, a development dependency. Run, not imported: its global types would shadow Node's. */
const compiler = join(project, "node_modules", "assemblyscript", "bin", "asc.js");
const entry = join("src", "index", "compiled", "kernel", "index.ts");
const sources = join(project, dirname(entry));

/** The compiled kernel, and a stamp of its source. A package ships the first and needs no compiler. */
const folder = join(project, "kernel");
const compiledPath = join(folder, "kernel.wasm");
const stampPath = join(folder, "source.txt");

/** Changes with the source of the kernel and with the version of its compiler that package.json names. */
function stampOfSource(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    devDependencies?: Readonly<Record<string, string>>;
  };
  return keyOfFiles(project, filesBelow(sources), devDependencies?.["assemblyscript"] ?? "");
}

function compile(): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${process.pid}.tmp`);
  const options = ["--optimizeLevel", "3", "--runtime", "stub", "--noAssert"];
  const paths = ["--baseDir", project, "--outFile", temporary];
  try {
    execFileSync(process.execPath, [compiler, entry, ...paths, ...options]);
    writeAtomically(compiledPath, readFileSync(temporary));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * The scoring kernel (src/index/compiled/kernel) as WebAssembly: compiled anew when its source has changed, and taken as it
 * is where there is no source, as in a package.
 *
 * @throws Error when it does not compile (the compiler has said why), or has to be compiled and there is no compiler
 */
export function readKernel(): Uint8Array {
  const isCompiled = existsSync(compiledPath);
  if (isCompiled && !existsSync(sources)) return readFileSync(compiledPath);
  const stamp = stampOfSource();
  if (isCompiled && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) {
    return readFileSync(compiledPath);
  }
  if (!existsSync(compiler)) {
    throw new Error("the kernel is not compiled, and its compiler is not installed: npm ci --include=dev");
  }
  compile();
  writeAtomically(stampPath, stamp);
  return readFileSync(compiledPath);
}

/** Cloudflare's types omit the constructor, since a Worker cannot compile modules; Node can. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** The kernel as a module for this process. */
export const loadKernel = (): WebAssembly.Module => new Module(readKernel());
