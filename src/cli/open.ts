import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { openIndex } from "../index/file.ts";
import { checkManifest } from "../index/manifest.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { LanguageSet } from "../text/language-set.ts";
import { loadLanguage } from "../text/languages/index.ts";
import { readManifest } from "./manifest.ts";
import { assetFolder } from "./output.ts";

/**
 * An answerer over the last good build.
 * @throws IndexUnavailableError when there is none.
 */
export async function openBuilt(): Promise<Answerer> {
  const manifest = readManifest();
  if (manifest === undefined) throw new IndexUnavailableError("nothing was built yet: run npm run build");
  checkManifest(manifest);
  const languages = new LanguageSet(await Promise.all(manifest.languages.map(loadLanguage)));
  const bytes = readFileSync(join(assetFolder, manifest.file));
  return createAnswerer(openIndex(bytes, manifest, languages), languages);
}
