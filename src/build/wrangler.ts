import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Thrown when wrangler is needed and not installed. The message says how to install it. */
export class MissingWranglerError extends Error {
  override name = "MissingWranglerError";

  constructor(purpose: string) {
    super(`${purpose} needs wrangler, which is not installed here: npm install --save-dev wrangler`);
  }
}

/** Names of wrangler's configuration, in the order in which it looks for them. */
const configurationNames = ["wrangler.json", "wrangler.jsonc", "wrangler.toml"];

/** The configuration of wrangler in a folder, or undefined. */
export const configurationFile = (folder = "."): string | undefined =>
  configurationNames.map((name) => join(folder, name)).find((path) => existsSync(path));

/** An installed wrangler. */
export interface Wrangler {
  /** Its command, to be run by Node. */
  readonly command: string;
  readonly version: string;
  /** Its package's folder. */
  readonly folder: string;
}

/**
 * The wrangler of the user's project, else the one that this package sees; undefined when there is none.
 * @param project folder of the user
 */
export function findWrangler(project = process.cwd()): Wrangler | undefined {
  for (const from of [join(resolve(project), "package.json"), import.meta.filename]) {
    try {
      const path = createRequire(from).resolve("wrangler/package.json");
      const { version, bin } = JSON.parse(readFileSync(path, "utf8")) as {
        version: string;
        bin: Readonly<Record<string, string>>;
      };
      const folder = dirname(path);
      return { command: join(folder, bin["wrangler"] ?? "bin/wrangler.js"), version, folder };
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/**
 * Wrangler as a library. It takes longer to import than a question takes to be answered: it is imported where it is needed.
 *
 * @param purpose what needs it, as the start of a sentence
 * @throws MissingWranglerError when it is not installed
 */
export async function loadWrangler(purpose: string): Promise<typeof import("wrangler")> {
  const wrangler = findWrangler();
  if (wrangler === undefined) throw new MissingWranglerError(purpose);
  const entry = createRequire(join(wrangler.folder, "package.json")).resolve("wrangler");
  return import(pathToFileURL(entry).href) as Promise<typeof import("wrangler")>;
}
