import { openEngine } from "../../dist/built.ts";
import { createApp } from "./app.ts";
import { readConfiguration } from "./config.ts";
import type { Env } from "./env.ts";
import { deleteOld } from "./insights/report.ts";
import { logRequest } from "./log-request.ts";

const app = createApp(openEngine(), logRequest);

export default {
  fetch: app.fetch,
  /** Called by the cron trigger: forgets questions that were kept long enough. */
  async scheduled({ scheduledTime }: ScheduledController, env: Env): Promise<void> {
    const { insights } = readConfiguration(env);
    if (insights !== undefined) await deleteOld(insights.database, insights.retentionDays, scheduledTime);
  },
};
