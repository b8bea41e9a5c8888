import { languages, manifest } from "../../dist/built.ts";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { CompiledStore } from "../index/compiled.ts";
import { checkManifest } from "../index/manifest.ts";
import { LanguageSet } from "../text/language-set.ts";
import { createApp } from "./app.ts";
import { readAsset } from "./assets.ts";
import type { Env } from "./env.ts";

let opened: Answerer | undefined;

/** One answerer for the life of an isolate, with what it keeps in memory. */
async function open(env: Env): Promise<Answerer> {
  if (opened === undefined) {
    checkManifest(manifest);
    const store = new CompiledStore(manifest, (name) => readAsset(env.ASSETS, name));
    opened = createAnswerer(store, new LanguageSet(languages));
  }
  return opened;
}

export default createApp(open);
