import type { JudgedSet } from "../../src/evaluation/judged-set.ts";
import type { PeerName } from "../peers/names.ts";
import type { PeerDocument } from "../peers/peer.ts";

/** What a worker thread is given: both ends are this program, so the types are all that is checked. */
export interface FootnoteTask {
  readonly set: JudgedSet;
}

/** What the worker thread of a peer is given. */
export interface PeerTask {
  readonly peer: PeerName;
  readonly documents: readonly PeerDocument[];
  readonly questions: readonly string[];
  /** ISO 639-1 code. */
  readonly lang: string;
}

/** Documents that either kind of worker lists for each question. */
export const rankingDepth = 100;

/** What a worker thread posts, once for each question and in their order. */
export interface Ranking {
  /** Ids, best first, {@link rankingDepth} at most. */
  readonly documents: readonly string[];
  readonly milliseconds: number;
  /** Milliseconds of this project's re-ranking of the first hundred candidates, by itself. */
  readonly reranking?: number;
}
