import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findWrangler } from "../wrangler.ts";
import { type Finding, finder } from "./finding.ts";

/** Versions that package.json asks for. */
interface Wanted {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: { readonly wrangler: string };
}

const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** Whether a version is at least that of a range such as `>=22.18` or `^4.100.0`. */
export function isAtLeast(version: string, range: string): boolean {
  const [is, least] = [numbers(version), numbers(range)];
  for (const [index, wanted] of least.entries()) {
    const part = is[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** Whether a version is in a range of a major version: `^4.100.0`. */
const isCompatible = (version: string, range: string): boolean =>
  isAtLeast(version, range) && numbers(version)[0] === numbers(range)[0];

/** Looks at the versions of Node, Footnote and wrangler. */
export function checkInstallation(): Finding[] {
  const path = join(import.meta.dirname, "..", "..", "..", "package.json");
  const wanted = JSON.parse(readFileSync(path, "utf8")) as Wanted;
  const node = finder("Node");
  const { node: nodeVersion } = process.versions;
  const wrangler = finder("wrangler");
  const installed = findWrangler();
  const range = wanted.peerDependencies.wrangler;
  return [
    finder("Footnote")("fine", `version ${wanted.version}`),
    isAtLeast(nodeVersion, wanted.engines.node)
      ? node("fine", `version ${nodeVersion}`)
      : node("fault", `version ${nodeVersion}, and ${wanted.engines.node} is needed: install a newer one`),
    installed === undefined
      ? wrangler("note", "not installed; deploying needs it: npm install --save-dev wrangler")
      : isCompatible(installed.version, range)
        ? wrangler("fine", `version ${installed.version}`)
        : wrangler(
            "fault",
            `version ${installed.version}, and ${range} is needed: npm install --save-dev wrangler@${range}`,
          ),
  ];
}
