import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "..", "..");
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
  /** The Worker as it would be deployed. */
  readonly script: string;
  readonly scriptGzipBytes: number;
}

/** Runs a program to its end and gives the most memory that its process held, in MB. */
async function runMeasured(
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

function sizeOf(folder: string): { bytes: number; files: number } {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
    files: files.length,
  };
}

/** Copies the project to a folder and builds it with a corpus, as `npm run build` and `wrangler deploy` do. */
export async function buildProject(folder: string, corpus: string): Promise<BuiltProject> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["src", "package.json", "tsconfig.json"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  // The build is run here, so that wrangler must not run it again.
  const configuration = readFileSync(join(root, "wrangler.toml"), "utf8").replace(
    /^\[build\]\n(?:\w.*\n)*/m,
    "",
  );
  writeFileSync(join(folder, "wrangler.toml"), configuration);

  const started = performance.now();
  const peakMegabytes = await runMeasured(process.execPath, ["src/cli/build.ts"], folder, corpus);
  const seconds = (performance.now() - started) / 1000;

  execFileSync(join(binaries, "wrangler"), ["deploy", "--dry-run", "--outdir", "bundle"], {
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const script = join(folder, "bundle", "index.js");
  const assets = join(folder, "dist", "assets");
  return {
    folder,
    seconds,
    peakMegabytes,
    index: sizeOf(join(assets, "index")),
    assetFiles: sizeOf(assets).files,
    script,
    scriptGzipBytes: gzipSync(readFileSync(script)).length,
  };
}
