import { join } from "node:path";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { prepareOwnFolder } from "../build/output.ts";
import { buildStatic } from "../build/static/build-static.ts";

/** What every plugin takes. */
export interface PluginOptions {
  /** What the field says while it is empty; by the language of the page unless told otherwise. */
  readonly placeholder?: string;
  /** Whether to write a service worker, with which visited pages answer offline. */
  readonly offline?: boolean;
  /** Whether warnings of pages fail the build. */
  readonly strict?: boolean;
}

/** Name of the folder of the files in a site. */
export const folderName = "footnote";

/**
 * Builds the files that answer into a site that a generator has built.
 * @throws Error when its pages have errors, which were told before
 */
export async function buildBeside(
  site: string,
  { offline = false, strict = false }: PluginOptions,
): Promise<void> {
  prepareOwnFolder();
  const cache = new BuildCache(cachePath);
  try {
    const output = join(site, folderName);
    if (!(await buildStatic({ corpus: site, output, site, offline, cache, report: { strict } }))) {
      throw new Error(`Footnote could not build the answers of ${site}; the lines above say why.`);
    }
  } finally {
    cache.close();
  }
}

/** Attributes of the element for a site that is served below a base path with slashes at both ends. */
export const elementAttributes = (base: string, { placeholder }: PluginOptions): Record<string, string> => ({
  src: `${base}${folderName}/`,
  mode: "dialog",
  ...(placeholder !== undefined && { placeholder }),
});
