import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";

/** The built service, running on loopback under `wrangler dev`. */
export interface RunningService {
  readonly url: string;
  /** Memory in bytes that the runtime itself (workerd) holds, without the tools around it. */
  memory(): number;
  stop(): Promise<void>;
}

/** The project's configuration without its build, from a folder of its own. */
function writeConfiguration(folder: string, limited: boolean): string {
  const { rawConfig } = readRawConfig({ config: "wrangler.toml" });
  const { build: _build, main = "", assets, ratelimits, ...others } = rawConfig;
  const path = join(folder, "wrangler.json");
  const configuration = {
    ...others,
    main: resolve(main),
    assets: { ...assets, directory: resolve(assets?.directory ?? "") },
    ...(limited && { ratelimits }),
  };
  writeFileSync(path, JSON.stringify(configuration));
  return path;
}

/** Starts the service and waits until it is well. @param limited whether clients are held to the rate limit. */
export async function startService(port: number, limited: boolean): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), "footnote-load-"));
  const configuration = writeConfiguration(folder, limited);
  const child = spawn(
    "wrangler",
    [
      "dev",
      "--config",
      configuration,
      "--port",
      String(port),
      "--inspector-port",
      String(port + 1),
      "--log-level",
      "error",
    ],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
      stdio: ["ignore", "ignore", "inherit"],
      detached: true,
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await waitUntilWell(`${url}/healthz`, child);
  return {
    url,
    memory: () => runtimeMemory(child.pid ?? 0),
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function waitUntilWell(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (child.exitCode !== null) throw new Error("wrangler dev ended; run npm run dev to see why");
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${url} did not answer within a minute`);
}

/** Resident memory of all runtime processes below a process. */
function runtimeMemory(root: number): number {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,rss=,comm="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => {
    const [pid = "", parent = "", kilobytes = "", ...name] = line.trim().split(/\s+/);
    return {
      pid: Number(pid),
      parent: Number(parent),
      bytes: Number(kilobytes) * 1024,
      name: name.join(" "),
    };
  });
  const below = new Set([root]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  return processes
    .filter(({ pid, name }) => below.has(pid) && name.startsWith("workerd"))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
