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

/**
 * The tests of each part of `src/worker`, by its folder; `.` is for what is in none. Each request runs most parts, so that a mutant that
 * lives would have to live through all tests, some of which wait for time limits.
 */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  ".": [
    "access",
    "articles",
    "ask",
    "batch",
    "built-files",
    "config",
    "d1/service",
    "deadline",
    "dev-worker",
    "errors",
    "headers",
    "insights",
    "mount",
    "platform",
    "rate-limit",
    "receive-body",
    "record",
    "shed-load",
    "suggest",
  ],
  agents: ["mcp", "mcp-messages", "mcp-words", "nlweb", "server-card"],
  engines: ["ask", "d1/service", "engines", "faults", "suggest"],
  http: [
    "articles",
    "ask",
    "errors",
    "etag",
    "headers",
    "insights",
    "log-request",
    "nlweb",
    "record",
    "request",
  ],
  insights: ["access", "insights", "record", "report"],
  middleware: [
    "batch",
    "deadline",
    "errors",
    "log-request",
    "rate-limit",
    "receive-body",
    "request",
    "shed-load",
  ],
  routes: [
    "articles",
    "ask",
    "ask-page",
    "batch",
    "built-files",
    "errors",
    "etag",
    "insights",
    "mcp",
    "mcp-messages",
    "mcp-words",
    "mount",
    "nlweb",
    "rate-limit",
    "record",
    "request",
    "server-card",
    "suggest",
  ],
};

/** What is mutated: `answer`, or a folder of `src/worker`; all of that without it. */
const mutated = process.env["MUTATED"];

/** The tests to try them against, by their paths below tests/, with a comma between: of one file not all need to run that could notice. */
const chosen = process.env["TESTS"];

function testsToRun(): string[] {
  if (chosen !== undefined) return chosen.split(",").map((path) => `tests/${path}.test.ts`);
  if (mutated === "answer") return ["tests/answer/**/*.test.ts"];
  if (mutated === undefined) return ["tests/worker/**/*.test.ts"];
  return (testsOf[mutated] ?? []).map((name) => `tests/worker/${name}.test.ts`);
}

/** The tests of the Worker, and of what it answers with, in Node: what a mutation run tries each mutant against. */
export default defineConfig({
  plugins: [webAssembly],
  resolve: {
    alias: {
      "cloudflare:test": resolve("tests/mutation/cloudflare-test.ts"),
      "footnote:fixture": resolve(testOutput, "engine.ts"),
      "footnote:agents": resolve(testOutput, "agents.js"),
    },
  },
  test: {
    include: testsToRun(),
    // They try many cases, or what only workerd has; the rest covers the same lines.
    exclude: ["tests/worker/{fuzz,terms}.test.ts", "tests/worker/d1/store.test.ts"],
    globalSetup: "tests/setup/build-fixture.ts",
    setupFiles: "tests/mutation/setup.ts",
    isolate: false,
    testTimeout: 20_000,
  },
});
