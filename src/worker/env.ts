import type { Context } from "hono";
import type { Answerer } from "../answer/answer.ts";
import type { D1Database, RateLimit, VersionMetadata } from "../shared/bindings.ts";
import type { Assets } from "./platform.ts";

/** What Cloudflare binds to the Worker; `wrangler.toml` says where each comes from. */
export interface Env {
  /** The static assets: the index and the pages. */
  readonly ASSETS: Assets;
  /** The articles and their index, where they are in D1 (`engine: d1`). */
  readonly CORPUS?: D1Database;
  /** Where questions are recorded for the owner; without it, none are. */
  readonly INSIGHTS?: D1Database;
  /** Secret that answer ids are signed with: at least 32 characters. */
  readonly SIGNING_KEY?: string;
  /** Secret that opens the owner's pages: at least 16 characters. */
  readonly INSIGHTS_TOKEN?: string;
  /** Domain of the Cloudflare Access team that protects the owner's pages; needed with `ACCESS_AUDIENCE`. */
  readonly ACCESS_TEAM_DOMAIN?: string;
  /** Audience tag of the application in Cloudflare Access. */
  readonly ACCESS_AUDIENCE?: string;
  /** Days after which a recorded question is deleted: 1 to 3650, 30 by default. */
  readonly RETENTION_DAYS?: string;
  /** Counts requests by client; without it, nothing is limited. */
  readonly RATE_LIMIT?: RateLimit;
  /** The limit as stated to clients: `300/60` for 300 requests in 60 seconds. */
  readonly RATE_LIMIT_POLICY?: string;
  /** Which deployed version of the Worker this is. */
  readonly VERSION?: VersionMetadata;
  /** Origins whose pages may read the API: a comma-separated list, or `*` (the default) for all. */
  readonly ALLOWED_ORIGINS?: string;
}

/** The type parameter of every Hono app and handler of this Worker. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    /** The bytes of the request's body; `undefined` when there is none, or too much of it for any route. */
    body: Uint8Array<ArrayBuffer> | undefined;
    /** Aborted once the client has had the answer that it took too long: no work is to follow. */
    expired: AbortSignal;
    /** Counts the request as so many in what an isolate answers at a time. Throws 503 when they are too many. */
    weigh: (requests: number) => void;
  };
}

/**
 * Returns the answerer over the index of a request's environment. Called once a request, so it caches what it has opened, and
 * retries after a failure. Rejects with `IndexUnavailableError` when the index cannot be read or trusted.
 */
export type OpenAnswerer = (context: Context<AppEnv>) => Promise<Answerer>;
