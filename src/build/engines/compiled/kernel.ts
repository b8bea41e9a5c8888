import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyOfFiles } from "../../build-cache.ts";
import { filesBelow } from "../../files-below.ts";
import { writeAtomically } from "../../output.ts";

/** AssemblyScript's compiler, a development dependency. Run, not imported: its global types would shadow Node's. */
const compilerPath = join("node_modules", "assemblyscript", "bin", "asc.js");
const entry = join("src", "index", "compiled", "kernel", "index.ts");

/** The compiled kernel, and a stamp of its source. A package ships the first and needs no compiler. */
const folder = "kernel";
const compiledFile = join(folder, "kernel.wasm");
const stampFile = join(folder, "source.txt");

/** Changes with the source of the kernel and with the version of its compiler that package.json names. */
function stampOfSource(project: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    devDependencies?: Readonly<Record<string, string>>;
  };
  return keyOfFiles(
    project,
    filesBelow(join(project, dirname(entry))),
    devDependencies?.["assemblyscript"] ?? "",
  );
}

function compile(project: string): void {
  mkdirSync(join(project, folder), { recursive: true });
  const temporary = join(project, folder, `${process.pid}.tmp`);
  const options = ["--optimizeLevel", "3", "--runtime", "stub", "--noAssert"];
  const paths = ["--baseDir", project, "--outFile", temporary];
  try {
    execFileSync(process.execPath, [join(project, compilerPath), entry, ...paths, ...options]);
    writeAtomically(join(project, compiledFile), readFileSync(temporary));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * The scoring kernel (src/index/compiled/kernel) as WebAssembly: compiled anew when its source has changed, and taken as it
 * is where there is no source, as in a package.
 *
 * @param project folder of the checkout or package
 * @throws Error when it does not compile (the compiler has said why), or has to be compiled and there is no compiler
 */
export function readKernel(project = join(import.meta.dirname, "..", "..", "..", "..")): Uint8Array {
  const compiledPath = join(project, compiledFile);
  const stampPath = join(project, stampFile);
  const isCompiled = existsSync(compiledPath);
  if (isCompiled && !existsSync(join(project, entry))) return readFileSync(compiledPath);
  const stamp = stampOfSource(project);
  if (isCompiled && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) {
    return readFileSync(compiledPath);
  }
  if (!existsSync(join(project, compilerPath))) {
    throw new Error("the kernel is not compiled, and its compiler is not installed: npm ci --include=dev");
  }
  compile(project);
  writeAtomically(stampPath, stamp);
  return readFileSync(compiledPath);
}

/** Cloudflare's types omit the constructor, since a Worker cannot compile modules; Node can. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** The kernel as a module for this process. */
export const loadKernel = (): WebAssembly.Module => new Module(readKernel());
