import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./files-below.ts";

/** What a declaration names of its neighbours: by `from`, by `import()`, and by a bare `import`. */
const named = /(?:from |import\(|import )"(\.{1,2}\/[^"]+)\.js"/g;

/**
 * Deletes declarations that nobody who types against a package can reach: a compiler writes one for each module that it reads.
 *
 * @param folder of what was compiled
 * @param entries the declarations that the package exports
 */
export function pruneDeclarations(folder: string, entries: readonly string[]): void {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const beside = dirname(path);
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(named))
      waiting.push(join(beside, `${name}.d.ts`));
  }
  for (const path of filesBelow(folder)) if (path.endsWith(".d.ts") && !reached.has(path)) rmSync(path);
}
