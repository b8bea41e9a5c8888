import type { Result } from "autocannon";
import { markdownTable } from "../table.ts";
import { type MemorySample, sampleRequests } from "./memory.ts";

/** What a load of some minutes has shown. */
export interface LoadResult {
  readonly connections: number;
  readonly warmUp: Result;
  readonly steady: Result;
  readonly overload: Result;
  readonly overloadConnections: number;
  /** Of the first request after the overload. */
  readonly recovery: { readonly ok: boolean; readonly milliseconds: number };
  /** Of both Workers after the same numbers of requests. */
  readonly memory: Readonly<Record<"service" | "hello", readonly MemorySample[]>>;
}

/** Rows of the table of memory, roughly. */
const memoryRows = 12;

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

const count = (number: number): string => number.toLocaleString("en");

const leastHeap = (samples: readonly MemorySample[]): number => Math.min(...samples.map(({ heap }) => heap));

function memoryTable({ service, hello }: LoadResult["memory"]): string {
  const every = Math.max(1, Math.round(service.length / memoryRows));
  const cells = (samples: readonly MemorySample[], end: number): string[] => [
    leastHeap(samples.slice(end - every, end)).toFixed(1),
    samples[end - 1]?.resident.toFixed(0) ?? "",
  ];
  const ends = service.map((_, index) => index + 1).filter((end) => end % every === 0);
  return markdownTable(
    ["requests", "heap, MB", "process, MB", "hello: heap, MB", "hello: process, MB"],
    ends.map((end) => [count(end * sampleRequests), ...cells(service, end), ...cells(hello, end)]),
  );
}

/** What memory grows by after the first third of the load, in words. */
function growth(samples: readonly MemorySample[]): string {
  const third = Math.floor(samples.length / 3);
  const heap = leastHeap(samples.slice(-third)) - leastHeap(samples.slice(0, third));
  const resident = (samples.at(-1)?.resident ?? Number.NaN) - (samples[third - 1]?.resident ?? Number.NaN);
  return `the heap by ${heap.toFixed(1)} MB, the process by ${resident.toFixed(0)} MB`;
}

/** The section "Load". */
export function loadReport(result: LoadResult, measured: string): string {
  const { connections, warmUp, steady, overload, overloadConnections, recovery, memory } = result;
  return `${markdownTable(
    ["", "requests/s", "p50 ms", "p97.5 ms", "p99 ms", "max ms", "errors", "time-outs"],
    [
      row("warm-up", warmUp),
      row(`steady, ${connections} connections`, steady),
      row(`twice that, ${overloadConnections} connections`, overload),
    ],
  )}

Statuses of the steady load: ${statuses(steady)}; one request in twenty is wrong on purpose and gets 400.
Statuses of the overload: ${statuses(overload)}. Right after it, \`/healthz\` answered ${recovery.ok ? "200" : "not 200"} in ${recovery.milliseconds.toFixed(0)} ms.

Memory of the service, and of a Worker that does nothing but say hello in the same runtime, each after so many requests to a new isolate. The heap is the isolate's own, its buffers included, by the inspector: the least that was seen since the row before, since it also holds what is not collected yet. The process is what the operating system counts.

${memoryTable(memory)}

From the first third to the last, the service grows so: ${growth(memory.service)}. The Worker that says hello: ${growth(memory.hello)}. What the process takes beyond the heap is the runtime's, whatever Worker it runs.

The load is on the bare runtime (workerd), its heap held to the 128 MB of an isolate, without the rate limit, which is the platform's: what sheds is the Worker alone, by 503. The questions are those of bench/judged/footnote, asked again and again, so that most answers are ones that the isolate has kept; the section Edge has those of new questions. The load comes from the same machine and takes its share of it.

${measured}`;
}
