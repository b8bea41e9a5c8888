import type { NodeEngine } from "../engine.ts";
import { explainDatabaseError } from "./error.ts";

/**
 * Answers from a D1 database, which articles are brought to without a deploy. Its parts are loaded when they are used: most builds
 * use none.
 */
export const d1: NodeEngine = {
  name: "d1",
  database: "CORPUS",
  build: async (source) => (await import("./settings.ts")).describeService(source),
  indexFiles: () => [],
  open: async (_, { config }) => (await import("./open.ts")).openStored(config),
  openInMemory: async (collection, articles) =>
    (await import("./store-in-memory.ts")).storeInMemory(collection, articles),
  ingest: async (ingestion) => (await import("./ingest.ts")).ingestArticles(ingestion),
  explain: explainDatabaseError,
};
