/** Worker thread: asks one peer the questions of a {@link PeerTask}. */
import { parentPort, workerData } from "node:worker_threads";
import { type PeerTask, type Ranking, rankingDepth } from "../quality/task.ts";
import { flexsearch } from "./flexsearch.ts";
import { fts5 } from "./fts5.ts";
import { lunrPeer } from "./lunr.ts";
import { minisearch, vitepress } from "./minisearch.ts";
import type { PeerName } from "./names.ts";
import { orama } from "./orama.ts";
import type { Peer } from "./peer.ts";

const implementations: Readonly<Record<PeerName, Peer>> = {
  minisearch,
  vitepress,
  lunr: lunrPeer,
  flexsearch,
  orama,
  fts5,
};

const { peer, documents, questions, lang }: PeerTask = workerData;
const search = await implementations[peer](documents, lang);
for (const question of questions) {
  const started = performance.now();
  const found = await search(question, rankingDepth);
  const milliseconds = performance.now() - started;
  const ranking: Ranking = { documents: found, milliseconds };
  parentPort?.postMessage(ranking);
}
