import { type Answerer, createAnswerer } from "../../../answer/answer.ts";
import { checkManifest, type IndexManifest } from "../../../index/compiled/format/manifest.ts";
import { startKernel } from "../../../index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import type { OpenAnswerer } from "../../env.ts";
import { readAsset } from "../assets.ts";
import { type Engine, type EngineParts, staticEngine } from "../engine.ts";
import { withLexicons } from "../lexicons.ts";

interface CompiledParts extends EngineParts<IndexManifest> {
  readonly kernel: WebAssembly.Module;
}

/** Serves the index that was built with this Worker: opened once, with what it then keeps in memory. */
export function createEngine(parts: CompiledParts): Engine {
  const { languages, lexicons = {}, settings: manifest, kernel, platform } = parts;
  let opened: Answerer | undefined;
  const open: OpenAnswerer = async ({ env }) => {
    if (opened === undefined) {
      checkManifest(manifest);
      const store = new CompiledStore(
        manifest,
        (name) => readAsset(env, name, platform),
        startKernel(kernel),
      );
      opened = createAnswerer(store, withLexicons(languages, lexicons, env, platform));
    }
    return opened;
  };
  return staticEngine(open, platform);
}
