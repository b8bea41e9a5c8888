/**
 * What pages (passage files) consist of, as both sides know it. A page has consecutive passages with the text and the metadata of
 * their articles, enough to show and cite them. An article that does not fit on one page is continued on the next, each with its
 * own part of the text.
 *
 * A page is the length of its directory in bytes, the directory, and pieces of JSON (drawn in docs/index-format.md). For each part
 * of an article the directory has the number of its passages, and the lengths of its pieces: a `Head`, its blocks, and for each
 * passage a `PassagePiece`. So only the pieces that are needed are parsed.
 */
import type { ArticleMetadata, BlockKind, Excerpt, Passage, PassageBlock } from "../../../model/index.ts";
import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";

/** The head of a part of an article: its offset in the text, and the article's metadata. */
export type Head = readonly [start: number, metadata: ArticleMetadata];

export type PackedBlock = readonly [kind: BlockKind, start: number, end: number, level?: number];

/** A block of a passage: its kind, its distance from the end of the block before, its length; 0 for no lead before a language. */
type PackedPiece = readonly [
  kind: number,
  gap: number,
  length: number,
  lead?: Excerpt | 0,
  language?: string,
];

/** Block kinds by their number. */
const pieceKinds = ["paragraph", "list", "table", "code", "quote"] as const;

/** A passage, with the text up to the next one, and before it if it is the first of its part. */
export type PassagePiece = readonly [
  // The passage's id without the prefix that is the article's id.
  idSuffix: string,
  start: number,
  end: number,
  paragraph: number,
  headings: readonly string[],
  text: string,
  // Distance back from its start to the start of its section.
  back: number,
  pieces: readonly PackedPiece[],
  directives?: NonNullable<Passage["directives"]>,
  anchor?: string,
];

/** The part of an article that is on one page, each piece as JSON in UTF-8. */
export interface Part {
  readonly head: Uint8Array;
  readonly blocks: Uint8Array;
  readonly passages: readonly Uint8Array[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Encodes a piece of a page. */
export const encodePiece = (value: Head | PassagePiece | readonly PackedBlock[]): Uint8Array =>
  encoder.encode(JSON.stringify(value));
/** Decodes a piece that `encodePiece` encoded; the check of the file vouches for the type. */
export const decodePiece = <Value>(encoded: Uint8Array): Value =>
  JSON.parse(decoder.decode(encoded)) as Value;

/** Packs the blocks of a passage. */
export function packPieces(blocks: readonly PassageBlock[]): PackedPiece[] {
  let before = 0;
  return blocks.map(({ kind, start, end, lead, language }): PackedPiece => {
    const packed = [pieceKinds.indexOf(kind), start - before, end - start] as const;
    before = end;
    if (language !== undefined) return [...packed, lead ?? 0, language];
    return lead === undefined ? packed : [...packed, lead];
  });
}

/** The blocks of a passage that `packPieces` packed. */
export function unpackPieces(packed: readonly PackedPiece[]): PassageBlock[] {
  let before = 0;
  return packed.map(([kind, gap, length, lead, language]): PassageBlock => {
    const start = before + gap;
    before = start + length;
    return {
      kind: pieceKinds[kind] ?? "paragraph",
      start,
      end: before,
      ...(language !== undefined && { language }),
      ...(lead && { lead }),
    };
  });
}

/** A page of these parts. */
export function encodePage(parts: readonly Part[]): Uint8Array {
  const directory = new ByteWriter();
  const pieces = new ByteWriter();
  for (const { head, blocks, passages } of parts) {
    directory.varint(passages.length);
    for (const piece of [head, blocks, ...passages]) {
      directory.varint(piece.length);
      pieces.bytes(piece);
    }
  }
  const page = new ByteWriter();
  page.varint(directory.length);
  page.bytes(directory.finish());
  page.bytes(pieces.finish());
  return page.finish();
}

/** The parts of a page, their pieces not yet parsed. */
export function decodePage(page: Uint8Array): Part[] {
  const parts: Part[] = [];
  const directory = new ByteReader(page);
  let end = directory.varint() + directory.offset;
  const pieces = end;
  const next = (): Uint8Array => {
    const start = end;
    end += directory.varint();
    return page.subarray(start, end);
  };
  while (directory.offset < pieces) {
    const passages = directory.varint();
    parts.push({ head: next(), blocks: next(), passages: Array.from({ length: passages }, next) });
  }
  return parts;
}
