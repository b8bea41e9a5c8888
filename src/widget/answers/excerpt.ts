import type { Hit, Quote, Range } from "../../model/index.ts";

/** Characters of a passage that are shown at first, unless its quotes are longer. */
const shownLength = 440;

/** Where nearly all would be shown, all is. */
const worthHiding = 120;

const lineOrSentenceEnd = /\n|[.!?…]["'”’)\]]*\s|[。！？]/gu;

/** The quotes that a passage proves, as ranges of its own text. */
export function provenRanges({ rank, text, citation }: Hit, quotes: readonly Quote[]): Range[] {
  const within = (offset: number): number => Math.min(Math.max(offset - citation.start, 0), text.length);
  return quotes
    .filter(({ passage }) => passage === rank)
    .map(({ start, end }) => ({ start: within(start), end: within(end) }))
    .filter(({ start, end }) => start < end);
}

/**
 * The part of a passage to show at first: all that it proves and some text around; where it proves nothing, around the words that
 * were asked for. It starts and ends where a line or a sentence does, if one is near.
 */
export function excerptRange({ text, highlights }: Hit, proven: readonly Range[]): Range {
  const core = proven.length > 0 ? hull(proven) : densest(highlights);
  const room = Math.max(0, shownLength - (core.end - core.start));
  const start = startNear(text, Math.max(0, core.start - Math.floor(room / 3)), core.start);
  const end = endNear(text, core.end, Math.min(text.length, start + Math.max(shownLength, core.end - start)));
  if (start + text.length - end <= worthHiding) return { start: 0, end: text.length };
  return { start, end };
}

const hull = (ranges: readonly Range[]): Range => ({
  start: Math.min(...ranges.map(({ start }) => start)),
  end: Math.max(...ranges.map(({ end }) => end)),
});

/** Where the most highlights stand together. */
function densest(highlights: Hit["highlights"]): Range {
  let best = { start: 0, end: 0, count: 0 };
  for (const [index, [start]] of highlights.entries()) {
    const near = highlights.slice(index).filter(([, end]) => end - start <= shownLength / 2);
    if (near.length > best.count) best = { start, end: near.at(-1)?.[1] ?? start, count: near.length };
  }
  return best;
}

/** The first start of a line or sentence in a range, else of a word. */
function startNear(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const [found] = text.slice(from, to).matchAll(lineOrSentenceEnd);
  if (found !== undefined) return from + found.index + found[0].length;
  const space = text.indexOf(" ", from);
  return space === -1 || space >= to ? to : space + 1;
}

/** The last end of a line or sentence in a range, else of a word. */
function endNear(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const ends = Array.from(
    text.slice(from, to).matchAll(lineOrSentenceEnd),
    (match) => match.index + match[0].trimEnd().length,
  );
  const last = ends.at(-1);
  if (last !== undefined) return from + last;
  const space = text.lastIndexOf(" ", to);
  return space <= from ? to : space;
}
