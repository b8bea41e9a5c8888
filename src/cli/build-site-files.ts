import type { ReportOptions } from "../build/log.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";

/** Where the files go, and what they are published with. */
interface SiteFilesOptions {
  readonly output: string;
  readonly site: string | undefined;
  readonly offline: boolean;
  readonly report: ReportOptions;
}

/**
 * Builds the files that answer without a server, with the cache of the current folder.
 * @throws CommandError when they cannot be published; what is wrong was told before
 */
export async function buildSiteFiles(
  corpus: string,
  { output, site, offline, report }: SiteFilesOptions,
): Promise<void> {
  const { buildStatic } = await import("../build/static/build-static.ts");
  const { BuildCache, cachePath } = await import("../build/build-cache.ts");
  const { prepareOwnFolder } = await import("../build/output.ts");
  prepareOwnFolder();
  const cache = new BuildCache(cachePath);
  try {
    if (await buildStatic({ corpus, output, cache, report, ...(site !== undefined && { site, offline }) }))
      return;
  } finally {
    cache.close();
  }
  throw new CommandError(`${corpus} was not built.`, exitCodes.faults);
}
