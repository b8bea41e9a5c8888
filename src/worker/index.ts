import { languages, manifest } from "../../dist/built.ts";
import { type Answerer, createAnswerer } from "../answer/answer.ts";
import { openIndex } from "../index/file.ts";
import { checkManifest } from "../index/manifest.ts";
import { LanguageSet } from "../text/language-set.ts";
import { createApp } from "./app.ts";
import { readAsset } from "./assets.ts";
import type { Env } from "./env.ts";

let opening: Promise<Answerer> | undefined;

async function open(env: Env): Promise<Answerer> {
  checkManifest(manifest);
  const set = new LanguageSet(languages);
  return createAnswerer(openIndex(await readAsset(env.ASSETS, manifest.file), manifest, set), set);
}

/** One index for the life of an isolate; a failed attempt is tried again by the next request. */
function answerer(env: Env): Promise<Answerer> {
  opening ??= open(env).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

export default createApp(answerer);
