import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type AnswererModule,
  headName,
  type LoadScript,
  type PublishedHead,
  type StaticAnswerer,
} from "../../src/static/published.ts";

/** The head of a static build in a folder. */
export const readHead = (folder: string): PublishedHead =>
  JSON.parse(readFileSync(join(folder, headName), "utf8"));

/** Opens a static build in Node: its scripts from the folder, its other files over HTTP from where it is hosted. */
export async function openStatic(
  folder: string,
  url: string,
  head = readHead(folder),
): Promise<StaticAnswerer> {
  const load: LoadScript = ({ file }) => import(pathToFileURL(resolve(folder, file)).href);
  const module = (await load(head.answerer)) as AnswererModule;
  return module.openAnswerer(url, head, load);
}
