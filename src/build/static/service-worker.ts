import { join, relative } from "node:path";
import { headName } from "../../static/published.ts";
import { bundleServiceWorker } from "../bundle.ts";
import { writeAtomically } from "../output.ts";

/** Name of the service worker. It stands beside the pages: a service worker serves those below its own folder. */
const workerName = "footnote-worker.js";

/** Whether a file's content changes under the same name. */
const isChanging = (path: string): boolean =>
  path === headName || path === "widget.js" || path.startsWith("labels/");

const pathFrom = (from: string, to: string): string => relative(from, to).replaceAll("\\", "/");

/** Path of a site's service worker relative to the folder of the build. */
export const workerPath = (site: string, output: string): string => pathFrom(output, join(site, workerName));

/**
 * Writes a site's service worker.
 * @param paths of all files of the build below its folder, with a query where a name alone does not tell the content
 */
export async function writeServiceWorker(
  site: string,
  output: string,
  paths: readonly string[],
): Promise<void> {
  const files = paths.filter((path) => !isChanging(path));
  const settings = `const footnoteFolder=${JSON.stringify(`${pathFrom(site, output)}/`)},footnoteFiles=${JSON.stringify(files)};\n`;
  const script = await bundleServiceWorker();
  writeAtomically(join(site, workerName), settings + Buffer.from(script).toString());
}
