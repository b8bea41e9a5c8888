import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { allAddresses, fileName } from "../../src/index/compiled/format/index-format.ts";
import type { IndexManifest } from "../../src/index/compiled/format/manifest.ts";
import { blockOfKey, scan } from "../../src/index/compiled/format/string-table.ts";
import { ByteReader } from "../../src/shared/bytes.ts";

/** A term of an index. */
export interface IndexedTerm {
  readonly term: string;
  /** Passages that hold it. */
  readonly documentFrequency: number;
  /** Number of the file of its posting list. */
  readonly file: number;
}

/** All terms of the index that was built in a folder, most frequent first. */
export function termsOfIndex(folder: string, { root }: IndexManifest): IndexedTerm[] {
  const terms: IndexedTerm[] = [];
  for (const hash of allAddresses(root.files.dictionary)) {
    const block = inflateRawSync(readFileSync(join(folder, "dist", "assets", fileName("dictionary", hash))));
    let key = Buffer.alloc(0);
    scan(block, ({ shared, length, rest, valueStart }) => {
      key = Buffer.concat([key.subarray(0, shared), block.subarray(rest, rest + length - shared)]);
      const term = key.toString();
      terms.push({
        term,
        documentFrequency: new ByteReader(block, valueStart).varint(),
        file: blockOfKey(root.separators.postings, term),
      });
    });
  }
  return terms.sort((a, b) => b.documentFrequency - a.documentFrequency || (a.term < b.term ? -1 : 1));
}
