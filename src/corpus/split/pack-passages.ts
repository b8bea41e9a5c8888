import type { Range } from "../../model/index.ts";
import { type Piece, passageWords } from "./cut-units.ts";

/** Consecutive units as one range, and the number of the block in which it starts. */
export interface Group extends Range {
  readonly paragraph: number;
}

/** Ideal length of a passage in words: enough to be understood alone, few enough to be about one thing. */
const bestLength = 110;

/** Cost of ending a passage inside a block, in the unit of `lengthCost`. */
const boundaryCost: Readonly<Record<Piece["boundary"], number>> = {
  block: 0,
  line: 0.5,
  sentence: 1,
  code: 3,
  lead: 4,
};

/** More than all other costs of two passages together, so that a passage is too short only where that is unavoidable. */
const tooShort = 10;

function lengthCost(words: number): number {
  const missing = Math.max(0, passageWords.least - words);
  return ((words - bestLength) / 100) ** 2 + (missing > 0 ? tooShort + missing / passageWords.least : 0);
}

/**
 * Groups the pieces of a section into passages so that the sum of their costs is least. As in breaking a paragraph into
 * lines (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), the best way to the end goes on from the best way
 * to each place before it, so each place is looked at once for every passage that could end there.
 */
export function groupPieces(pieces: readonly Piece[]): Group[] {
  // For the units from each one on: the minimum cost, and where the first passage ends.
  const costs = new Float64Array(pieces.length + 1);
  const ends = new Uint32Array(pieces.length);
  for (let first = pieces.length - 1; first >= 0; first--) {
    costs[first] = Number.POSITIVE_INFINITY;
    let words = 0;
    for (let last = first; last < pieces.length; last++) {
      const piece = pieces[last];
      if (piece === undefined) break;
      words += piece.words;
      if (words > passageWords.most && last > first) break;
      const cost = lengthCost(words) + boundaryCost[piece.boundary] + (costs[last + 1] ?? 0);
      if (cost < (costs[first] ?? 0)) {
        costs[first] = cost;
        ends[first] = last + 1;
      }
    }
  }
  const groups: Group[] = [];
  for (let first = 0; first < pieces.length; ) {
    const next = ends[first] ?? pieces.length;
    const start = pieces[first];
    const end = pieces[next - 1];
    if (start === undefined || end === undefined) break;
    groups.push({ start: start.start, end: end.end, paragraph: start.paragraph });
    first = next;
  }
  return groups;
}
