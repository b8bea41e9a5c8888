import type { IndexInfo } from "./store.ts";

/** What an ingest changed in an engine that stores its articles outside of the build. */
export interface IngestReport {
  readonly info: IndexInfo;
  /** False when all was up to date already. */
  readonly published: boolean;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Number of files written. */
  readonly files: number;
}
