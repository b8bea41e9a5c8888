import type { Database } from "./database.ts";
import { fileParts } from "./statements.ts";

/** What the build passes to the Worker's side of the engine. */
export interface DatabaseSettings {
  /** Addresses of this deploy's styles and scripts, by the placeholders for them in stored pages. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** A file of the site that depends on the articles. */
export interface StoredFile {
  readonly hash: string;
  readonly content: string;
}

/**
 * Reads a file of the published generation; undefined when there is none at this path.
 *
 * @param known an earlier result, returned again when it is still current
 */
export async function readFile<Known extends StoredFile>(
  database: Database,
  path: string,
  known?: Known,
): Promise<StoredFile | Known | undefined> {
  const [parts] = await database.run([fileParts(path, known?.hash ?? "")]);
  const [first] = parts;
  if (first === undefined) return undefined;
  if (first.hash === known?.hash) return known;
  return { hash: first.hash, content: parts.map(({ content }) => content).join("") };
}
