import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { modulesBehind, modulesOf, type Stage } from "../../src/build/code-hash.ts";

/** What a bundler finds that some modules run. */
function bundled(entryPoints: string[]): string[] {
  const { metafile } = buildSync({
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outdir: "none",
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs).map((path) => resolve(path));
}

const entries: Record<Stage, string[]> = {
  parse: ["src/build/parse-file.ts"],
  analyse: ["src/build/index-article.ts", "src/build/analysis-record.ts", "src/text/languages/index.ts"],
};

describe.each(Object.keys(entries) as Stage[])("the code of the stage %s", (stage) => {
  test("is all that its modules import", () => {
    const found = modulesOf(stage);
    expect(bundled(entries[stage]).filter((path) => !found.includes(path))).toEqual([]);
  });

  test("is not that of answering, of engines or of commands, but for labels that stand above an article", () => {
    const others = modulesOf(stage).filter((path) =>
      /\/src\/(?:answer|worker|cli|widget\/(?!labels\/)|evaluation|index\/(?:compiled|d1)|build\/engines)\//.test(
        path,
      ),
    );
    expect(others).toEqual([]);
  });
});

test("modules are found through imports and exports of all kinds, and not through types", () => {
  const folder = mkdtempSync(join(tmpdir(), "footnote-modules-"));
  const write = (name: string, code: string): void => writeFileSync(join(folder, name), code);
  write(
    "entry.ts",
    `import a from "./a.ts";
import {
  b,
  type B,
} from "./b.ts";
import "./c.ts";
import type { T } from "./type.ts";
import type {
  U,
} from "./type.ts";
export { d } from "./d.ts";
export * from "./e.ts";
export const f = () => import("./f.ts");
import { readFileSync } from "node:fs";
`,
  );
  for (const name of "abcdef") write(`${name}.ts`, 'import "./entry.ts";');
  expect(modulesBehind([join(folder, "entry.ts")])).toEqual(
    ["a", "b", "c", "d", "e", "entry", "f"].map((name) => join(folder, `${name}.ts`)),
  );
  rmSync(folder, { recursive: true });
});
