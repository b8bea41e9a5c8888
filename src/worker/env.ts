import type { Answerer } from "../answer/answer.ts";

/** What Cloudflare binds to the Worker; `wrangler.toml` says where each comes from. */
export interface Env {
  /** The static assets: the index and the pages. */
  readonly ASSETS: Fetcher;
  /** Counts requests by client; without it, nothing is limited. */
  readonly RATE_LIMIT?: RateLimit;
  /** Which deployed version of the Worker this is. */
  readonly VERSION?: WorkerVersionMetadata;
  /** Origins whose pages may read the API: a comma-separated list, or `*` (the default) for all. */
  readonly ALLOWED_ORIGINS?: string;
}

/** The type parameter of every Hono app and handler of this Worker. */
export interface AppEnv {
  Bindings: Env;
}

/**
 * Gives the answerer over an environment's index. Asked once a request, so it keeps what it has opened, and tries again
 * after a failure. Rejects with `IndexUnavailableError` when the index cannot be read or trusted.
 */
export type OpenAnswerer = (env: Env) => Promise<Answerer>;
