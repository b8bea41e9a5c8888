import type { Range } from "../model/index.ts";
import { lazy } from "../shared/lazy.ts";
import { hasUnspaced, isSpaceAt } from "../text/word-characters.ts";

/** A target of at most this many words is written whole; a longer one as `start,end`, to keep links short. */
export const longestWhole = 12;

/** Most words at one end of a target, or beside it. */
export const mostAround = 32;

/** Counting the words of a target stops here: no longer one is written whole. */
const mostWhole = 2 * mostAround + 1;

/** Units to a word, at most, where words have no spaces between them: so much is cut into words for a number of them. */
const unspacedWordLength = 8;

/** Lazy, since most corpora never need it. Dictionaries are chosen by script, so any locale does. */
const segmenter = lazy(() => new Intl.Segmenter("en", { granularity: "word" }));

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
export class Line {
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
