import { execFile } from "node:child_process";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderName, type PluginOptions } from "./element.ts";

/** The command line, beside this module in a checkout and in a package. */
const command = fileURLToPath(new URL(`../cli/footnote${extname(import.meta.url)}`, import.meta.url).href);

/**
 * Builds the files that answer into a site that a generator has built. In a process of its own: generators load plugins in
 * ways of their own, which not every module of Node bears.
 *
 * @throws Error when its pages have errors, which were told before
 */
export function buildBeside(site: string, { offline = false, strict = false }: PluginOptions): Promise<void> {
  const options = [...(offline ? ["--offline"] : []), ...(strict ? ["--strict"] : [])];
  const parameters = [
    command,
    "build",
    "--static",
    "--site",
    site,
    "--out",
    join(site, folderName),
    ...options,
  ];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, parameters, (error) => {
      if (error === null) resolve();
      else reject(new Error(`Footnote could not build the answers of ${site}; the lines above say why.`));
    });
    child.stderr?.pipe(process.stderr);
  });
}
