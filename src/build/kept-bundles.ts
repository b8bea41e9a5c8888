import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./files-below.ts";
import { nameHash } from "./name-hash.ts";
import { writeAtomically } from "./output.ts";

/** Changes with every file of the source and with the installed packages. @param source its folder, in a checkout */
function stateOf(source: string): string {
  const installed = join(source, "..", "node_modules", ".package-lock.json");
  const files = [...filesBelow(source), ...(existsSync(installed) ? [installed] : [])];
  const states = files.map((path) => {
    const { mtimeMs, size } = statSync(path);
    return `${path} ${mtimeMs} ${size}`;
  });
  return nameHash(new TextEncoder().encode(states.join("\n")));
}

/**
 * A bundle of a checkout, made once for each state of its source: each build asks for a dozen, and to make them takes a quarter of a
 * small build. Bundles of other states are removed.
 *
 * @param source folder of the source
 * @param name of the bundle, a path
 */
export async function keptBundle(
  source: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(source, "..", ".footnote", "bundles");
  const state = stateOf(source);
  const path = join(folder, state, name);
  if (existsSync(path)) return readFileSync(path);
  const made = await make();
  for (const other of existsSync(folder) ? readdirSync(folder) : []) {
    if (other !== state) rmSync(join(folder, other), { recursive: true, force: true });
  }
  // What changed while it was made belongs to no state.
  if (stateOf(source) === state) writeAtomically(path, made);
  return made;
}
