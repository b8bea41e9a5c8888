import { join, resolve } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { assetFolder, writeAtomically } from "../../src/build/output.ts";

/** The configuration of an owner, of a Worker that was built elsewhere and is not built again. */
function configuration(output: string): string {
  const { build: _, ...owners } = readRawConfig({ config: "wrangler.toml" }).rawConfig;
  const main = resolve(output, "worker.ts");
  const assets = { ...owners.assets, directory: resolve(assetFolder(output)) };
  return `${JSON.stringify({ ...owners, main, assets }, undefined, 2)}\n`;
}

/** Builds articles of the tests into a folder, with a configuration of wrangler under which they are served. */
export async function buildCorpus(corpus: string, output: string): Promise<void> {
  const cache = new BuildCache(join(output, "cache.db"));
  try {
    const isBuilt = await build({ corpus, output, cache });
    if (!isBuilt) throw new Error("The articles of the tests cannot be built; the lines above say why.");
  } finally {
    cache.close();
  }
  writeAtomically(join(output, "wrangler.json"), configuration(output));
}
