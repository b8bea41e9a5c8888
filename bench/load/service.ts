import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { workerdConfiguration } from "../workerd.ts";

/** The built service, running on loopback. */
export interface RunningService {
  readonly url: string;
  /** Resident memory of its process in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

const environment = { ...process.env, WRANGLER_SEND_METRICS: "false" };

/** Megabytes that the platform gives an isolate; the runtime is held to them for what it keeps. */
const isolateMemory = 128;

/** Starts the bare runtime that Cloudflare runs, with the Worker as it is deployed and the index as files. */
export async function startRuntime(port: number): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), "footnote-load-"));
  execFileSync("wrangler", ["deploy", "--dry-run", "--outdir", folder], {
    env: environment,
    stdio: "ignore",
  });
  const { rawConfig } = readRawConfig({ config: "wrangler.toml" });
  const assets = resolve(rawConfig.assets?.directory ?? "");
  const configuration = join(folder, "service.capnp");
  writeFileSync(configuration, workerdConfiguration(assets, port, [`--max-old-space-size=${isolateMemory}`]));
  const child = spawn("workerd", ["serve", configuration], { stdio: ["ignore", "ignore", "inherit"] });
  return running(child, port, folder);
}

async function running(child: ChildProcess, port: number, folder: string): Promise<RunningService> {
  const url = `http://127.0.0.1:${port}`;
  await waitUntilWell(`${url}/healthz`, child);
  return {
    url,
    // The second field of statm is the resident set in pages (proc_pid_statm(5)).
    memory: () => Number(readFileSync(`/proc/${child.pid}/statm`, "utf8").split(" ")[1]) * 4096,
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function waitUntilWell(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (child.exitCode !== null) throw new Error("the service ended; run npm run dev to see why");
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${url} did not answer within a minute`);
}
