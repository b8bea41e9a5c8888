import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { keyOfFiles } from "../../src/build/build-cache.ts";
import { filesBelow } from "../../src/build/files-below.ts";
import { copyProject, root } from "../copy-project.ts";
import { modulesOf } from "./server.ts";

const binaries = join(root, "node_modules", ".bin");

/** A copy of the project that was built with another corpus. */
export interface BuiltProject {
  readonly folder: string;
  /** What the build took. */
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Bytes and number of the files of the index, and of all assets. */
  readonly index: { readonly bytes: number; readonly files: number };
  readonly assetFiles: number;
  /** The Worker as it would be deployed, its WebAssembly beside it. */
  readonly script: string;
  readonly scriptGzipBytes: number;
}

/** Runs a program to its end and returns the peak memory of its process, in MB. */
export async function runMeasured(
  command: string,
  arguments_: string[],
  folder: string,
  corpus: string,
): Promise<number> {
  const env = { ...process.env, CORPUS_DIR: corpus, WRANGLER_SEND_METRICS: "false" };
  const child: ChildProcess = spawn(command, arguments_, {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      // A process that has just ended says nothing of its memory.
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process has ended.
    }
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${arguments_.join(" ")} ended with ${code} in ${folder}`);
  return Math.round(peak);
}

/** Bytes and number of the files below a folder. */
export function sizeOf(folder: string): { bytes: number; files: number } {
  // A build without an index has no folder for one.
  if (!existsSync(folder)) return { bytes: 0, files: 0 };
  const files = filesBelow(folder);
  return {
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    files: files.length,
  };
}

/** Tells the code that makes a build: another one makes it anew. */
function codeKey(): string {
  const others = ["package-lock.json", "wrangler.toml"].map((name) => join(root, name));
  return keyOfFiles(root, [...filesBelow(join(root, "src")), ...others]);
}

/**
 * The project, copied to a folder and built with a corpus as `npm run build` and `wrangler deploy` do. What the same code
 * has built before is taken as it is, figures and all.
 * @param grow writes the corpus.
 */
export async function buildProject(folder: string, corpus: string, grow: () => void): Promise<BuiltProject> {
  const record = join(folder, "built.json");
  const code = codeKey();
  if (existsSync(record)) {
    const known = JSON.parse(readFileSync(record, "utf8")) as { code: string; project: BuiltProject };
    if (known.code === code) return known.project;
  }
  rmSync(corpus, { recursive: true, force: true });
  grow();
  const project = await build(folder, corpus);
  writeFileSync(record, JSON.stringify({ code, project }));
  return project;
}

async function build(folder: string, corpus: string): Promise<BuiltProject> {
  copyProject(folder);
  // The build is run here, so that wrangler must not run it again.
  const configuration = readFileSync(join(root, "wrangler.toml"), "utf8").replace(
    /^\[build\]\n(?:\w.*\n)*/m,
    "",
  );
  writeFileSync(join(folder, "wrangler.toml"), configuration);

  const started = performance.now();
  const peakMegabytes = await runMeasured(
    process.execPath,
    ["src/cli/footnote.ts", "build", "--out", "dist"],
    folder,
    corpus,
  );
  const seconds = (performance.now() - started) / 1000;

  execFileSync(join(binaries, "wrangler"), ["deploy", "--dry-run", "--outdir", "bundle"], {
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const script = join(folder, "bundle", "worker.js");
  const assets = join(folder, "dist", "assets");
  return {
    folder,
    seconds,
    peakMegabytes,
    index: sizeOf(join(assets, "index")),
    assetFiles: sizeOf(assets).files,
    script,
    scriptGzipBytes: [script, ...modulesOf(script)].reduce(
      (sum, path) => sum + gzipSync(readFileSync(path)).length,
      0,
    ),
  };
}
