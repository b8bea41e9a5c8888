/** A rule of a `_headers` file: what it sets and unsets for the paths that it holds for. */
interface HeaderRule {
  readonly path: string;
  readonly set: readonly (readonly [name: string, value: string])[];
  readonly unset: readonly string[];
}

/**
 * Reads a `_headers` file (https://developers.cloudflare.com/workers/static-assets/headers/), as the build writes it: paths
 * that may end in a star.
 */
export function readHeaderRules(text: string): readonly HeaderRule[] {
  return text
    .split(/^(?=\S)/m)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [path = "", ...lines] = part.trim().split(/\n\s*/);
      const unset = lines.flatMap((line) => /^! (.+)$/.exec(line)?.[1] ?? []);
      const set = lines.flatMap((line) => {
        const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      });
      return { path, set, unset };
    });
}

/** Applies the rules that hold for a path, in their order. */
export function applyHeaderRules(rules: readonly HeaderRule[], path: string, headers: Headers): void {
  for (const rule of rules) {
    const holds = rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (!holds) continue;
    for (const name of rule.unset) headers.delete(name);
    for (const [name, value] of rule.set) headers.set(name, value);
  }
}
