import { sqliteDatabase } from "../../../src/build/d1/sqlite-database.ts";
import { describeStore } from "../store.contract.ts";
import { ingestCorpus, openStore } from "./corpus.ts";

describeStore(
  "D1",
  async (corpus) => {
    const database = sqliteDatabase();
    await ingestCorpus(database, corpus);
    return openStore(database);
  },
  { scoreTolerance: undefined, runs: 60 },
);
