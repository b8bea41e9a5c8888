import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import type { EngineName } from "../../corpus/names.ts";
import { engines } from "../engines/index.ts";
import { assetFolder } from "../output.ts";
import { configurationFile, loadWrangler, MissingWranglerError } from "../wrangler.ts";
import { workerPaths } from "../wrangler-configuration.ts";
import { type Finding, finder } from "./finding.ts";

/** The part of wrangler's configuration that a service depends on. */
const schema = z.object({
  main: z.optional(z.string()),
  compatibility_date: z.optional(z.string()),
  assets: z.optional(
    z.object({
      directory: z.optional(z.string()),
      binding: z.optional(z.string()),
      not_found_handling: z.optional(z.string()),
      run_worker_first: z.optional(z.union([z.boolean(), z.array(z.string())])),
    }),
  ),
  vars: z.optional(z.record(z.string(), z.unknown())),
  ratelimits: z.optional(
    z.array(z.object({ name: z.string(), simple: z.object({ limit: z.number(), period: z.number() }) })),
  ),
  d1_databases: z.optional(z.array(z.object({ binding: z.string() }))),
});
type Configuration = z.infer<typeof schema>;

/** Days after which a compatibility date is old. */
const oldDays = 730;

function* faults(configuration: Configuration, folder: string, out: string, engine: EngineName) {
  const { main, assets, vars = {}, ratelimits = [], d1_databases: databases = [] } = configuration;
  const worker = resolve(out, "worker.ts");
  if (main === undefined || resolve(folder, main) !== worker) {
    yield `main is ${main ?? "missing"}, and the build writes ${join(out, "worker.ts")}: make them the same, or build with --out`;
  }
  const directory = assets?.directory;
  if (directory === undefined || resolve(folder, directory) !== resolve(assetFolder(out))) {
    yield `assets.directory is ${directory ?? "missing"}, and the build writes ${assetFolder(out)}`;
  }
  if (assets?.binding !== "ASSETS")
    yield "assets.binding must be ASSETS: the service reads its index by that name";
  const first = assets?.run_worker_first;
  const missing = first === true ? [] : workerPaths.filter((path) => !(first || []).includes(path));
  if (missing.length > 0)
    yield `assets.run_worker_first lacks ${missing.join(", ")}: those addresses would not be answered`;
  if (assets?.not_found_handling !== "404-page") {
    yield 'assets.not_found_handling must be "404-page", or addresses that name nothing get no page';
  }
  const limit = ratelimits.find(({ name }) => name === "RATE_LIMIT")?.simple;
  const policy = vars["RATE_LIMIT_POLICY"];
  if (limit !== undefined && policy !== undefined && policy !== `${limit.limit}/${limit.period}`) {
    yield `RATE_LIMIT_POLICY tells clients ${String(policy)}, and the limit is ${limit.limit}/${limit.period}`;
  }
  const origins = vars["ALLOWED_ORIGINS"];
  for (const origin of typeof origins === "string" ? origins.split(",").map((one) => one.trim()) : []) {
    if (origin !== "*" && URL.parse(origin)?.origin !== origin) {
      yield `ALLOWED_ORIGINS has ${JSON.stringify(origin)}, which is no origin: write https://docs.example.org, without a path`;
    }
  }
  const { database } = engines[engine];
  if (database !== undefined && !databases.some(({ binding }) => binding === database)) {
    yield `engine: ${engine} needs a D1 database bound as ${database}`;
  }
}

/**
 * Looks at the configuration that the service is deployed with.
 *
 * @param out folder of the built service
 * @param engine that serves it
 */
export async function checkConfiguration(out: string, engine: EngineName): Promise<Finding[]> {
  const path = configurationFile();
  const about = finder(path ?? "wrangler's configuration");
  if (path === undefined)
    return [about("note", "none here; dev and deploy make one, and footnote init writes one to keep")];
  let configuration: Configuration;
  try {
    const { experimental_readRawConfig: readRawConfig } = await loadWrangler("Reading it");
    configuration = schema.parse(readRawConfig({ config: path }).rawConfig);
  } catch (error) {
    if (error instanceof MissingWranglerError) return [about("skipped", error.message)];
    return [about("fault", `cannot be read: ${error instanceof Error ? error.message : String(error)}`)];
  }
  const found = [...faults(configuration, dirname(path), out, engine)].map((fault) => about("fault", fault));
  const date = configuration.compatibility_date;
  const age = date === undefined ? Number.NaN : (Date.now() - Date.parse(date)) / 86_400_000;
  if (!(age < oldDays))
    found.push(about("note", `compatibility_date is ${date ?? "missing"}: take a newer one`));
  return found.length > 0 ? found : [about("fine", "as the service needs it")];
}
