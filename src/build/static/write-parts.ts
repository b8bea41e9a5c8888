import type { IndexManifest } from "../../index/compiled/format/manifest.ts";
import { type PartLengths, PartsWriter } from "../../index/compiled/write/parts.ts";
import type { BuildCache } from "../build-cache.ts";
import { pack } from "../engines/compiled/pack.ts";
import { writeIndex } from "../engines/compiled/write-index.ts";
import type { CorpusSnapshot } from "../read-corpus.ts";

/** Least length of a part: a smaller one saves less than a request for it takes. */
const leastLength: PartLengths = { pages: 300, postings: 500 };

/** Parts of each kind at most, roughly: a page loads the addresses of all. */
const mostParts = { pages: 5_000, postings: 1_200 } as const;

/** Bytes of posting lists for each character of a corpus, roughly. */
const listShare = 0.4;

/**
 * Writes the index of a corpus in parts, for readers in a page, who wait for each byte, and whose reads no limit of a platform counts.
 *
 * @returns the manifest, of the same version as a Worker's, whose files are whole
 */
export async function writeParts(
  snapshot: CorpusSnapshot,
  cache: BuildCache,
  write: (name: string, file: Uint8Array) => void,
): Promise<IndexManifest> {
  const { textLength } = snapshot;
  const lengths: PartLengths = {
    pages: Math.max(leastLength.pages, textLength / mostParts.pages),
    postings: Math.max(leastLength.postings, (listShare * textLength) / mostParts.postings),
  };
  const parts = new PartsWriter(lengths, { pack, write });
  const manifest = await writeIndex(snapshot, cache, { write: (name, file) => parts.add(name, file) });
  return { ...manifest, root: await parts.finish(manifest.root) };
}
