import autocannon, { type Request } from "autocannon";
import { Server, type ServerOptions } from "../edge/server.ts";

/** Requests between two samples. */
export const sampleRequests = 10_000;

/** Milliseconds between two looks at the heap. */
const lookEvery = 200;

/** Memory of a Worker after some requests, in MB. */
export interface MemorySample {
  readonly requests: number;
  /** Of the whole process of workerd. */
  readonly resident: number;
  /**
   * Of the isolate: the least that was seen since the sample before. What is above it is garbage that was not collected
   * at the time, since the inspector of workerd cannot be told to collect it.
   */
  readonly heap: number;
}

/** Loads a Worker, and looks at its memory again and again. */
export async function measureMemory(
  options: ServerOptions,
  requests: Request[],
  connections: number,
  samples: number,
  onSample: () => void,
): Promise<MemorySample[]> {
  const server = await Server.start(options, true);
  const found: MemorySample[] = [];
  try {
    for (let number = 1; number <= samples; number++) {
      const load = autocannon({
        url: server.url,
        connections,
        requests,
        amount: sampleRequests,
        timeout: 30,
      });
      const heap = await leastHeap(server, load);
      found.push({ requests: number * sampleRequests, resident: server.residentBytes() / 1e6, heap });
      onSample();
    }
  } finally {
    await server.stop();
  }
  return found;
}

/** The least heap that is seen while some work is done, in MB. */
async function leastHeap(server: Server, work: PromiseLike<unknown>): Promise<number> {
  let isOver = false;
  const over = Promise.resolve(work).finally(() => {
    isOver = true;
  });
  let least = Number.POSITIVE_INFINITY;
  while (!isOver) {
    least = Math.min(least, await server.heap());
    await Promise.race([over, new Promise((done) => setTimeout(done, lookEvery))]);
  }
  await over;
  return least;
}
