import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { bundleWorker } from "../edge/bundle.ts";
import type { ServerOptions } from "../edge/server.ts";
import { isolateMegabytes } from "../workerd.ts";

/** The runtime is held to an isolate's memory for what it keeps. */
const v8Flags = [`--max-old-space-size=${isolateMegabytes}`];

/** The Worker as it is deployed, with the index that was built last, and one that does nothing to hold it against. */
export async function bundleWorkers(folder: string): Promise<Record<"service" | "hello", ServerOptions>> {
  execFileSync("wrangler", ["deploy", "--dry-run", "--outdir", folder], {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    stdio: "ignore",
  });
  const assets = resolve(readRawConfig({ config: "wrangler.toml" }).rawConfig.assets?.directory ?? "");
  return {
    service: { script: join(folder, "worker.js"), assets, v8Flags },
    hello: { script: await bundleWorker("hello", folder), assets, v8Flags },
  };
}
