import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { lazy } from "../../../shared/lazy.ts";
import { keyOfFiles } from "../../build-cache.ts";
import { filesBelow } from "../../files-below.ts";
import { writeAtomically } from "../../output.ts";

/** AssemblyScript's compiler, a development dependency. Run, not imported: its global types would shadow Node's. */
const compilerPath = join("node_modules", "assemblyscript", "bin", "asc.js");
/** Translates WebAssembly into JavaScript; the compiler comes with it. */
const translatorPath = join("node_modules", "binaryen", "bin", "wasm2js");
/** Makes the translation small. */
const minifierPath = join("node_modules", "esbuild", "bin", "esbuild");
const entry = join("src", "index", "compiled", "kernel", "index.ts");

/** The compiled kernel, and a stamp of its source. A package ships the first and needs no compiler. */
const folder = "kernel";
const compiledFile = join(folder, "kernel.wasm");
const scriptFile = join(folder, "kernel.js");
const stampFile = join(folder, "source.txt");

/** More bytes than the script of the kernel has by far. */
const maximumScript = 4 * 1024 * 1024;

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

/** A compiled kernel as a JavaScript module that exports `instantiate`, which takes the imports and returns the exports. */
function translate(project: string, wasm: string): string {
  const script = execFileSync(
    process.execPath,
    [join(project, translatorPath), wasm, "-O3", "--enable-bulk-memory"],
    { encoding: "utf8", maxBuffer: maximumScript },
  );
  // The translator makes one instance, with imports of its own and parts outside of it; each store needs one.
  const body = script.replace(/^import .*$/gm, "").replace(/^var retasmFunc = [\s\S]*$/m, "");
  return execFileSync(join(project, minifierPath), ["--minify", "--format=esm"], {
    input: `export function instantiate(kernelImports) {\n${body}\nreturn asmFunc(kernelImports);\n}\n`,
    encoding: "utf8",
  });
}

function compile(project: string): void {
  mkdirSync(join(project, folder), { recursive: true });
  const temporary = join(project, folder, `${process.pid}.tmp.wasm`);
  const options = ["--optimizeLevel", "3", "--runtime", "stub", "--noAssert"];
  const paths = ["--baseDir", project, "--outFile", temporary];
  try {
    execFileSync(process.execPath, [join(project, compilerPath), entry, ...paths, ...options]);
    writeAtomically(join(project, scriptFile), translate(project, temporary));
    writeAtomically(join(project, compiledFile), readFileSync(temporary));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Compiles the kernel when its source has changed; leaves it where there is no source, as in a package.
 * @throws Error when it does not compile (the compiler has said why), or has to be compiled and there is no compiler
 */
function prepareKernel(project: string): void {
  const stampPath = join(project, stampFile);
  const isCompiled = [compiledFile, scriptFile].every((file) => existsSync(join(project, file)));
  if (isCompiled && !existsSync(join(project, entry))) return;
  const stamp = stampOfSource(project);
  if (isCompiled && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  if (!existsSync(join(project, compilerPath))) {
    throw new Error("the kernel is not compiled, and its compiler is not installed: npm ci --include=dev");
  }
  compile(project);
  writeAtomically(stampPath, stamp);
}

const thisProject = join(import.meta.dirname, "..", "..", "..", "..");

/**
 * The scoring kernel (src/index/compiled/kernel) as WebAssembly.
 *
 * @param project folder of the checkout or package
 * @throws Error when it has to be compiled and cannot
 */
export function readKernel(project = thisProject): Uint8Array {
  prepareKernel(project);
  return readFileSync(join(project, compiledFile));
}

/** The same as a JavaScript module, a `ScriptKernel`, for pages that may compile no WebAssembly. */
export function readScriptKernel(project = thisProject): string {
  prepareKernel(project);
  return readFileSync(join(project, scriptFile), "utf8");
}

/** Cloudflare's types omit the constructor, since a Worker cannot compile modules; Node can. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** The kernel as a module for this process: each store makes an instance of it. */
export const loadKernel = lazy((): WebAssembly.Module => new Module(readKernel()));
