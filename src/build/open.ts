import { IndexUnavailableError } from "../index/store.ts";
import type { OpenedAnswerer } from "./engines/engine.ts";
import { engines } from "./engines/index.ts";
import { typed } from "./invocation.ts";
import { readBuilt } from "./worker-entry.ts";

/**
 * An answerer over the last good build in a folder, or over the local database when its engine keeps articles in one.
 * @param config path of the configuration that binds that database
 * @throws IndexUnavailableError when there is none.
 * @throws Error that `explainEngineError` knows when the database cannot be read.
 */
export async function openBuilt(output: string, config = "wrangler.toml"): Promise<OpenedAnswerer> {
  const built = readBuilt(output);
  if (built === undefined)
    throw new IndexUnavailableError(`nothing is built in ${output} yet; build first: ${typed("build")}`);
  return engines[built.engine].open(built.settings, { output, config });
}
