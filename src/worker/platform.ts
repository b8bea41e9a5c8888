import type { Context } from "hono";

/** What the service needs of whatever runs it: the edge, or a server. */
export interface Platform {
  /** Lets work end that the response does not wait for. A server ends it in any case. */
  waitUntil(work: Promise<unknown>): void;
}

/** A platform on which work goes on by itself, as in Node. */
export const server: Platform = { waitUntil: () => {} };

/** Lets work end that belongs to one request alone. */
export function waitUntil(context: Context, work: Promise<unknown>): void {
  try {
    context.executionCtx.waitUntil(work);
  } catch {
    // The context says by an error that its platform has none, where work goes on by itself.
  }
}

/** Lets other requests have their turn. */
export function pause(): Promise<void> {
  // Timers of a Worker take a millisecond or more; its scheduler is as quick as it can be.
  if (typeof scheduler !== "undefined" && "wait" in scheduler) return scheduler.wait(0);
  return new Promise((resolve) => setTimeout(resolve, 0));
}
