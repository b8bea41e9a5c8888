import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createAnswerer } from "../../../answer/answer.ts";
import { indexFiles } from "../../../index/compiled/format/index-format.ts";
import { checkManifest, type IndexManifest, indexFormat } from "../../../index/compiled/format/manifest.ts";
import { startKernel } from "../../../index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import { typed } from "../../invocation.ts";
import { loadLanguages } from "../../languages.ts";
import { assetFolder } from "../../output.ts";
import type { NodeEngine } from "../engine.ts";
import { loadKernel } from "./kernel.ts";

/** Reads the assets of a build in a folder. */
const assetsOf =
  (output: string) =>
  async (name: string): Promise<Uint8Array> => {
    const path = join(assetFolder(output), name);
    try {
      return await readFile(path);
    } catch (cause) {
      throw new IndexUnavailableError(`${path} cannot be read: ${typed("build")}`, { cause });
    }
  };

/** Answers from an index that is compiled into static files: its settings are the manifest of the index. */
export const compiled: NodeEngine = {
  name: "compiled",
  // A question needs nothing of what a build is made by, which takes longer to load than to answer.
  build: async (source) => (await import("./write-service.ts")).writeService(source),
  indexFiles(settings) {
    const { format, root } = settings as IndexManifest;
    return format === indexFormat ? indexFiles(root) : [];
  },
  async open(settings, { output }) {
    const manifest = settings as IndexManifest;
    checkManifest(manifest);
    const languages = await loadLanguages(manifest.languages);
    const store = new CompiledStore(manifest, assetsOf(output), startKernel(loadKernel()));
    return { answerer: createAnswerer(store, languages), languages, close: async () => {} };
  },
  openInMemory: async (collection, articles) =>
    (await import("./compile-corpus.ts")).compileInMemory(collection, articles),
};
