import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { assetFolder, writeAtomically } from "../../src/build/output.ts";

/** Writes the configuration of an owner, of a Worker that was built elsewhere and is not built again, and the same without limits. */
function writeConfigurations(output: string): void {
  const { build: _, ...owners } = readRawConfig({ config: "wrangler.toml" }).rawConfig;
  const main = resolve(output, "worker.ts");
  const assets = { ...owners.assets, directory: resolve(assetFolder(output)) };
  const configuration = { ...owners, main, assets };
  const { ratelimits: __, ...unlimited } = configuration;
  writeAtomically(join(output, "wrangler.json"), `${JSON.stringify(configuration, undefined, 2)}\n`);
  writeAtomically(join(output, "wrangler-unlimited.json"), `${JSON.stringify(unlimited, undefined, 2)}\n`);
}

/** Builds articles of the tests into a folder, with configurations of wrangler under which they are served. */
export async function buildCorpus(corpus: string, output: string): Promise<void> {
  const cache = new BuildCache(join(output, "cache.db"));
  try {
    const isBuilt = await build({ corpus, output, cache });
    if (!isBuilt) throw new Error("The articles of the tests cannot be built; the lines above say why.");
  } finally {
    cache.close();
  }
  writeConfigurations(output);
}
