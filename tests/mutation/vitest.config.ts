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
    include: [
      process.env["MUTATED"] === "answer" ? "tests/answer/**/*.test.ts" : "tests/worker/**/*.test.ts",
    ],
    // They try many cases, or what only workerd has; the rest covers the same lines.
    exclude: ["tests/worker/{fuzz,terms}.test.ts", "tests/worker/d1/store.test.ts"],
    globalSetup: "tests/setup/build-fixture.ts",
    setupFiles: "tests/mutation/setup.ts",
    isolate: false,
    testTimeout: 20_000,
  },
});
