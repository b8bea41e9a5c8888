import type { Range } from "../model/index.ts";
import { lazy } from "../shared/lazy.ts";
import { hasUnspaced, isSpaceAt } from "../text/word-characters.ts";
import { formatDirective, type TextDirective } from "./directive.ts";
import { type DirectiveFinder, workPerDirective } from "./find.ts";
import { Work } from "./work.ts";

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

/** Most words at one end of a target, or beside it. */
const mostAround = Math.max(...attempts.map(({ ends, around }) => Math.max(ends, around)));

/** Counting the words of a target stops here: no longer one is written whole. */
const mostWhole = 2 * mostAround + 1;

/** Words of a line above that a link begins with, where nothing nearer tells the target apart; and how many lines above are tried. */
const wordsAbove = 8;
const linesAbove = 8;

/** How far around a target its surroundings are looked at, in UTF-16 units: more than the most words that are taken. */
const surroundings = 2048;

/** Units to a word, at most, where words have no spaces between them: so much is cut into words for a number of them. */
const unspacedWordLength = 8;

/** Longest directive, percent-encoded. Words without a space for longer than that are not written: no link has them. */
const longestDirective = 4000;

/** Lazy, since most corpora never need it. Dictionaries are chosen by script, so any locale does. */
const segmenter = lazy(() => new Intl.Segmenter("en", { granularity: "word" }));

/**
 * The text directive, without `#:~:`, that makes a browser scroll to a range of a text and highlight it; empty when the
 * range contains nothing but white space.
 *
 * A browser looks for each term inside one block of the page, at word boundaries. So a line break or a tab in the target,
 * where a block or a cell ends, parts its two ends, and no term is cut inside a word. The shortest of some directives is
 * taken that leads to the very range; where the text repeats itself so much that none does, one that begins with a line above
 * which is there once; and where there is none, the shortest of all, which leads to the same words elsewhere.
 */
export function makeDirective(finder: DirectiveFinder, target: Range, work?: Work): string {
  return bestDirective(finder, target, work).directive;
}

/** As `makeDirective`, and whether the directive leads to the very range, be it with lines above. */
export function bestDirective(
  finder: DirectiveFinder,
  target: Range,
  work = new Work(workPerDirective),
): { directive: string; isExact: boolean } {
  const { text } = finder;
  const first = firstLine(text, target);
  const last = first && lastLine(text, { start: first.start, end: target.end }, first);
  if (first === undefined || last === undefined) return { directive: "", isExact: true };
  let shortest: TextDirective | undefined;
  for (const directive of candidates(text, first, last)) {
    shortest ??= directive;
    const found = finder.find(directive, work);
    if (found?.start === first.start && found.end === last.end) {
      return { directive: formatted(directive), isExact: true };
    }
    if (work.left < 0) break;
  }
  for (const directive of fromAbove(text, first, last)) {
    if (work.left < 0) break;
    const found = finder.find(directive, work);
    if (found !== undefined && found.start < first.start && found.end === last.end) {
      return { directive: formatted(directive), isExact: true };
    }
  }
  return { directive: shortest === undefined ? "" : formatted(shortest), isExact: false };
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

/** Longest line without spaces between words that is cut into all its words at once, and lines whose words are kept. */
const longestCutWhole = mostAround * unspacedWordLength;
const mostKept = 256;

/** The words of lines: a sentence is looked for in its passage, then on its page, then with what stands around it. */
const kept = new Map<string, readonly Range[]>();

function wordsOf(line: string): readonly Range[] {
  const known = kept.get(line);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = [...segments(line)];
  kept.set(line, made);
  return made;
}

/** Counting the words of a line stops here at first, and then at the most that any attempt takes. */
const counts = [longestWhole + 1, mostWhole] as const;

/** A line and the words at its two ends. Cutting it into words takes most of the time, so that is done once. */
class Line {
  readonly text: string;
  #starts: readonly Range[] = [];
  #startsMost = 0;
  #ends: readonly Range[] | undefined;

  /** All words of a short line without spaces: those at both ends are among them. */
  readonly #all: readonly Range[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.#all = text.length <= longestCutWhole && hasUnspaced(text) ? wordsOf(text) : undefined;
  }

  hasMoreThan(count: number): boolean {
    return this.#first(count + 1).length > count;
  }

  firstWords(count: number): string {
    return this.text.slice(0, this.#first(count)[count - 1]?.end);
  }

  lastWords(count: number): string {
    this.#ends ??= this.#all?.slice(-mostAround) ?? lastWords(this.text, mostAround);
    return this.text.slice(this.#ends.at(-count)?.start ?? this.#ends[0]?.start ?? 0);
  }

  #first(count: number): readonly Range[] {
    if (count > this.#startsMost) {
      this.#startsMost = counts.find((most) => most >= count) ?? mostWhole;
      this.#starts = this.#all?.slice(0, this.#startsMost) ?? firstWords(this.text, this.#startsMost);
    }
    return this.#starts;
  }
}

/** The words of a line, the first ones if it has more than `most`. */
function firstWords(line: string, most: number): Range[] {
  const near = line.slice(0, most * unspacedWordLength);
  const words: Range[] = [];
  for (const word of hasUnspaced(near) ? segments(near) : spacedWords(line)) {
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

/** The words of a line, the last ones if it has more than `most`. */
function lastWords(line: string, most: number): Range[] {
  const cut = Math.max(0, line.length - most * unspacedWordLength);
  const near = line.slice(cut);
  if (hasUnspaced(near)) {
    const words = Array.from(segments(near), ({ start, end }) => ({ start: cut + start, end: cut + end }));
    // The first one may be cut.
    return cut === 0 ? words : words.slice(1);
  }
  const words: Range[] = [];
  // From the end, since a line can be a whole passage.
  for (let end = line.length; end > 0 && words.length < most; ) {
    while (end > 0 && isSpaceAt(line, end - 1)) end--;
    let start = end;
    while (start > 0 && !isSpaceAt(line, start - 1)) start--;
    if (start < end) words.unshift({ start, end });
    end = start;
  }
  return words;
}
