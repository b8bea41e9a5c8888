import { ByteReader } from "../../../shared/bytes.ts";
import type { FileKind } from "../format/index-format.ts";
import { decodePage, decodePiece, type Head, type PassagePiece } from "../format/passage-file.ts";

const decoder = new TextDecoder();

/** What a file begins with, which an edit within it mostly leaves: its first key, or of a page the article and its first passage. */
export function seriesKey(kind: FileKind, content: Uint8Array): string {
  if (kind !== "pages") return firstKey(content);
  const [part] = decodePage(content);
  const [first] = part?.passages ?? [];
  if (part === undefined || first === undefined) return "";
  return `${decodePiece<Head>(part.head)[1].id} ${decodePiece<PassagePiece>(first)[1]}`;
}

/** The first key of a block of a table. */
function firstKey(block: Uint8Array): string {
  const reader = new ByteReader(block);
  // How many entries there are, how many bytes of keys, and how many of them the first shares with another: none.
  reader.skipVarints(3);
  const length = reader.varint();
  return decoder.decode(block.subarray(reader.offset, reader.offset + length));
}
