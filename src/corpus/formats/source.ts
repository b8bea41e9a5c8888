import { isUtf8 } from "node:buffer";
import { error, type Problem } from "../problem.ts";

/** A file of the corpus, not yet read as anything. */
export interface Source {
  /** Path below the corpus folder, `/` between parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Splits a path into the article's id and its extension, the latter with the dot and in lower case. */
function splitPath(path: string): { id: string; extension: string } {
  const dot = path.lastIndexOf(".");
  if (dot <= path.lastIndexOf("/")) return { id: path, extension: "" };
  return { id: path.slice(0, dot), extension: path.slice(dot).toLowerCase() };
}

/** The extension of a path, with the dot and in lower case; empty when it has none. */
export function extensionOf(path: string): string {
  return splitPath(path).extension;
}

/** The id of the article at a path. NFC, for some file systems hand out names in NFD. */
export function articleId(path: string): string {
  return splitPath(path).id.normalize("NFC");
}

/** The page of an article that does not tell its address: `/articles/<id>/`, percent-encoded. */
export function defaultUrl(id: string): string {
  return `/articles/${id.split("/").map(encodeURIComponent).join("/")}/`;
}

const lineFeed = 0x0a;

/** 1-based line of the first byte that is not UTF-8. No byte of a longer sequence is a line feed, so lines stand alone. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

/** The text of a file: UTF-8, byte order mark dropped, every line ending a line feed. */
export function decode({ path, bytes }: Source): { text?: string; problems: Problem[] } {
  if (!isUtf8(bytes)) {
    const message = "holds bytes that are not UTF-8; save the file in the encoding UTF-8";
    return { problems: [error(path, firstInvalidLine(bytes), message)] };
  }
  return { text: new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n"), problems: [] };
}
