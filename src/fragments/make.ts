import type { Range } from "../model/index.ts";
import { lazy } from "../shared/lazy.ts";
import { hasUnspaced, isSpaceAt } from "../text/word-characters.ts";
import { formatDirective, type TextDirective } from "./directive.ts";
import type { DirectiveFinder } from "./find.ts";

/** A target of at most this many words is written whole; a longer one as `start,end`, to keep links short. */
const longestWhole = 12;

/** Words per end of a long target, and words of prefix and suffix, in the order tried: more where fewer are ambiguous. */
const attempts = [
  { ends: 5, around: 0 },
  { ends: 5, around: 3 },
  { ends: 8, around: 6 },
  { ends: 16, around: 12 },
  { ends: 32, around: 32 },
] as const;

/** Counting the words of a target stops here: no longer one is written whole. */
const mostWhole = 2 * Math.max(...attempts.map(({ ends }) => ends)) + 1;

/** Lazy, since most corpora never need it. Dictionaries are chosen by script, so any locale does. */
const segmenter = lazy(() => new Intl.Segmenter("en", { granularity: "word" }));

/**
 * The text directive, without `#:~:`, that makes a browser scroll to a range of a text and highlight it; empty when the
 * range holds nothing but white space.
 *
 * A browser looks for each term inside one block of the page, at word boundaries. So a line break or a tab in the target,
 * where a block or a cell ends, parts its two ends, and no term is cut inside a word. The shortest of some directives is
 * taken that leads to the very range; where the text repeats itself so much that none does, the shortest of all, which
 * leads to the same words elsewhere.
 */
export function makeDirective(finder: DirectiveFinder, target: Range): string {
  const { text } = finder;
  const lines = linesIn(text, target);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return "";
  const lineStart = text.lastIndexOf("\n", lastVisible(text, first.start)) + 1;
  const before = linesIn(text, { start: lineStart, end: first.start }).at(-1);
  const after = linesIn(text, { start: last.end, end: endOfNextLine(text, last.end) })[0];
  let shortest: TextDirective | undefined;
  for (const directive of candidates(text, { first, last, before, after })) {
    shortest ??= directive;
    const found = finder.find(directive);
    if (found?.start === first.start && found.end === last.end) return formatDirective(directive);
  }
  return shortest === undefined ? "" : formatDirective(shortest);
}

interface Surroundings {
  /** First and last line of the target. */
  readonly first: Range;
  readonly last: Range;
  /** The line, or the rest of it, that stands before the target, and that behind it. */
  readonly before: Range | undefined;
  readonly after: Range | undefined;
}

function* candidates(text: string, { first, last, before, after }: Surroundings): Generator<TextDirective> {
  const slice = ({ start, end }: Range): string => text.slice(start, end);
  const count = first === last ? wordsOf(slice(first), mostWhole).length : Number.POSITIVE_INFINITY;
  for (const { ends, around } of attempts) {
    const words =
      count <= Math.max(longestWhole, 2 * ends)
        ? { start: slice(first) }
        : { start: firstWords(slice(first), ends), end: lastWords(slice(last), ends) };
    const prefix = before && around > 0 ? lastWords(slice(before), around) : undefined;
    const suffix = after && around > 0 ? firstWords(slice(after), around) : undefined;
    if (around === 0) yield words;
    if (prefix !== undefined) yield { prefix, ...words };
    if (suffix !== undefined) yield { ...words, suffix };
    if (prefix !== undefined && suffix !== undefined) yield { prefix, ...words, suffix };
  }
}

/** The non-blank lines and cells in a range of a text, trimmed. */
function linesIn(text: string, range: Range): Range[] {
  return Array.from(text.slice(range.start, range.end).matchAll(/[^\n\t]+/g), ({ 0: line, index }) => {
    const start = range.start + index + line.length - line.trimStart().length;
    return { start, end: start + line.trim().length };
  }).filter(({ start, end }) => start < end);
}

/** The last position before `position` that is not white space, or -1. */
function lastVisible(text: string, position: number): number {
  return text.slice(0, position).trimEnd().length - 1;
}

/** End of the line with the first visible character at or after `position`. */
function endOfNextLine(text: string, position: number): number {
  const rest = text.slice(position);
  const end = text.indexOf("\n", position + rest.length - rest.trimStart().length);
  return end === -1 ? text.length : end;
}

/** The words of a line, the first ones if it has more than `most`. */
function wordsOf(line: string, most: number): Range[] {
  const words: Range[] = [];
  for (const word of hasUnspaced(line) ? segments(line) : spacedWords(line)) {
    if (words.length === most) break;
    words.push(word);
  }
  return words;
}

function* spacedWords(line: string): Generator<Range> {
  for (const { 0: word, index } of line.matchAll(/\S+/g)) yield { start: index, end: index + word.length };
}

function* segments(line: string): Generator<Range> {
  for (const { segment, index, isWordLike } of segmenter().segment(line)) {
    if (isWordLike) yield { start: index, end: index + segment.length };
  }
}

function firstWords(line: string, count: number): string {
  return line.slice(0, wordsOf(line, count)[count - 1]?.end);
}

function lastWords(line: string, count: number): string {
  if (hasUnspaced(line)) return line.slice(Array.from(segments(line)).at(-count)?.start);
  // From the end, since a line can be a whole passage.
  let start = line.length;
  for (let left = count; left > 0 && start > 0; left--) {
    while (start > 0 && isSpaceAt(line, start - 1)) start--;
    while (start > 0 && !isSpaceAt(line, start - 1)) start--;
  }
  return line.slice(start);
}
