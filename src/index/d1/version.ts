import { analyserVersion } from "../../text/analyser.ts";
import type { FieldStatistics } from "../bm25.ts";
import { type IndexInfo, IndexUnavailableError } from "../store.ts";
import { type Database, statement } from "./database.ts";

/** Version of the format of the rows. */
export const databaseFormat = 3;

/** Totals of a field over all passages. */
export interface FieldTotal {
  /** Distinct terms, summed over the passages. */
  readonly length: number;
  /** Passages that have the field. */
  readonly passages: number;
}

/** Description of a published generation. */
export interface CorpusVersion {
  readonly format: number;
  /** `analyserVersion` of the ingest. */
  readonly analyser: number;
  readonly info: IndexInfo;
  /** In the order of `fields`. */
  readonly totals: readonly FieldTotal[];
}

/** Row of a published generation. */
export interface VersionRow {
  readonly generation: number;
  /** `CorpusVersion` as JSON. */
  readonly version: string;
}

/** Reads the published generation; undefined when there is none. */
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
      `the database was written by analyser ${analyser} in format ${format}, this is analyser ${analyserVersion} and format ${databaseFormat}: ingest the articles again`,
    );
  }
  return version;
}

/** Statistics for scoring. The mean length of a field is over the passages that have it. */
export function statisticsOf({ info, totals }: CorpusVersion): FieldStatistics {
  return {
    passages: info.passages,
    averageLengths: totals.map(({ length, passages }) => (passages === 0 ? 0 : length / passages)),
  };
}
