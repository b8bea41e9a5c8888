import MiniSearch from "minisearch";
import type { AnalysedPassage } from "../../src/index/analyse-passage.ts";
import {
  type IndexedPassage,
  indexPassages,
  miniSearchOptions,
} from "../../src/index/compiled/write/minisearch.ts";
import { fields } from "../../src/index/fields.ts";

/**
 * MiniSearch over passages, with the mean length of a field over those that have it. Its own is a running mean that counts
 * the others in some orders of the passages and not in others.
 */
export function oracleIndex(passages: readonly AnalysedPassage[]): MiniSearch<IndexedPassage> {
  const json = indexPassages(passages).toJSON();
  const averageFieldLength = fields.map((field) => {
    const lengths = passages.map(({ terms }) => new Set(terms[field]).size).filter((length) => length > 0);
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  });
  return MiniSearch.loadJS({ ...json, averageFieldLength }, miniSearchOptions);
}
