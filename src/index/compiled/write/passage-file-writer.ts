import type { Article, Passage } from "../../../model/index.ts";
import type { SplitArticle } from "../../analyse-passage.ts";
import { withoutText } from "../../without-text.ts";
import { ContentChunker } from "../format/chunker.ts";
import { encodePage, encodePiece, type Part, packPieces } from "../format/passage-file.ts";

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
    head: encodePiece([start, withoutText(article)]),
    blocks: encodePiece(
      blocks.map(({ kind, start, end, level }) =>
        level === undefined ? [kind, start, end] : [kind, start, end, level],
      ),
    ),
    passages: passages.map((passage, index) => {
      const { id, paragraph, headings, section, blocks: held, directives, anchor } = passage;
      const text = article.text.slice(index === 0 ? start : passage.start, passages[index + 1]?.start ?? end);
      return encodePiece([
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
