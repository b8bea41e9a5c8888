import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { testOutput } from "../setup/output.ts";

/** Bytes that a new isolate may have to run before its first answer, gzip. */
const startBudget = 88_900;
/** Bytes of the whole Worker, gzip. The free plan takes 3 MB. */
const budget = 181_400;

/** Bundles the Worker with what it imports later in files of their own. */
async function bundleWorker() {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(testOutput, "worker.ts")],
    outdir: "bundle",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    loader: { ".wasm": "copy" },
  });
  const bytes = (path: string): number =>
    gzipSync(outputFiles.find((file) => file.path.endsWith(path))?.contents ?? "").length;
  const start = new Set<string>();
  const follow = (path: string): void => {
    if (start.has(path)) return;
    start.add(path);
    for (const { path: imported, kind, external } of metafile.outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && external !== true) follow(imported);
    }
  };
  follow("bundle/worker.js");
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + bytes(path), 0);
  return {
    startBytes: sum([...start]),
    bytes: sum(Object.keys(metafile.outputs)),
    inputs: Object.keys(metafile.inputs),
    startInputs: [...start].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {})),
  };
}

test("the Worker stays within its budgets, and runs code for agents, records and Access when it is needed", async () => {
  const { startBytes, bytes, inputs, startInputs } = await bundleWorker();
  expect(startInputs).toContain("src/worker/app.ts");
  expect(
    startInputs.filter((path) =>
      /zod|jose|modelcontextprotocol|access\.ts|agents\.js|report\.ts|insert-questions|answer-id|lexicons\/\w\w\.ts/.test(
        path,
      ),
    ),
  ).toEqual([]);
  expect(inputs.filter((path) => /\/lexicons\/\w\w\.ts$/.test(path))).toEqual([]);
  expect(startBytes).toBeGreaterThan(10_000);
  expect(startBytes).toBeLessThanOrEqual(startBudget);
  expect(bytes).toBeGreaterThan(startBytes);
  expect(bytes).toBeLessThanOrEqual(budget);
});
