/** Loads the service on loopback; writes the section "Load" of `bench/RESULTS.md`. */
import { parseArgs } from "node:util";
import autocannon, { type Options, type Result } from "autocannon";
import { progressLine } from "../src/cli/progress.ts";
import { measuredOn } from "./environment.ts";
import { mixedRequests } from "./load/requests.ts";
import { type RunningService, startRuntime } from "./load/service.ts";
import { replaceSection } from "./results.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench:load [-- --requests N] [--port N]";
const connections = 16;
/** Share of the requests before memory is first looked at. */
const warmUp = 0.1;
/** Seconds of overload. */
const overloadSeconds = 20;

function readArguments(): { requests: number; port: number } {
  const { values } = parseArgs({
    options: { requests: { type: "string", default: "100000" }, port: { type: "string", default: "8895" } },
  });
  const requests = Number(values.requests);
  const port = Number(values.port);
  if (!Number.isInteger(requests) || requests < 1000 || !Number.isInteger(port)) {
    console.error(`${usage}\nN requests are at least 1000.`);
    process.exit(1);
  }
  return { requests, port };
}

/** Runs one load, and looks at memory twice a second. */
async function load(
  service: RunningService,
  options: Partial<Options>,
): Promise<{ result: Result; memory: number[] }> {
  const { requests } = mixedRequests();
  const memory: number[] = [];
  const timer = setInterval(() => memory.push(service.memory()), 500);
  try {
    const result = await autocannon({ url: service.url, connections, requests, timeout: 30, ...options });
    return { result, memory };
  } finally {
    clearInterval(timer);
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Counts of the statuses that were answered, such as `200: 95000, 400: 5000`. */
function statuses({ statusCodeStats = {} }: Result): string {
  return Object.entries(statusCodeStats)
    .map(([status, { count }]) => `${status}: ${count}`)
    .join(", ");
}

function row(name: string, { requests, latency, errors, timeouts }: Result): string[] {
  const { p50, p97_5, p99, max } = latency;
  const figures = [requests.average, p50, p97_5, p99, max, errors, timeouts];
  return [name, ...figures.map((figure) => String(Math.round(figure)))];
}

const { requests, port } = readArguments();

const progress = progressLine("steady load");
progress.update(0, 2);
const service = await startRuntime(port);
const warm = await load(service, { amount: Math.round(requests * warmUp) });
const measured = await load(service, { amount: requests });
progress.update(1, 2);

const overload = await load(service, {
  connections: connections * 8,
  overallRate: Math.round(measured.result.requests.average * 2),
  duration: overloadSeconds,
});
const started = performance.now();
const well = (await fetch(`${service.url}/healthz`)).ok;
const recovery = performance.now() - started;
await service.stop();
progress.end();

const tenth = Math.max(1, Math.floor(measured.memory.length / 10));
const before = median(measured.memory.slice(0, tenth));
const after = median(measured.memory.slice(-tenth));
const header = ["", "requests/s", "p50 ms", "p97.5 ms", "p99 ms", "max ms", "errors", "time-outs"];
replaceSection(
  "Load",
  `${markdownTable(header, [
    row("warm-up", warm.result),
    row(`steady, ${connections} connections`, measured.result),
    row(`twice that, ${connections * 8} connections`, overload.result),
  ])}

Statuses of the steady load: ${statuses(measured.result)}; one request in twenty is wrong on purpose and gets 400.
Statuses of the overload: ${statuses(overload.result)}. Right after it, \`/healthz\` answered ${well ? "200" : "not 200"} in ${recovery.toFixed(0)} ms.

Memory of the runtime over the ${requests} requests of the steady load: ${megabytes(before)} MB in its first tenth, ${megabytes(after)} MB in its last, ${megabytes(Math.max(...measured.memory))} MB at most.

The load is on the bare runtime (workerd), its heap held to the 128 MB of an isolate, without the rate limit, which is the platform's: what sheds is the Worker alone, by 503. The questions are those of bench/judged/footnote, asked again and again, so that most answers are ones that the isolate has kept; the section Edge has those of new questions. The load comes from the same machine and takes its share of it.

${measuredOn("npm run bench:load")}`,
);
