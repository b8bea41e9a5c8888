import { describeStore } from "../store.contract.ts";
import { ingestCorpus, openStore } from "./corpus.ts";
import { sqliteDatabase } from "./sqlite.ts";

describeStore(
  "D1",
  async (corpus) => {
    const database = sqliteDatabase();
    await ingestCorpus(database, corpus);
    return openStore(database);
  },
  { scoreTolerance: undefined, runs: 60 },
);
