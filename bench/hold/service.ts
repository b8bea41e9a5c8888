/** What one client can take from all others: a batch of worst questions, and bodies that never end. */
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { maximumLimit } from "../../src/model/limits.ts";
import type { Server } from "../edge/server.ts";

/** Questions of the longest batch. */
const batchLength = 20;
/** Clients that send half a body: as many as an isolate answers requests at a time. */
const unfinished = 64;

/** How long others waited during batches. */
interface BatchWaits {
  /** The longest that a health check waited during each, in ms. */
  readonly waits: readonly number[];
  /** Batches that ended at the deadline: on a machine that has other work, twenty worst questions take longer. */
  readonly late: number;
}

/** Asks batches of one question, twenty times in other orders, and for the service's health meanwhile. */
export async function waitDuringBatch(server: Server, question: string, rounds: number): Promise<BatchWaits> {
  const words = question.split(" ");
  const waits: number[] = [];
  let late = 0;
  for (let round = 0; round < rounds; round++) {
    const questions = Array.from({ length: batchLength }, (_, index) => {
      const turn = (index + round * batchLength) % words.length;
      return { question: [...words.slice(turn), ...words.slice(0, turn)].join(" "), limit: maximumLimit };
    });
    let longest = 0;
    let isOver = false;
    const batch = fetch(`${server.url}/api/ask/batch`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ questions }),
    }).then(async (response) => {
      await response.text();
      isOver = true;
      return response.status;
    });
    while (!isOver) {
      const started = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      longest = Math.max(longest, performance.now() - started);
      await setTimeout(2);
    }
    const status = await batch;
    if (status === 503) late += 1;
    else if (status !== 200) throw new Error(`a batch was answered with ${status}`);
    waits.push(longest);
  }
  return { waits, late };
}

/** How many of some readers are turned away while as many clients as an isolate serves have sent half a body. */
export async function turnedAway(server: Server, readers: number): Promise<number> {
  const { port, hostname } = new URL(server.url);
  const head =
    "POST /api/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
  const sockets = Array.from({ length: unfinished }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    // The server ends it.
    socket.on("error", () => {});
    return socket;
  });
  await setTimeout(100);
  let refused = 0;
  for (let reader = 0; reader < readers; reader++) {
    const response = await fetch(`${server.url}/api/ask?q=why+${reader}`);
    await response.text();
    if (response.status !== 200) refused += 1;
  }
  for (const socket of sockets) socket.destroy();
  return refused;
}
