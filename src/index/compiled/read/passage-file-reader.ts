import type { Block, Passage } from "../../../model/index.ts";
import type { StoredPassage } from "../../store.ts";
import {
  decodePage,
  decodePiece,
  type Head,
  type PackedBlock,
  type Part,
  type PassagePiece,
  unpackPieces,
} from "../format/passage-file.ts";

/** The part of an article's text that is on a page. */
export interface ArticlePart {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A page, decoded lazily. */
export class PassageFileReader {
  readonly #parts: readonly Part[];

  constructor(bytes: Uint8Array) {
    this.#parts = decodePage(bytes);
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
      const [partStart, metadata] = decodePiece<Head>(head);
      const [idEnd, start, end, paragraph, headings, text, back, pieces, directives = [], anchor] =
        decodePiece<PassagePiece>(encoded);
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
    const part = this.#parts.find(({ head }) => decodePiece<Head>(head)[1].id === id);
    if (part === undefined) return undefined;
    return {
      text: part.passages.map((encoded) => decodePiece<PassagePiece>(encoded)[5]).join(""),
      blocks: decodePiece<readonly PackedBlock[]>(part.blocks).map(
        ([kind, start, end, level]): Block =>
          level === undefined ? { kind, start, end } : { kind, level, start, end },
      ),
    };
  }
}
