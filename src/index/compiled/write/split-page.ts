import {
  decodePage,
  decodePiece,
  encodePage,
  encodePiece,
  type Head,
  type PackedBlock,
  type Part,
  type PassagePiece,
} from "../format/passage-file.ts";

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
  for (const part of decodePage(page)) {
    const pieces = part.passages.map((encoded) => decodePiece<PassagePiece>(encoded));
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
function partWithin(part: Part, pieces: readonly PassagePiece[], from: number, to: number): Part {
  const [partStart, metadata] = decodePiece<Head>(part.head);
  // The text before its first passage is the first one's.
  const startOf = (index: number): number =>
    index === 0 ? partStart : (pieces[index]?.[1] ?? Number.POSITIVE_INFINITY);
  const [start, end] = [startOf(from), startOf(to)];
  const blocks = decodePiece<readonly PackedBlock[]>(part.blocks).filter(
    ([, blockStart]) => blockStart >= start && blockStart < end,
  );
  return {
    head: encodePiece([start, metadata]),
    blocks: encodePiece(blocks),
    passages: part.passages.slice(from, to),
  };
}
