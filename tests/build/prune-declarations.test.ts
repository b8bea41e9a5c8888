import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/build/files-below.ts";
import { pruneDeclarations } from "../../src/build/prune-declarations.ts";

test("declarations that no export leads to are deleted, and nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "footnote-declarations-"));
  try {
    const files = {
      "entry.d.ts":
        'import type { B } from "./by-from.js";\nexport * from "./all.js";\nimport "./bare.js";\n',
      "by-from.d.ts": 'export declare const b: import("./by-import.js").C;\nexport type B = string;\n',
      "by-import.d.ts": 'import type { B } from "./by-from.js";\nexport type C = B;\n',
      "all.d.ts": "export type A = 1;\n",
      "bare.d.ts": "declare global {}\nexport {};\n",
      "alone.d.ts": 'export type D = import("./all.js").A;\n',
      "alone.js": "export {};\n",
    };
    for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
    pruneDeclarations(folder, [join(folder, "entry.d.ts")]);
    const kept = Object.keys(files).filter((path) => path !== "alone.d.ts");
    expect(filesBelow(folder)).toEqual(kept.sort().map((path) => join(folder, path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
