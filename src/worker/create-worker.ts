import { Hono } from "hono/tiny";
import { createApp, type ServiceParts } from "./app.ts";
import { readConfiguration } from "./config.ts";
import type { AppEnv, Env } from "./env.ts";
import { logRequest } from "./middleware/log-request.ts";

/** What the platform calls: requests, and the cron trigger. */
export interface Worker {
  fetch(request: Request, env: Env, context: ExecutionContext): Response | Promise<Response>;
  scheduled(controller: ScheduledController, env: Env): Promise<void>;
}

/** The Worker for one corpus. The build writes an entry module that exports it. */
export function createWorker(parts: ServiceParts): Worker {
  const { base = "" } = parts;
  // The platform serves files from the root of a host alone.
  const service = createApp({ ...parts, servesFiles: base !== "" }, logRequest);
  // An app that is mounted in another leaves what it does not know to that one.
  const app = base === "" ? service : new Hono<AppEnv>().route(base, service);
  return {
    fetch: app.fetch,
    /** Deletes recorded questions older than the retention period. */
    async scheduled({ scheduledTime }, env) {
      const { insights } = readConfiguration(env);
      if (insights === undefined) return;
      // Those who ask wait for none of it.
      const { deleteExpired } = await import("./insights/report.ts");
      await deleteExpired(insights.database, insights.retentionDays, scheduledTime);
    },
  };
}
