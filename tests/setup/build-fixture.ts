import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { build } from "../../src/build/build.ts";
import { BuildCache } from "../../src/build/build-cache.ts";
import { assetFolder, writeAtomically } from "../../src/build/output.ts";
import { fixtureCorpus, testConfiguration, testOutput } from "./output.ts";

/** The configuration of an owner, of a Worker that was built elsewhere and is not built again. */
function configuration(): string {
  const { build: _, ...owners } = readRawConfig({ config: "wrangler.toml" }).rawConfig;
  const main = resolve(testOutput, "worker.ts");
  const assets = { ...owners.assets, directory: resolve(assetFolder(testOutput)) };
  return `${JSON.stringify({ ...owners, main, assets }, undefined, 2)}\n`;
}

async function buildFixture(): Promise<void> {
  const cache = new BuildCache(join(testOutput, "cache.db"));
  try {
    const isBuilt = await build({ corpus: fixtureCorpus, output: testOutput, cache });
    if (!isBuilt) throw new Error("The articles of the tests cannot be built; the lines above say why.");
  } finally {
    cache.close();
  }
  writeAtomically(testConfiguration, configuration());
}

/** Builds the service that the tests of a project run, and again before they are run again. */
export default async function setup(project: TestProject): Promise<void> {
  await buildFixture();
  project.onTestsRerun(buildFixture);
}
