import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { assetFolder } from "../build/output.ts";
import { readBuilt } from "../build/worker-entry.ts";
import type { IndexManifest } from "../index/compiled/format/manifest.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { loadLanguage } from "../text/languages/index.ts";
import type { BuiltService } from "../worker/built-service.ts";
import { createEngine } from "../worker/engines/compiled/engine.ts";
import type { Service } from "../worker/platform.ts";
import type { OpenAgents } from "../worker/routes/mcp.ts";
import { folderAssets } from "./folder-assets.ts";

/** Cloudflare's types omit the constructor, since a Worker cannot compile modules; Node can. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/**
 * Opens what a build has written to a folder, to be served or mounted.
 *
 * @param output the folder, `dist` unless told otherwise
 * @throws IndexUnavailableError when there is no build, or one that takes its articles from D1, which only the edge has
 */
export async function openService(output = "dist"): Promise<Service> {
  const built = readBuilt(output);
  if (built === undefined) {
    throw new IndexUnavailableError(`${output} holds no build: run footnote build, or name its folder`);
  }
  if (built.engine !== "compiled") {
    throw new IndexUnavailableError(
      `${output} takes its articles from D1, which Node has not: set engine: compiled in corpus.yaml, and build again`,
    );
  }
  const settings = built.settings as IndexManifest;
  const kernel = new Module(readFileSync(join(output, "kernel.wasm")));
  const languages = await Promise.all(settings.languages.map(loadLanguage));
  const agents = pathToFileURL(resolve(output, "agents.js")).href;
  const service: BuiltService = {
    languages,
    base: built.base,
    assets: folderAssets(assetFolder(output)),
    openEngine: (platform) => createEngine({ languages, settings, kernel, platform }),
    agents: () => import(agents) as ReturnType<OpenAgents>,
  };
  return service;
}
