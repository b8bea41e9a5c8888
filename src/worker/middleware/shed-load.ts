import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";
import { deadline } from "./deadline.ts";

/**
 * Requests that one isolate answers at a time. It has one thread: what comes on top only waits, and makes all others
 * wait. At 5 ms each, the last of these waits a third of a second.
 */
const capacity = 64;

/** Milliseconds for which requests may follow each other before an isolate looks whether more are waiting. */
const longestRun = 100;

/** Seconds after which a client that was turned away may try again: what is underway now has ended by then. */
const retryAfter = Math.ceil(deadline / 1000);

/**
 * Turns requests away at once while an isolate has all that it can answer in good time. Each one counts until its
 * response, or until it should have had one: the platform stops the work for a client that leaves, and tells nobody.
 */
export function shedLoad(): MiddlewareHandler<AppEnv> {
  /** When each request underway began, the first one first. */
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
    // An answer from memory waits for nothing: without a pause, those that came meanwhile would queue up unseen. A pause is a
    // millisecond or more, so that it is made now and then, and by all that come during one.
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
