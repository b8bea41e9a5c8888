import type { Context } from "hono";

/** What the service needs of whatever runs it: the edge, or a server. */
export interface Platform {
  /** Lets work end that the response does not wait for. A server ends it in any case. */
  waitUntil(work: Promise<unknown>): void;
}

/** Static assets: a binding of the platform, or files of a folder. */
export interface Assets {
  fetch(request: Request | URL | string): Promise<Response>;
}

/** A service as a build made it: what the module `service.ts` of the build exports, or `openService` returns. */
export interface Service {
  /** Path that it was built for, without a slash at the end; empty for the root of a host. */
  readonly base: string;
  /** The files of the build, where the platform binds none: in Node, those of a folder. */
  readonly assets?: Assets;
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

/** The part of a Worker's scheduler that is used. */
interface Scheduler {
  wait(milliseconds: number): Promise<void>;
}

/** Lets other requests have their turn. */
export function pause(): Promise<void> {
  // Timers of a Worker take a millisecond or more; its scheduler, which others have not, is as quick as it can be.
  const { scheduler } = globalThis as { readonly scheduler?: Partial<Scheduler> };
  if (scheduler?.wait !== undefined) return scheduler.wait(0);
  return new Promise((resolve) => setTimeout(resolve, 0));
}
