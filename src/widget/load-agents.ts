/** Loads what offers questions to agents: see src/build/bundler.ts, which names the script for pages. */
export const loadAgents = (): Promise<typeof import("./agents/index.ts")> => import("./agents/index.ts");
