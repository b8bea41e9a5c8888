import { languages } from "./corpora.ts";
import { MemoryStore } from "./memory-store.ts";
import { describeStore } from "./store.contract.ts";

describeStore(
  "MiniSearch in memory",
  async ({ info, articles }) => new MemoryStore(info, articles, languages.of),
  {
    scoreTolerance: 1e-9,
    runs: 30,
  },
);
