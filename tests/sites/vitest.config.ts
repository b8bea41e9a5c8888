import { defineConfig } from "vitest/config";

/** Apart from the other tests: it installs a generator for each site. */
export default defineConfig({
  test: { name: "sites", include: ["tests/sites/*.test.ts"], testTimeout: 120_000, hookTimeout: 600_000 },
});
