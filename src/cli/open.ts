import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { CompiledStore } from "../index/compiled.ts";
import { checkManifest } from "../index/manifest.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { LanguageSet } from "../text/language-set.ts";
import { loadLanguage } from "../text/languages/index.ts";
import { readManifest } from "./manifest.ts";
import { assetFolder } from "./output.ts";

async function readAsset(name: string): Promise<Uint8Array> {
  const path = join(assetFolder, name);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new IndexUnavailableError(`${path} cannot be read: run npm run build`, { cause });
  }
}

/**
 * An answerer over the last good build.
 * @throws IndexUnavailableError when there is none.
 */
export async function openBuilt(): Promise<Answerer> {
  const manifest = readManifest();
  if (manifest === undefined) throw new IndexUnavailableError("nothing was built yet: run npm run build");
  checkManifest(manifest);
  const languages = new LanguageSet(await Promise.all(manifest.languages.map(loadLanguage)));
  return createAnswerer(new CompiledStore(manifest, readAsset), languages);
}
