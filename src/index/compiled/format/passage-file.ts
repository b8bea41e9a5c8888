/**
 * Pages (passage files): consecutive passages with the text and the metadata of their articles, enough to show and cite them. An
 * article that does not fit on one page is continued on the next, each with its own part of the text.
 *
 * A page is the length of its directory in bytes, the directory, and pieces of JSON (drawn in docs/index-format.md). For each part
 * of an article the directory has the number of its passages, and the lengths of its pieces: a `Head`, its blocks, and for each
 * passage a `Piece`. So only the pieces that are needed are parsed.
 */
import type {
  Article,
  ArticleMetadata,
  Block,
  BlockKind,
  Excerpt,
  Passage,
  PassageBlock,
} from "../../../model/index.ts";
import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import type { SplitArticle } from "../../analyse-passage.ts";
import type { StoredPassage } from "../../store.ts";
import { withoutText } from "../../without-text.ts";
import { ContentChunker } from "./chunker.ts";

/** The head of a part of an article: its offset in the text, and the article's metadata. */
type Head = readonly [start: number, metadata: ArticleMetadata];

type PackedBlock = readonly [kind: BlockKind, start: number, end: number, level?: number];

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
type Piece = readonly [
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
interface Part {
  readonly head: Uint8Array;
  readonly blocks: Uint8Array;
  readonly passages: readonly Uint8Array[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = (value: Head | Piece | readonly PackedBlock[]): Uint8Array =>
  encoder.encode(JSON.stringify(value));

/** Rough overhead of an article's part of a page besides its text, in bytes. */
const partOverhead = 300;

/**
 * Lays articles out on pages of about `pageLength` UTF-16 units, passages whole.
 *
 * @param write called with each page and its number of passages
 */
export class PassageFileWriter {
  readonly #cutter: ContentChunker;
  readonly #write: (page: Uint8Array, passages: number) => Promise<void>;
  #parts: Part[] = [];
  #passages = 0;

  constructor(pageLength: number, write: (page: Uint8Array, passages: number) => Promise<void>) {
    this.#cutter = new ContentChunker(pageLength);
    this.#write = write;
  }

  async add({ article, passages }: SplitArticle): Promise<void> {
    let start = 0;
    let here: Passage[] = [];
    const close = (end: number): void => {
      if (here.length > 0) this.#parts.push(partOf(article, here, start, end));
      this.#passages += here.length;
      start = end;
      here = [];
    };
    for (const [index, passage] of passages.entries()) {
      const end = passages[index + 1]?.start ?? article.text.length;
      const overhead = index === 0 ? partOverhead : 0;
      if (this.#cutter.startsChunk(passage.id, overhead + end - passage.start)) {
        close(index === 0 ? 0 : passage.start);
        await this.finish();
      }
      here.push(passage);
    }
    close(article.text.length);
  }

  /** Flushes the last page. */
  async finish(): Promise<void> {
    if (this.#parts.length === 0) return;
    await this.#write(encodePage(this.#parts), this.#passages);
    this.#passages = 0;
    this.#parts = [];
  }
}

function partOf(article: Article, passages: readonly Passage[], start: number, end: number): Part {
  const blocks = article.blocks.filter((block) => block.start >= start && block.start < end);
  return {
    head: encode([start, withoutText(article)]),
    blocks: encode(
      blocks.map(({ kind, start, end, level }) =>
        level === undefined ? [kind, start, end] : [kind, start, end, level],
      ),
    ),
    passages: passages.map((passage, index) => {
      const { id, paragraph, headings, section, blocks: held, directives, anchor } = passage;
      const text = article.text.slice(index === 0 ? start : passage.start, passages[index + 1]?.start ?? end);
      return encode([
        id.slice(article.id.length),
        passage.start,
        passage.end,
        paragraph,
        headings,
        text,
        passage.start - section,
        packPieces(held),
        ...(anchor !== undefined
          ? ([directives ?? [], anchor] as const)
          : directives !== undefined
            ? ([directives] as const)
            : ([] as const)),
      ]);
    }),
  };
}

function packPieces(blocks: readonly PassageBlock[]): PackedPiece[] {
  let before = 0;
  return blocks.map(({ kind, start, end, lead, language }): PackedPiece => {
    const packed = [pieceKinds.indexOf(kind), start - before, end - start] as const;
    before = end;
    if (language !== undefined) return [...packed, lead ?? 0, language];
    return lead === undefined ? packed : [...packed, lead];
  });
}

function unpackPieces(packed: readonly PackedPiece[]): PassageBlock[] {
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

function encodePage(parts: readonly Part[]): Uint8Array {
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

/** The part of an article's text that is on a page. */
export interface ArticlePart {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A page, decoded lazily. */
export class PassageFile {
  readonly #parts: Part[] = [];

  constructor(bytes: Uint8Array) {
    const directory = new ByteReader(bytes);
    let end = directory.varint() + directory.offset;
    const pieces = end;
    const next = (): Uint8Array => {
      const start = end;
      end += directory.varint();
      return bytes.subarray(start, end);
    };
    while (directory.offset < pieces) {
      const passages = directory.varint();
      this.#parts.push({ head: next(), blocks: next(), passages: Array.from({ length: passages }, next) });
    }
  }

  /** The parts of articles that are on the page. */
  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** The passage with this number on the page, whose id in the index is `docId`; undefined when there is none. */
  passage(number: number, docId: number): StoredPassage | undefined {
    let before = 0;
    for (const { head, passages } of this.#parts) {
      const encoded = passages[number - before];
      if (encoded === undefined) {
        before += passages.length;
        continue;
      }
      const [partStart, metadata] = decode<Head>(head);
      const [idEnd, start, end, paragraph, headings, text, back, pieces, directives = [], anchor] =
        decode<Piece>(encoded);
      const textStart = number === before ? partStart : start;
      const passage: Passage = {
        id: metadata.id + idEnd,
        article: metadata.id,
        headings,
        paragraph,
        start,
        end,
        text: text.slice(start - textStart, end - textStart),
        section: start - back,
        blocks: unpackPieces(pieces),
        ...(directives.length > 0 && { directives }),
        ...(anchor !== undefined && { anchor }),
      };
      return { docId, passage, article: metadata };
    }
    return undefined;
  }

  /** The part of the article with this id that is on the page; undefined when there is none. */
  article(id: string): ArticlePart | undefined {
    const part = this.#parts.find(({ head }) => decode<Head>(head)[1].id === id);
    if (part === undefined) return undefined;
    return {
      text: part.passages.map((encoded) => decode<Piece>(encoded)[5]).join(""),
      blocks: decode<readonly PackedBlock[]>(part.blocks).map(
        ([kind, start, end, level]): Block =>
          level === undefined ? { kind, start, end } : { kind, level, start, end },
      ),
    };
  }
}

/** A part of a page, which is a page itself. */
interface PagePart {
  readonly content: Uint8Array;
  readonly passages: number;
}

/** Cuts a page into parts of about so many UTF-16 units, passages whole. */
export function splitPage(page: Uint8Array, length: number): PagePart[] {
  const split: PagePart[] = [];
  let here: Part[] = [];
  let filled = 0;
  const close = (): void => {
    const passages = here.reduce((sum, part) => sum + part.passages.length, 0);
    if (passages > 0) split.push({ content: encodePage(here), passages });
    here = [];
    filled = 0;
  };
  for (const part of new PassageFile(page).parts) {
    const pieces = part.passages.map((encoded) => decode<Piece>(encoded));
    let from = 0;
    const take = (to: number): void => {
      if (to > from) here.push(partWithin(part, pieces, from, to));
      from = to;
    };
    pieces.forEach(([, , , , , text], index) => {
      if (filled > 0 && filled + text.length > length) {
        take(index);
        close();
      }
      filled += text.length;
    });
    take(pieces.length);
  }
  close();
  return split;
}

/** What is left of a part of an article when some of its passages are taken. */
function partWithin(part: Part, pieces: readonly Piece[], from: number, to: number): Part {
  const [partStart, metadata] = decode<Head>(part.head);
  // The text before its first passage is the first one's.
  const startOf = (index: number): number =>
    index === 0 ? partStart : (pieces[index]?.[1] ?? Number.POSITIVE_INFINITY);
  const [start, end] = [startOf(from), startOf(to)];
  const blocks = decode<readonly PackedBlock[]>(part.blocks).filter(
    ([, blockStart]) => blockStart >= start && blockStart < end,
  );
  return {
    head: encode([start, metadata]),
    blocks: encode(blocks),
    passages: part.passages.slice(from, to),
  };
}

/** Decodes `encode`; the file's content hash vouches for the type. */
const decode = <Value>(encoded: Uint8Array): Value => JSON.parse(decoder.decode(encoded)) as Value;
