import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { testOutput } from "../setup/output.ts";

/** Modules of WebAssembly, as workerd imports them. */
const webAssembly: Plugin = {
  name: "web-assembly",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(".wasm")) return undefined;
    const bytes = (await readFile(id)).toString("base64");
    return `export default new WebAssembly.Module(Buffer.from("${bytes}", "base64"));`;
  },
};

/** Tests that wait for time limits to pass, by the code that has them: all others would wait half a minute for each mutant that lives. */
const waiting: Readonly<Record<string, readonly string[]>> = {
  engines: ["tests/worker/faults.test.ts", "tests/worker/d1/service.test.ts"],
  middleware: ["tests/worker/shed-load.test.ts", "tests/worker/receive-body.test.ts"],
};

/** What is mutated: `answer`, or a folder of `src/worker` that has tests of its own above. */
const mutated = process.env["MUTATED"];

/** The tests of the Worker, and of what it answers with, in Node: what a mutation run tries each mutant against. */
export default defineConfig({
  plugins: [webAssembly],
  resolve: {
    alias: {
      "cloudflare:test": resolve("tests/mutation/cloudflare-test.ts"),
      "footnote:fixture": resolve(testOutput, "engine.ts"),
    },
  },
  test: {
    include: [mutated === "answer" ? "tests/answer/**/*.test.ts" : "tests/worker/**/*.test.ts"],
    exclude: [
      // They try many cases, or what only workerd has; the rest covers the same lines.
      "tests/worker/{fuzz,terms}.test.ts",
      "tests/worker/d1/store.test.ts",
      ...Object.entries(waiting).flatMap(([name, files]) => (name === mutated ? [] : files)),
    ],
    globalSetup: "tests/setup/build-fixture.ts",
    setupFiles: "tests/mutation/setup.ts",
    isolate: false,
    testTimeout: 20_000,
  },
});
