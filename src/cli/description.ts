import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeApi } from "../api/openapi.ts";
import { assetFolder, writeWhole } from "./output.ts";

const description = "openapi.json";

/** Writes the description of the API. @returns the names of the assets it wrote. */
export function writeDescription(): string[] {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  writeWhole(join(assetFolder, description), `${JSON.stringify(describeApi(version), undefined, 2)}\n`);
  return [description];
}
