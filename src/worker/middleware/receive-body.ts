import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";
import { maximumBatchLength } from "../http/request.ts";

/** Milliseconds in which a client has to send the body of its request: the longest is 64 kB. */
const patience = 1_000;

/** Bodies that one isolate waits for at a time. Each takes the memory of what has come of it, 64 kB at most. */
const capacity = 512;

/**
 * Reads the body of a request before any work is done for it. A client that sends half a body thus takes no place from
 * those who ask: it is counted apart, and frees its place when its time is over.
 */
export function receiveBody(): MiddlewareHandler<AppEnv> {
  let waiting = 0;
  return async (context, next) => {
    const { body } = context.req.raw;
    if (body !== null) {
      if (waiting >= capacity) {
        throw new ProblemError(503, "Too many requests are being sent at once. Try again in 2 seconds.", {
          headers: { "Retry-After": "2" },
        });
      }
      waiting += 1;
      try {
        context.set("body", await readBody(body));
      } finally {
        waiting -= 1;
      }
    }
    await next();
  };
}

/**
 * The bytes of a body, `undefined` when they are too many for any route. They are counted as they come, since a
 * Content-Length may be absent or wrong, and no more are read once they are too many.
 *
 * @throws ProblemError 408 when it does not come in time, 400 when it breaks off
 */
async function readBody(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOver = new Promise<"over">((resolve) => {
    timer = setTimeout(() => resolve("over"), patience);
  });
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), isOver]).catch(() => "broken" as const);
      if (read === "over") {
        throw new ProblemError(408, "The body did not come in time. Send the request again, whole.");
      }
      if (read === "broken") throw new ProblemError(400, "The body broke off. Send it again.");
      if (read.done) break;
      length += read.value.length;
      if (length > maximumBatchLength) return undefined;
      chunks.push(read.value);
    }
  } finally {
    clearTimeout(timer);
    // Nothing more is read: what is still to come is of no use, and its sender need not go on.
    reader.cancel().catch(() => undefined);
  }
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}
