/** Loads the service on loopback; writes the section "Load" of `bench/RESULTS.md`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon, { type Options, type Result } from "autocannon";
import { progressLine } from "../src/build/progress.ts";
import { Server } from "./edge/server.ts";
import { measuredOn } from "./environment.ts";
import { measureMemory, sampleRequests } from "./load/memory.ts";
import { type LoadResult, loadReport } from "./load/report.ts";
import { mixedRequests } from "./load/requests.ts";
import { bundleWorkers } from "./load/worker.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";

const usage = "usage: npm run bench -- load [--requests N] [--memory-requests N]";
const connections = 16;
const overloadConnections = 8 * connections;
/** Share of the requests before what is measured. */
const warmUp = 0.1;
/** Seconds of overload. */
const overloadSeconds = 20;

function readArguments(): { requests: number; samples: number } {
  const { values } = parseArgs({
    options: {
      requests: { type: "string", default: "100000" },
      "memory-requests": { type: "string", default: "300000" },
    },
  });
  const requests = Number(values.requests);
  const samples = Math.round(Number(values["memory-requests"]) / sampleRequests);
  if (!(requests >= 1000 && samples >= 3)) {
    console.error(`${usage}\nN requests are at least 1000, and ${3 * sampleRequests} for memory.`);
    process.exit(2);
  }
  return { requests, samples };
}

async function measureLatency(server: Server, amount: number): Promise<Omit<LoadResult, "memory">> {
  const load = async (options: Partial<Options>): Promise<Result> =>
    autocannon({ url: server.url, connections, requests: mixedRequests(), timeout: 30, ...options });
  const first = await load({ amount: Math.round(amount * warmUp) });
  const steady = await load({ amount });
  const overload = await load({
    connections: overloadConnections,
    overallRate: Math.round(steady.requests.average * 2),
    duration: overloadSeconds,
  });
  const started = performance.now();
  const { ok } = await fetch(`${server.url}/healthz`);
  const recovery = { ok, milliseconds: performance.now() - started };
  return { connections, warmUp: first, steady, overload, overloadConnections, recovery };
}

async function run(): Promise<void> {
  const { requests, samples } = readArguments();
  const folder = mkdtempSync(join(tmpdir(), "footnote-load-"));
  try {
    const { service, hello } = await bundleWorkers(folder);
    const server = await Server.start(service);
    const latency = await measureLatency(server, requests).finally(() => server.stop());
    const progress = progressLine("samples of memory");
    let done = 0;
    const onSample = (): void => progress.update(++done, 2 * samples);
    const measure = (options: typeof service) =>
      measureMemory(options, mixedRequests(), connections, samples, onSample);
    const memory = { service: await measure(service), hello: await measure(hello) };
    progress.end();
    replaceSection("Load", loadReport({ ...latency, memory }, measuredOn(commandOf("load"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await runBench(usage, run);
