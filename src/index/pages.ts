/**
 * Pages: consecutive passages with the text and the metadata of their articles, enough to show and cite them. A page is
 * JSON. An article that does not fit on one page is continued on the next, each with its own part of the text.
 */
import type { Article, ArticleMetadata, Block, BlockKind, Passage } from "../model.ts";
import { RunCutter } from "./cuts.ts";
import type { SplitArticle } from "./fields.ts";
import { metadataOf } from "./metadata.ts";
import type { StoredPassage } from "./store.ts";

/** The part of an article that is on one page. */
interface Part {
  readonly metadata: ArticleMetadata;
  /** Offset of `text` in the article's. */
  readonly start: number;
  readonly text: string;
  readonly blocks: readonly (readonly [kind: BlockKind, start: number, end: number, level?: number])[];
  /** The end of a passage's id is what follows the article's. */
  readonly passages: readonly (readonly [
    idEnd: string,
    start: number,
    end: number,
    paragraph: number,
    headings: readonly string[],
    directives?: NonNullable<Passage["directives"]>,
  ])[];
}

/** A page, read. */
export interface Page {
  /** In the order of their keys, which are consecutive. */
  readonly passages: readonly StoredPassage[];
  /** Parts of articles: metadata, and of text and blocks what is on this page. */
  readonly parts: readonly Article[];
}

/** What a page holds of an article beside the characters of its text, in bytes, roughly. */
const partOverhead = 300;

/**
 * Lays articles out on pages of about `pageLength` UTF-16 units, passages whole.
 *
 * @param write takes each page and how many passages it holds
 */
export class PageWriter {
  readonly #cutter: RunCutter;
  readonly #write: (page: Uint8Array, passages: number) => Promise<void>;
  #parts: Part[] = [];
  #passages = 0;

  constructor(pageLength: number, write: (page: Uint8Array, passages: number) => Promise<void>) {
    this.#cutter = new RunCutter(pageLength);
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
      if (this.#cutter.begins(passage.id, overhead + end - passage.start)) {
        close(index === 0 ? 0 : passage.start);
        await this.finish();
      }
      here.push(passage);
    }
    close(article.text.length);
  }

  /** Writes what is not written yet. */
  async finish(): Promise<void> {
    if (this.#parts.length === 0) return;
    await this.#write(new TextEncoder().encode(JSON.stringify(this.#parts)), this.#passages);
    this.#passages = 0;
    this.#parts = [];
  }
}

function partOf(article: Article, passages: readonly Passage[], start: number, end: number): Part {
  const blocks = article.blocks.filter((block) => block.start >= start && block.start < end);
  return {
    metadata: metadataOf(article),
    start,
    text: article.text.slice(start, end),
    blocks: blocks.map(({ kind, start, end, level }) =>
      level === undefined ? [kind, start, end] : [kind, start, end, level],
    ),
    passages: passages.map(({ id, start, end, paragraph, headings, directives }) => [
      id.slice(article.id.length),
      start,
      end,
      paragraph,
      headings,
      ...(directives === undefined ? ([] as const) : ([directives] as const)),
    ]),
  };
}

/** Reads a page whose first passage has this key. */
export function readPage(bytes: Uint8Array, firstKey: number): Page {
  const parts = JSON.parse(new TextDecoder().decode(bytes)) as Part[];
  let key = firstKey;
  return {
    passages: parts.flatMap(({ metadata, start: offset, text, passages }) =>
      passages.map(([idEnd, start, end, paragraph, headings, directives]): StoredPassage => {
        const passage: Passage = {
          id: metadata.id + idEnd,
          article: metadata.id,
          headings,
          paragraph,
          start,
          end,
          text: text.slice(start - offset, end - offset),
          ...(directives && { directives }),
        };
        return { key: key++, passage, article: metadata };
      }),
    ),
    parts: parts.map(({ metadata, text, blocks }) => ({
      ...metadata,
      text,
      blocks: blocks.map(
        ([kind, start, end, level]): Block =>
          level === undefined ? { kind, start, end } : { kind, level, start, end },
      ),
    })),
  };
}
