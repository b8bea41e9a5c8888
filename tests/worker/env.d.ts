/// <reference types="@cloudflare/vitest-plugin/types" />

type Bindings = import("../../src/worker/env.ts").Env;

/** What the build made of the articles of the tests: vitest.config.ts says where. */
declare module "footnote:fixture" {
  export const languages: readonly import("../../src/text/language.ts").Language[];
  export function openEngine(): import("../../src/worker/engines/engine.ts").Engine;
}

/** The code for agents as the build bundles it. */
declare module "footnote:agents" {
  export const answerAgent: typeof import("../../src/worker/agents/mcp-server.ts").answerAgent;
  export const countMessages: typeof import("../../src/worker/agents/mcp-server.ts").countMessages;
  export const describeServer: typeof import("../../src/worker/agents/mcp-server.ts").describeServer;
  export const nlweb: typeof import("../../src/worker/agents/mcp-server.ts").nlweb;
}

declare namespace Cloudflare {
  interface Env extends Bindings {
    readonly INSIGHTS: D1Database;
    readonly CORPUS: D1Database;
    readonly CORPUS_MIGRATIONS: import("@cloudflare/vitest-plugin").D1Migration[];
    readonly INSIGHTS_MIGRATIONS: import("@cloudflare/vitest-plugin").D1Migration[];
  }
}
