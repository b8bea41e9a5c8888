/// <reference types="@cloudflare/vitest-plugin/types" />

type Bindings = import("../../src/worker/env.ts").Env;

declare namespace Cloudflare {
  interface Env extends Bindings {
    readonly INSIGHTS: D1Database;
    readonly CORPUS: D1Database;
    readonly CORPUS_MIGRATIONS: import("@cloudflare/vitest-plugin").D1Migration[];
    readonly INSIGHTS_MIGRATIONS: import("@cloudflare/vitest-plugin").D1Migration[];
  }
}
