import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { checked } from "../../src/index/compiled/format/content-hash.ts";
import { filePlace, filesOf } from "../../src/index/compiled/format/index-format.ts";
import { splitKeys } from "../../src/index/compiled/format/joined-keys.ts";
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
  const separators = splitKeys(root.separators.postings);
  for (const name of filesOf(root, "dictionary")) {
    const file = readFileSync(join(folder, "dist", "assets", name));
    const number = Number.parseInt(basename(name), 10);
    const block = inflateRawSync(checked(name, file, filePlace("dictionary", number)));
    let key = Buffer.alloc(0);
    scan(block, ({ shared, length, rest, valueStart }) => {
      key = Buffer.concat([key.subarray(0, shared), block.subarray(rest, rest + length - shared)]);
      const term = key.toString();
      terms.push({
        term,
        documentFrequency: new ByteReader(block, valueStart).varint(),
        file: blockOfKey(separators, term),
      });
    });
  }
  return terms.sort((a, b) => b.documentFrequency - a.documentFrequency || (a.term < b.term ? -1 : 1));
}
