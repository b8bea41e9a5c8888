import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";
import { pause } from "../platform.ts";
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
  /** When each request underway began and how many it counts as, the first one first. */
  const underway = new Map<symbol, { readonly began: number; weight: number }>();
  /** Sum of their weights. */
  let load = 0;
  const end = (request: symbol): void => {
    load -= underway.get(request)?.weight ?? 0;
    underway.delete(request);
  };
  const admit = (weight: number): void => {
    // What is heavier than all that fits is taken when there is nothing else: it would never be.
    if (load === 0 || load + weight <= capacity) return;
    throw new ProblemError(503, `The service is busy. Try again in ${retryAfter} seconds.`, {
      headers: { "Retry-After": String(retryAfter) },
    });
  };
  let latest = Number.NEGATIVE_INFINITY;
  let runBegan = Number.NEGATIVE_INFINITY;
  return async (context, next) => {
    const now = performance.now();
    for (const [request, { began }] of underway) {
      if (now - began <= deadline) break;
      end(request);
    }
    admit(1);
    // An answer from memory waits for nothing: without a pause, those that came meanwhile would queue up unseen. A pause is a
    // millisecond or more, so that it is made now and then, and by all that come during one.
    if (now - latest > longestRun) runBegan = now;
    latest = now;
    const ranLong = now - runBegan > longestRun;
    if (ranLong) runBegan = now;
    const pauses = ranLong || underway.size > 0;
    const request = Symbol();
    const place = { began: now, weight: 1 };
    underway.set(request, place);
    load += 1;
    context.set("weigh", (weight) => {
      admit(weight - place.weight);
      load += weight - place.weight;
      place.weight = weight;
    });
    try {
      if (pauses) await pause();
      await next();
    } finally {
      end(request);
    }
  };
}
