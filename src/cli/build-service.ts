import type { BuildOptions } from "./command.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";

/**
 * Builds the service of a folder of articles, with the cache of the current folder.
 * @throws CommandError when it cannot be published; what is wrong was told before
 */
export async function buildService(
  corpus: string,
  { out, base = "", ...report }: BuildOptions & { readonly base?: string },
): Promise<void> {
  const { build } = await import("../build/build.ts");
  const { BuildCache, cachePath } = await import("../build/build-cache.ts");
  const { prepareOwnFolder } = await import("../build/output.ts");
  prepareOwnFolder();
  const cache = new BuildCache(cachePath);
  try {
    const isServed = process.env["WRANGLER_COMMAND"] === "dev";
    if (await build({ corpus, output: out, base, cache, report, isServed })) return;
  } finally {
    cache.close();
  }
  throw new CommandError(`${corpus} was not built.`, exitCodes.faults);
}
