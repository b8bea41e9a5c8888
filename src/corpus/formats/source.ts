import { isUtf8 } from "node:buffer";
import { type Problem, warning } from "../problem.ts";

/** A file of the corpus, not yet read as anything. */
export interface Source {
  /** Path below the corpus folder, `/` between parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Texts of the files that it includes and that are in the corpus folder, by their paths. */
  readonly included?: ReadonlyMap<string, string>;
}

/** What a source says that it is made into, before its own extension: `page.html.md` of Middleman and Nanoc is the page `page`. */
const madeInto = /\.x?html?$/i;

/** Splits a path into the article's id and its extension, the latter with the dot and in lower case. */
function splitPath(path: string): { id: string; extension: string } {
  // Embedded Ruby is written in something, which its extension tells before its own: `lid.md.erb`.
  const dot = /(?<=[^/])\.[^./]+\.erb$/i.exec(path)?.index ?? path.lastIndexOf(".");
  if (dot <= path.lastIndexOf("/")) return { id: path, extension: "" };
  const [id, extension] = [path.slice(0, dot), path.slice(dot).toLowerCase()];
  return { id: madeInto.test(extension) ? id : id.replace(madeInto, ""), extension };
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

/** First bytes of a file, where it may name its encoding: behind scripts and styles on some pages. */
const headLength = 65_536;

/** How pages, XML and the books of Project Gutenberg name their encoding. */
const declaration =
  /<meta[^>]{1,200}charset\s*=\s*["']?([\w.:-]+)|<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.:-]+)|^Character set encoding:[ \t]*([\w-]+(?: [\w-]+)?)[ \t]*\r?$/im;

/** The encoding that a file that is not UTF-8 has or names; undefined when it does neither, or names one that is not known. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headLength));
  const [, ...names] = declaration.exec(head) ?? [];
  const name = names
    .find((one) => one !== undefined)
    ?.replace(/^iso latin-1$|^iso 8859[_ ]1$/i, "iso-8859-1");
  if (name === undefined || /^utf-?8$|^us-ascii$|^ascii$/i.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** A text of UTF-8 with a few bytes that are not, as a cut or a pasted word leaves them: what browsers show. */
function nearlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return wrong * 10 <= right ? text : undefined;
}

/** Largest share of a text that zeros may be which were written into it by mistake. */
const fewZeros = 0.001;

/** The text of a file: UTF-8 or what it says it is, byte order mark dropped, every line ending a line feed. */
export function decode({ path, bytes }: Source): { text?: string; problems: Problem[] } {
  const encoding = isUtf8(bytes) ? "utf-8" : declaredEncoding(bytes);
  const decoded = encoding === undefined ? nearlyUtf8(bytes) : new TextDecoder(encoding).decode(bytes);
  if (decoded === undefined) {
    const message = "holds bytes that are not UTF-8, and is left out; save the file in the encoding UTF-8";
    return { problems: [warning(path, firstInvalidLine(bytes), message)] };
  }
  const zeros = decoded.split("\0").length - 1;
  if (zeros > fewZeros * decoded.length) {
    return {
      problems: [
        warning(path, 1, "is not text, or UTF-16 without a mark, and is left out; save it in UTF-8"),
      ],
    };
  }
  const text = decoded.replaceAll("\0", "").replace(/\r\n?/g, "\n");
  const damaged = "holds bytes that are not UTF-8, which readers see as signs of a replacement; mend them";
  const problems = encoding === undefined ? [warning(path, firstInvalidLine(bytes), damaged)] : [];
  return { text, problems };
}
