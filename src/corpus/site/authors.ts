import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { nameOf } from "../front-matter/values.ts";

/** Where blogs of Docusaurus, Jekyll, Hugo and others keep who their authors are. */
const folders = ["", "blog", "_data", "data", "../_data", "../data", "..", "../blog", "content/blog"];
const names = ["authors.yml", "authors.yaml", "authors.json", ".authors.yml"];

/** Largest file that is looked at, in bytes. */
const largest = 200_000;

/** Names of authors by the keys that articles name them by. */
export type AuthorNames = Readonly<Record<string, string>>;

/** The authors that a site declares in a file of its own; none when it has no such file. */
export function authorNames(directory: string): AuthorNames {
  for (const folder of folders) {
    for (const name of names) {
      const file = join(resolve(directory), folder, name);
      if (!existsSync(file) || statSync(file).size > largest) continue;
      try {
        const declared: unknown = parseDocument(readFileSync(file, "utf8"), { logLevel: "silent" }).toJS({
          maxAliasCount: 100,
        });
        const found = namesIn(declared);
        if (Object.keys(found).length > 0) return found;
      } catch {
        // What cannot be read declares nobody.
      }
    }
  }
  return {};
}

/** Names by their keys in an object of authors, which may be the only one in another; of one that has no name, its key is as good. */
function namesIn(declared: unknown): AuthorNames {
  if (typeof declared !== "object" || declared === null || Array.isArray(declared)) return {};
  if ("authors" in declared && Object.keys(declared).length === 1) return namesIn(declared.authors);
  return Object.fromEntries(
    Object.entries(declared).flatMap(([key, value]): [string, string][] => {
      const name = typeof value === "object" ? nameOf(value) : undefined;
      return name === undefined ? [] : [[key, name]];
    }),
  );
}
