import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { checkManifest } from "../index/compiled/format/manifest.ts";
import { CompiledStore } from "../index/compiled/store.ts";
import { openPublished } from "../index/d1/store.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { LanguageSet } from "../text/language-set.ts";
import { loadLanguage } from "../text/languages/index.ts";
import { openLocalDatabase } from "./d1/local.ts";
import { loadKernel } from "./kernel.ts";
import { assetFolder } from "./output.ts";
import { readManifest } from "./worker-entry.ts";

/** Reads the assets of a build in a folder. */
const assetsOf =
  (output: string) =>
  async (name: string): Promise<Uint8Array> => {
    const path = join(assetFolder(output), name);
    try {
      return await readFile(path);
    } catch (cause) {
      throw new IndexUnavailableError(`${path} cannot be read: run npm run build`, { cause });
    }
  };

/** An answerer and how to close what it reads from. */
export interface OpenedAnswerer {
  readonly answerer: Answerer;
  /** The languages of its corpus. */
  readonly languages: LanguageSet;
  readonly close: () => Promise<void>;
}

/**
 * An answerer over the last good build in a folder, or over the local D1 database when the corpus is served from D1.
 * @param config path of the configuration that binds that database
 * @throws IndexUnavailableError when there is none.
 * @throws Error that `explainDatabaseError` knows when the database cannot be read.
 */
export async function openBuilt(output: string, config = "wrangler.toml"): Promise<OpenedAnswerer> {
  const manifest = readManifest(output);
  if (manifest === undefined) throw new IndexUnavailableError("nothing was built yet: run npm run build");
  if ("engine" in manifest) return openStored(config);
  checkManifest(manifest);
  const languages = new LanguageSet(await Promise.all(manifest.languages.map(loadLanguage)));
  const answerer = createAnswerer(new CompiledStore(manifest, assetsOf(output), loadKernel()), languages);
  return { answerer, languages, close: async () => {} };
}

async function openStored(config: string): Promise<OpenedAnswerer> {
  const { database, close } = await openLocalDatabase(config);
  try {
    const store = await openPublished(database);
    if (store === undefined) {
      throw new IndexUnavailableError("the database holds no corpus: run npm run ingest -- --local");
    }
    const languages = new LanguageSet(await Promise.all(store.info.languages.map(loadLanguage)));
    return { answerer: createAnswerer(store, languages), languages, close };
  } catch (error) {
    // An open database would keep the process alive.
    await close();
    throw error;
  }
}
