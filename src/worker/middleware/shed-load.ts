import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";
import { deadline } from "./deadline.ts";

/**
 * Maximum number of concurrent requests in an isolate. It has one thread: more would only wait, and make all others wait.
 * At 5 ms each, the last of these waits a third of a second.
 */
const capacity = 64;

/** Milliseconds of back-to-back requests after which an isolate yields, to see whether more are queued. */
const longestRun = 100;

/** Retry-After in seconds: every request now in flight has ended by then. */
const retryAfter = Math.ceil(deadline / 1000);

/**
 * Rejects requests at once while an isolate is at capacity. A request counts until its response, or until its deadline: the
 * platform cancels the work for a client that disconnects, without notice.
 */
export function shedLoad(): MiddlewareHandler<AppEnv> {
  /** Start time of each request in flight, oldest first. */
  const underway = new Map<symbol, number>();
  let latest = Number.NEGATIVE_INFINITY;
  let runBegan = Number.NEGATIVE_INFINITY;
  return async (_, next) => {
    const now = performance.now();
    for (const [request, began] of underway) {
      if (now - began <= deadline) break;
      underway.delete(request);
    }
    if (underway.size >= capacity) {
      throw new ProblemError(503, `The service is busy. Try again in ${retryAfter} seconds.`, {
        headers: { "Retry-After": String(retryAfter) },
      });
    }
    // A cached answer awaits nothing: without a pause, requests that arrive meanwhile would queue unseen in the platform. A
    // pause takes a millisecond or more, so it is made only now and then, and by every request that arrives during one.
    if (now - latest > longestRun) runBegan = now;
    latest = now;
    const ranLong = now - runBegan > longestRun;
    if (ranLong) runBegan = now;
    const pauses = ranLong || underway.size > 0;
    const request = Symbol();
    underway.set(request, now);
    try {
      if (pauses) await scheduler.wait(0);
      await next();
    } finally {
      underway.delete(request);
    }
  };
}
