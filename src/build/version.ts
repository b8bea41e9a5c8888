import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of this package, which is that of the API. */
export function serviceVersion(): string {
  const path = join(import.meta.dirname, "..", "..", "package.json");
  const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
  return version;
}
