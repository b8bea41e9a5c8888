import { join } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";

/** The date of the platform's behaviour that the Worker is made for. */
export const compatibilityDate =
  readRawConfig({ config: join(import.meta.dirname, "..", "wrangler.toml") }).rawConfig.compatibility_date ??
  "";

/** Megabytes that an isolate has on the platform (https://developers.cloudflare.com/workers/platform/limits/). */
export const isolateMegabytes = 128;

/**
 * The configuration of a bare workerd that serves `index.js` of its own folder, and what that imports, on loopback
 * (https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp).
 *
 * @param assets folder of the static assets
 * @param compiled names of the WebAssembly modules in that folder
 * @param v8Flags flags of the engine, without a comma
 */
export function workerdConfiguration(
  assets: string,
  port: number,
  compiled: readonly string[],
  v8Flags: readonly string[] = [],
): string {
  const modules = [
    `(name = "index.js", esModule = embed "index.js")`,
    ...compiled.map(
      (name) => `(name = ${JSON.stringify(`./${name}`)}, wasm = embed ${JSON.stringify(name)})`,
    ),
  ];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "assets", disk = (path = ${JSON.stringify(assets)})),
    (name = "main", worker = (
      modules = [${modules.join(", ")}],
      compatibilityDate = ${JSON.stringify(compatibilityDate)},
      bindings = [(name = "ASSETS", service = "assets")])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
  v8Flags = ${JSON.stringify(v8Flags)},
);
`;
}
