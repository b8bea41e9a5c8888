import { join } from "node:path";
import { build } from "esbuild";

/** Bundles a Worker to measure against. Returns the path of its script. */
export async function bundleWorker(name: "hello" | "whole-index", folder: string): Promise<string> {
  const outfile = join(folder, `${name}.js`);
  const entry = join(import.meta.dirname, `${name}.ts`);
  await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", outfile });
  return outfile;
}
