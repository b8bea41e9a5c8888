import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./tests/closing-line.ts"],
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/worker/**", "tests/browser/**"],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              d1Databases: ["INSIGHTS", "CORPUS"],
              bindings: {
                INSIGHTS_MIGRATIONS: await readD1Migrations("migrations/insights"),
                CORPUS_MIGRATIONS: await readD1Migrations("migrations/corpus"),
              },
            },
          })),
        ],
        test: {
          name: "workerd",
          include: ["tests/worker/**/*.test.ts"],
          testTimeout: 60_000,
          // One isolate for all files, as a Worker serves many requests from one.
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/browser/setup/global-setup.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
