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

/** Tests that stand in for modules, so that no other may have loaded them. */
const standIns = ["tests/build/read-corpus.test.ts"];

// What one process has compiled of Footnote, of wrangler and of vitest serves all that are started after it.
process.env["NODE_COMPILE_CACHE"] ??= resolve(testOutput, "..", "compiled");

/** Tests that try many generated cases, such as the engines against plain MiniSearch: half the time of those that need Node alone. */
const manyCases = ["tests/index/**/*.test.ts", "tests/**/*.property.test.ts"];

/** All cores work: by itself Vitest leaves one free, and of two that is half. What runs at the same time has to share this number. */
const onAllCores = { maxWorkers: "100%" } as const;
/** Tests share what one has loaded: to isolate each file takes twice the processor time. */
const shared = { ...onAllCores, isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } as const;

/** They run before the others, and browsers last, whose waits are the longest. */
const afterNode = { groupOrder: 1 } as const;
const last = { groupOrder: 2 } as const;

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
          ...shared,
        },
      },
      {
        test: {
          name: "properties",
          include: manyCases,
          globalSetup: kernel,
          ...shared,
        },
      },
      {
        test: {
          name: "commands",
          sequence: afterNode,
          include: wholeBuilds,
          globalSetup: built,
          ...shared,
          // Each runs several programs, which take many times as long where others keep the machine busy.
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: "stand-ins",
          sequence: afterNode,
          include: standIns,
          ...onAllCores,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "package",
          sequence: afterNode,
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
          sequence: afterNode,
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
          sequence: last,
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: [built, "tests/setup/build-kinds.ts", "tests/browser/setup/global-setup.ts"],
          ...shared,
          // All ask one service in one browser, which limits how often it is asked.
          maxWorkers: 2,
        },
      },
    ],
  },
});
