import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { engines } from "../../../src/build/engines/index.ts";
import { readBuilt, writeWorkerEntry } from "../../../src/build/worker-entry.ts";
import { engineNames } from "../../../src/corpus/names.ts";

const output = mkdtempSync(join(tmpdir(), "footnote-engines-"));
afterAll(() => rmSync(output, { recursive: true }));

test.each(engineNames)("the engine %s has a side in the Worker that an entry can import", async (name) => {
  expect(engines[name].name).toBe(name);
  writeWorkerEntry(output, name, { languages: ["en"], settings: { some: "thing" } }, "/help");
  const bundled = await build({
    entryPoints: [join(output, "worker.ts")],
    bundle: true,
    write: false,
    format: "esm",
    external: ["cloudflare:*", "./agents.js"],
    logLevel: "silent",
  });
  expect(bundled.outputFiles[0]?.text).toContain('{ "some": "thing" }');
  expect(readBuilt(output)).toEqual({ engine: name, settings: { some: "thing" }, base: "/help" });
});

test("a build of an engine that is no more counts as none", () => {
  writeWorkerEntry(output, "gone" as "d1", { languages: ["en"], settings: {} }, "");
  expect(readBuilt(output)).toBeUndefined();
});
