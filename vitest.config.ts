import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { testConfiguration, testOutput } from "./tests/setup/output.ts";

/** Builds the articles of the tests, for those that run what a build makes. */
const built = "tests/setup/build-fixture.ts";

/** Compiles the kernel that an index is asked by, for those that index in memory. */
const kernel = "tests/setup/compile-kernel.ts";

/** Tests that run whole builds, compilers, commands, wrangler and into time limits, which take long. */
const wholeBuilds = [
  "tests/cli/**/*.test.ts",
  "tests/build/doctor/configuration.test.ts",
  "tests/build/engines/d1/find-database.test.ts",
  "tests/build/{alone,build,time-limit,worker-bundle}.test.ts",
  "tests/build/engines/kernel.test.ts",
];

/** Tests that stand in for modules, so that no other may have loaded them, or load what Node alone does not: JSON as a module. */
const standIns = ["tests/build/read-corpus.test.ts", "tests/site/server-card.test.ts"];

// What one process has compiled of Footnote, of wrangler and of vitest serves all that are started after it.
process.env["NODE_COMPILE_CACHE"] ??= resolve(testOutput, "..", "compiled");

/** Tests that try many generated cases, such as the engines against plain MiniSearch: half the time of those that need Node alone. */
const manyCases = ["tests/index/**/*.test.ts", "tests/**/*.property.test.ts"];

/** One more than there are cores: by itself Vitest leaves one free, and tests of the Worker, of servers and in the browser mostly wait. */
const onAllCores = { maxWorkers: availableParallelism() + 1 } as const;
/** Tests share what one has loaded: to isolate each file takes twice the processor time. */
const shared = { ...onAllCores, isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } as const;

/** Node loads the modules by itself: Vite's way takes a fifth more of the processor. */
const byNode = { ...shared, experimental: { viteModuleRunner: false, nodeLoader: false } } as const;

export default defineConfig({
  test: {
    reporters: ["default", "./tests/closing-line.ts"],
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [
            "tests/worker/**",
            "tests/browser/**",
            "tests/package/**",
            "tests/sites/**",
            ...wholeBuilds,
            ...standIns,
            ...manyCases,
          ],
          globalSetup: kernel,
          ...byNode,
        },
      },
      {
        test: {
          name: "properties",
          include: manyCases,
          globalSetup: kernel,
          ...byNode,
        },
      },
      {
        test: {
          name: "commands",
          include: wholeBuilds,
          globalSetup: built,
          ...byNode,
          // Each runs several programs, which take many times as long where others keep the machine busy.
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: "stand-ins",
          include: standIns,
          ...onAllCores,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "package",
          include: ["tests/package/**/*.test.ts"],
          ...onAllCores,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: testConfiguration },
            miniflare: {
              d1Databases: ["INSIGHTS", "CORPUS"],
              bindings: {
                INSIGHTS_MIGRATIONS: await readD1Migrations("migrations/insights"),
                CORPUS_MIGRATIONS: await readD1Migrations("migrations/corpus"),
              },
            },
          })),
        ],
        resolve: {
          alias: {
            "footnote:fixture": resolve(testOutput, "engine.ts"),
            "footnote:agents": resolve(testOutput, "agents.js"),
          },
        },
        test: {
          name: "workerd",
          include: ["tests/worker/**/*.test.ts"],
          globalSetup: built,
          ...onAllCores,
          testTimeout: 60_000,
          // One isolate for all files, as a Worker serves many requests from one.
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: [built, "tests/setup/build-kinds.ts", "tests/browser/setup/global-setup.ts"],
          ...shared,
        },
      },
    ],
  },
});
