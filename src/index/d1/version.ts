import { analyserVersion } from "../../text/analyser.ts";
import type { FieldStatistics } from "../bm25.ts";
import { type IndexInfo, IndexUnavailableError } from "../store.ts";
import { type Database, statement } from "./database.ts";

/** Changes whenever rows are written in another way. */
export const databaseFormat = 3;

/** What one field holds in all passages together. */
export interface FieldTotal {
  /** Distinct terms, summed over the passages. */
  readonly length: number;
  /** Passages that have the field. */
  readonly passages: number;
}

/** What a published generation says of itself. */
export interface CorpusVersion {
  readonly format: number;
  /** `analyserVersion` of the ingest. */
  readonly analyser: number;
  readonly info: IndexInfo;
  /** In the order of `fields`. */
  readonly totals: readonly FieldTotal[];
}

/** A published generation as its row says it. */
export interface VersionRow {
  readonly generation: number;
  /** `CorpusVersion` as JSON. */
  readonly version: string;
}

/** The generation that readers are to see, or undefined when none was published. */
export async function readVersion(database: Database): Promise<VersionRow | undefined> {
  const [[row]] = await database.run([
    statement<VersionRow>("SELECT generation, version FROM versions ORDER BY generation DESC LIMIT 1"),
  ]);
  return row;
}

/** @throws IndexUnavailableError when the rows were written by another version of Footnote than this one. */
export function parseVersion(json: string): CorpusVersion {
  const version = JSON.parse(json) as CorpusVersion;
  const { analyser, format } = version;
  if (analyser !== analyserVersion || format !== databaseFormat) {
    throw new IndexUnavailableError(
      `the database was written by analyser ${analyser} in format ${format}, this is analyser ${analyserVersion} and format ${databaseFormat}: run npm run ingest`,
    );
  }
  return version;
}

/** What scoring has to know. The mean length of a field is that over the passages which have it, as MiniSearch counts. */
export function statisticsOf({ info, totals }: CorpusVersion): FieldStatistics {
  return {
    passages: info.passages,
    averageLengths: totals.map(({ length, passages }) => (passages === 0 ? 0 : length / passages)),
  };
}
