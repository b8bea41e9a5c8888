import type { Range } from "../model/index.ts";
import { hasUnspaced, isSpaceAt } from "../text/word-characters.ts";
import { formatDirective, type TextDirective } from "./directive.ts";
import { type DirectiveFinder, isUnended, workPerDirective } from "./find.ts";
import { Line, longestWhole, mostAround } from "./line.ts";
import { Work } from "./work.ts";

/** Words per end of a long target, and words of prefix and suffix, in the order tried: more where fewer are ambiguous. */
const attempts = [
  { ends: 5, around: 0 },
  { ends: 5, around: 3 },
  { ends: 8, around: 6 },
  { ends: 16, around: 12 },
  { ends: mostAround, around: mostAround },
] as const;

/** Words of a line above that a link begins with, where nothing nearer tells the target apart; and how many lines above are tried. */
const wordsAbove = 8;
const linesAbove = 8;

/** How far around a target its surroundings are looked at, in UTF-16 units: more than the most words that are taken. */
const surroundings = 2048;

/** Longest directive, percent-encoded. Words without a space for longer than that are not written: no link has them. */
const longestDirective = 4000;

/**
 * The text directive, without `#:~:`, that makes a browser scroll to a range of a text and highlight it; empty when the
 * range contains nothing but white space.
 *
 * A browser looks for each term inside one block of the page, at word boundaries. So a line break or a tab in the target,
 * where a block or a cell ends, parts its two ends, and no term is cut inside a word. The shortest of some directives is
 * taken that leads to the very range; where the text repeats itself so much that none does, one that begins with a line above
 * which is there once; where a target ends as one of its own lines does, as code with two closing braces, one that ends some
 * lines earlier; and where there is none, the shortest of all, which leads to the same words elsewhere.
 */
export function makeDirective(finder: DirectiveFinder, target: Range, work?: Work): string {
  return bestDirective(finder, target, work).directive;
}

/** As `makeDirective`, and whether the directive leads to the very range, be it with lines above or without its last ones. */
export function bestDirective(
  finder: DirectiveFinder,
  target: Range,
  work = new Work(workPerDirective),
): { directive: string; isFound: boolean } {
  const { text } = finder;
  const begin = firstLine(text, target);
  const end = begin && lastLine(text, { start: begin.start, end: target.end }, begin);
  const last = end && ended(text, end);
  const first = begin === end ? last : begin;
  if (first === undefined || last === undefined) return { directive: "", isFound: true };
  let shortest: TextDirective | undefined;
  for (const directive of candidates(text, first, last)) {
    shortest ??= directive;
    const found = finder.find(directive, work);
    if (found?.start === first.start && found.end === last.end) {
      return { directive: formatted(directive), isFound: true };
    }
    if (work.left < 0) break;
  }
  for (const directive of fromAbove(text, first, last)) {
    if (work.left < 0) break;
    const found = finder.find(directive, work);
    if (found !== undefined && found.start < first.start && found.end === last.end) {
      return { directive: formatted(directive), isFound: true };
    }
  }
  for (const { end, directive } of endingEarlier(text, first, last)) {
    if (work.left < 0) break;
    const found = finder.find(directive, work);
    if (found?.start === first.start && found.end === end) {
      return { directive: formatted(directive), isFound: true };
    }
  }
  return { directive: shortest === undefined ? "" : formatted(shortest), isFound: false };
}

/** Directives from lines above a target to its end, the nearest line first. */
function* fromAbove(text: string, first: Range, last: Range): Generator<TextDirective> {
  const end = new Line(text.slice(last.start, last.end)).lastWords(wordsAbove);
  const from = Math.max(0, first.start - surroundings);
  const above = linesIn(text, { start: from, end: first.start }).reverse();
  // The farthest one may be cut.
  for (const line of above.slice(0, from === 0 ? linesAbove : Math.min(linesAbove, above.length - 1))) {
    yield { start: new Line(text.slice(line.start, line.end)).firstWords(wordsAbove), end };
  }
}

/** Directives from the beginning of a target to one of its last lines but one, the last of them first, and where each ends. */
function* endingEarlier(
  text: string,
  first: Range,
  last: Range,
): Generator<{ end: number; directive: TextDirective }> {
  const from = Math.max(first.end, last.start - surroundings);
  const start = new Line(text.slice(first.start, first.end)).firstWords(wordsAbove);
  const before = linesIn(text, lineBefore(text, first.start)).at(-1);
  const prefix = before && new Line(text.slice(before.start, before.end)).lastWords(wordsAbove);
  const lines = linesIn(text, { start: from, end: last.start }).reverse();
  // The farthest one may be cut.
  for (const line of lines.slice(
    0,
    from === first.end ? linesAbove : Math.min(linesAbove, lines.length - 1),
  )) {
    const words = { start, end: new Line(text.slice(line.start, line.end)).lastWords(wordsAbove) };
    yield { end: line.end, directive: words };
    if (prefix !== undefined) yield { end: line.end, directive: { prefix, ...words } };
  }
}

function formatted(directive: TextDirective): string {
  const { prefix = "", start, end = "", suffix = "" } = directive;
  if (prefix.length + start.length + end.length + suffix.length > longestDirective) return "";
  const text = formatDirective(directive);
  return text.length > longestDirective ? "" : text;
}

function* candidates(text: string, first: Range, last: Range): Generator<TextDirective> {
  const line = ({ start, end }: Range): Line => new Line(text.slice(start, end));
  const start = line(first);
  const end = first === last ? start : line(last);
  const wordsFor = (ends: number) =>
    first === last && !start.hasMoreThan(Math.max(longestWhole, 2 * ends))
      ? { start: start.text }
      : { start: start.firstWords(ends), end: end.lastWords(ends) };
  const [shortest, ...longer] = attempts;
  yield wordsFor(shortest.ends);
  // Most targets need no words around them.
  const before = linesIn(text, lineBefore(text, first.start)).at(-1);
  const after = linesIn(text, lineAfter(text, last.end))[0];
  const beforeStart = before && line(before);
  const afterEnd = after && line(after);
  for (const { ends, around } of longer) {
    const words = wordsFor(ends);
    const prefix = beforeStart?.lastWords(around);
    const suffix = afterEnd?.firstWords(around);
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

/** The first line or cell of a range that is not blank, trimmed. */
function firstLine(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  while (from < end && isSpaceAt(text, from)) from++;
  if (from === end) return undefined;
  const line = /^[^\n\t]*/.exec(text.slice(from, end))?.[0] ?? "";
  return { start: from, end: from + line.trimEnd().length };
}

/** The last one: `first` itself when there is no other. */
function lastLine(text: string, { start, end }: Range, first: Range): Range {
  const rest = text.slice(start, end).trimEnd();
  const from = Math.max(rest.lastIndexOf("\n"), rest.lastIndexOf("\t")) + 1;
  if (from === 0) return first;
  const line = rest.slice(from);
  return { start: start + from + line.length - line.trimStart().length, end: start + rest.length };
}

/** A line without its last word where a browser would find nothing that ends with it; a line of one word stays. */
function ended(text: string, line: Range): Range {
  if (!isUnended(text, line.end)) return line;
  const shorter = text.slice(line.start, line.end).replace(/\s+\S*$/, "");
  return { start: line.start, end: line.start + shorter.length };
}

/** The line, or what of it is near, that contains the last visible character before a position, up to the position. */
function lineBefore(text: string, position: number): Range {
  const earliest = Math.max(0, position - surroundings);
  let visible = position;
  while (visible > earliest && isSpaceAt(text, visible - 1)) visible--;
  const near = text.slice(earliest, visible);
  const feed = near.lastIndexOf("\n");
  if (feed >= 0 || earliest === 0) return { start: earliest + feed + 1, end: position };
  // A word that is cut is no word.
  return { start: earliest + (hasUnspaced(near) ? 0 : Math.max(0, near.search(/\s/))), end: position };
}

/** The rest, or what of it is near, of the line that contains the first visible character from a position on. */
function lineAfter(text: string, position: number): Range {
  const latest = Math.min(text.length, position + surroundings);
  let visible = position;
  while (visible < latest && isSpaceAt(text, visible)) visible++;
  const feed = text.slice(visible, latest).indexOf("\n");
  return { start: position, end: feed < 0 ? latest : visible + feed };
}
