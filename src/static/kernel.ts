import {
  type Kernel,
  type ScriptKernel,
  startKernel,
  startScriptKernel,
} from "../index/compiled/read/kernel.ts";
import { inflate } from "../shared/deflate.ts";
import type { LoadScript, PublishedHead } from "./published.ts";

/** Cloudflare's types omit this function, since a Worker cannot compile modules; a browser can. */
const { compile } = WebAssembly as unknown as { compile(bytes: Uint8Array): Promise<WebAssembly.Module> };

/** A kernel of its own for a store: in WebAssembly, or as a script where the page's policy forbids that. */
export async function openKernel({ kernel, scriptKernel }: PublishedHead, load: LoadScript): Promise<Kernel> {
  const packed = Uint8Array.from(atob(kernel), (character) => character.charCodeAt(0));
  const module = await inflate(packed)
    .then(compile)
    .catch(() => undefined);
  if (module !== undefined) return startKernel(module);
  return startScriptKernel((await load(scriptKernel)) as ScriptKernel);
}
