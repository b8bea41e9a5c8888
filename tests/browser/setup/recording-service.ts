import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { writeAtomically } from "../../../src/build/output.ts";
import { testConfiguration, testOutput } from "../../setup/output.ts";
import { serviceOf } from "./services.ts";

/** What opens the owner's pages of a service that records. */
export const ownerToken = "an owner's long token";

/** The address of a service that is bound to a new database in which it records questions. */
export function recordingService(): Promise<string> {
  const config = join(testOutput, "wrangler-recording.json");
  const { rawConfig } = readRawConfig({ config: testConfiguration });
  const recording = {
    ...rawConfig,
    vars: { ...rawConfig.vars, SIGNING_KEY: "k".repeat(32), INSIGHTS_TOKEN: ownerToken },
    d1_databases: [
      {
        binding: "INSIGHTS",
        database_name: "footnote-insights",
        database_id: "00000000-0000-4000-8000-000000000000",
      },
    ],
  };
  writeAtomically(config, JSON.stringify(recording));
  return serviceOf({
    config,
    database: { binding: "INSIGHTS", migrations: resolve("migrations/insights") },
  });
}
