import { languages, manifest } from "../../dist/built.ts";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { CompiledStore } from "../index/compiled.ts";
import { checkManifest } from "../index/manifest.ts";
import { LanguageSet } from "../text/language-set.ts";
import { readAsset } from "./assets.ts";
import type { OpenAnswerer } from "./env.ts";

/** Opens the index that was built with this Worker: once, with what it then keeps in memory. */
export function openBuilt(): OpenAnswerer {
  let opened: Answerer | undefined;
  return async (env) => {
    if (opened === undefined) {
      checkManifest(manifest);
      const store = new CompiledStore(manifest, (name) => readAsset(env.ASSETS, name));
      opened = createAnswerer(store, new LanguageSet(languages));
    }
    return opened;
  };
}
