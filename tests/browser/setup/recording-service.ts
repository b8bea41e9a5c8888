import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { testConfiguration } from "../../setup/output.ts";
import { type Service, startService } from "./start-service.ts";

/** What opens the owner's pages of a service that records. */
export const ownerToken = "an owner's long token";

/** Starts the Worker as `startService` does, bound to a new database in which it records questions. */
export async function startRecordingService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "footnote-recording-"));
  const config = join(folder, "wrangler.json");
  const state = join(folder, "state");
  const deployed = readRawConfig({ config: testConfiguration }).rawConfig;
  writeFileSync(
    config,
    JSON.stringify({
      ...deployed,
      vars: { ...deployed.vars, SIGNING_KEY: "k".repeat(32), INSIGHTS_TOKEN: ownerToken },
      d1_databases: [
        {
          binding: "INSIGHTS",
          database_name: "footnote-insights",
          database_id: "00000000-0000-4000-8000-000000000000",
          migrations_dir: resolve("migrations/insights"),
        },
      ],
    }),
  );
  const options = ["--persist-to", state];
  execFileSync(
    "node_modules/.bin/wrangler",
    ["d1", "migrations", "apply", "footnote-insights", "--local", "--config", config, ...options],
    { env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" }, stdio: "ignore" },
  );
  const service = await startService(config, ...options);
  return {
    url: service.url,
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
