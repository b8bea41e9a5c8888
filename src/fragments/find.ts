import type { Range } from "../model/index.ts";
import { hasUnspaced, isSpaceAt, kinds, kindsOf } from "../text/word-characters.ts";
import type { TextDirective } from "./directive.ts";
import { GramIndex, gramLength } from "./gram-index.ts";
import { Work } from "./work.ts";

/** Shortest text, in UTF-16 units, in which places are looked up: a shorter one is searched as fast. */
const shortestIndexed = 8192;

/** Folded terms that are kept. */
const mostTerms = 64;

/** UTF-16 units that are searched or compared in one step of `Work`. */
const unitsPerStep = 64;

/** Steps that one directive may cost unless the caller says otherwise: those for a text that repeats nothing are a few. */
export const workPerDirective = 2 ** 13;

/** Whether a character is part of a word; no term may start or end inside a word. */
const isInWord = (character: string): boolean =>
  character === "_" || (kindsOf(character.codePointAt(0) ?? 0) & (kinds.letter | kinds.mark)) !== 0;
const marks = /[\u0300-\u036f\u0640\u064b-\u0652\u0670\u00ad]/g;
const tatweel = "\u0640";
/** What joins letters, and what says how text is directed: a browser finds no term that ends with one of these, or before it. */
const joiners = /[\u0640\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** Whether a browser finds no term that ends at a place of a text, since what stands there goes with what is beside it. */
export const isUnended = (text: string, end: number): boolean =>
  joiners.test(text.slice(Math.max(0, end - 1), end + 1));

const singleQuotes = /[‘’‚‛′]/g;
const doubleQuotes = /[“”„‟″«»]/g;

/** Folds a character as a browser's search does: case, accents and the form of quotation marks are ignored. */
function fold(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const made = makeFold(character);
  folds.set(character, made);
  return made;
}

/** What characters fold to: a page has few different ones, and many of each. */
const folds = new Map<string, string>();

function makeFold(character: string): string {
  // A line break or tab is a block boundary on the page, which no term may cross.
  if (character === "\n" || character === "\t") return "\n";
  if (/[!-~]/.test(character)) return character.toLowerCase();
  if (/\s/.test(character)) return " ";
  return character
    .normalize("NFKD")
    .replace(marks, "")
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .toLowerCase();
}

/** What lower-casing folds: printable ASCII, line breaks, and ideographs with their commas and full stops, which are as they are. */
const folding = /[^\n -~\u3001\u3002\u3400-\u4dbf\u4e00-\u9fff]+/g;
const isPlain = (text: string): boolean => text.search(folding) === -1;

/** Finds directives in a text as browsers do in a page with this text. */
export class DirectiveFinder {
  readonly text: string;
  readonly #folded: string;
  /** Offset in the text of each UTF-16 unit of the folded text, and of its end; absent when the offsets are equal. */
  readonly #offsets: readonly number[] | undefined;
  #grams: GramIndex | undefined;
  readonly #terms = new Map<string, string>();

  constructor(text: string) {
    this.text = text;
    let isAligned = true;
    this.#folded = foldText(text, (character, folded) => {
      isAligned &&= character.length === folded.length;
    });
    if (!isAligned) this.#offsets = offsetsOf(text);
  }

  /**
   * The range of the text that a browser would show for a directive, or undefined when it would find none: the steps of
   * "find a range from a text directive" in the specification. Undefined, too, when there is more to look at than `work`.
   */
  find({ prefix, start, end, suffix }: TextDirective, work = new Work(workPerDirective)): Range | undefined {
    const terms = {
      prefix: this.#fold(prefix),
      start: this.#fold(start) ?? "",
      end: this.#fold(end),
      suffix: this.#fold(suffix),
    };
    let lead: Range | undefined;
    for (;;) {
      lead = this.#next(terms.prefix ?? terms.start, lead, work);
      if (lead === undefined) return undefined;
      const first =
        terms.prefix === undefined ? lead : this.#at(terms.start, this.#skipSpace(lead.end), work);
      if (first === undefined) continue;
      if (terms.end !== undefined) return this.#findEnd(first, terms.end, terms.suffix, work);
      if (this.#isFollowedBy(terms.suffix, first, work)) return this.#inText(first);
    }
  }

  /** Folds a term. The terms of one target are asked for again and again, in other combinations. */
  #fold(term: string | undefined): string | undefined {
    if (term === undefined) return undefined;
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    if (this.#terms.size >= mostTerms) this.#terms.clear();
    const made = foldText(term);
    this.#terms.set(term, made);
    return made;
  }

  #findEnd(first: Range, end: string, suffix: string | undefined, work: Work): Range | undefined {
    for (let from = first.end; ; ) {
      const last = this.#search(end, from, work);
      if (last === undefined) return undefined;
      if (this.#isFollowedBy(suffix, last, work)) return this.#inText({ start: first.start, end: last.end });
      from = last.start + 1;
    }
  }

  #isFollowedBy(suffix: string | undefined, range: Range, work: Work): boolean {
    return suffix === undefined || this.#at(suffix, this.#skipSpace(range.end), work) !== undefined;
  }

  #skipSpace(position: number): number {
    let after = position;
    while (isSpaceAt(this.#folded, after)) after += 1;
    return after;
  }

  /** The match of a term, at word boundaries, behind another one, or the first. */
  #next(term: string, before: Range | undefined, work: Work): Range | undefined {
    if (term.length < gramLength || this.#folded.length < shortestIndexed) {
      return this.#search(term, before === undefined ? 0 : before.start + 1, work);
    }
    this.#grams ??= new GramIndex(this.#folded);
    let place = before === undefined ? this.#grams.first(term) : this.#grams.next(before.start);
    for (; place >= 0; place = this.#grams.next(place)) {
      const range = this.#at(term, place, work);
      if (range !== undefined) return range;
      if (work.left < 0) return undefined;
    }
    return undefined;
  }

  /** The first match of a term at or after a position, at word boundaries. */
  #search(term: string, from: number, work: Work): Range | undefined {
    if (term === "") return undefined;
    for (let position = from; ; ) {
      const start = this.#folded.indexOf(term, position);
      const searched = (start < 0 ? this.#folded.length : start) - position;
      if (!work.spend(searched / unitsPerStep) || start < 0) return undefined;
      const range = this.#at(term, start, work);
      if (range !== undefined) return range;
      position = start + 1;
    }
  }

  #at(term: string, start: number, work: Work): Range | undefined {
    const end = start + term.length;
    if (!work.spend(1 + term.length / unitsPerStep)) return undefined;
    const range = { start, end };
    return this.#folded.startsWith(term, start) &&
      this.#isBoundary(start) &&
      this.#isBoundary(end) &&
      !this.#isJoined(range)
      ? range
      : undefined;
  }

  /** Whether an end of a match is joined to what a browser passes over, so that it takes it for the inside of a word. */
  #isJoined(range: Range): boolean {
    const { start, end } = this.#inText(range);
    return this.text[start - 1] === tatweel || isUnended(this.text, end);
  }

  #isBoundary(position: number): boolean {
    const before = this.#folded.charAt(position - 1);
    const after = this.#folded.charAt(position);
    if (!isInWord(before) || !isInWord(after)) return true;
    // In scripts without spaces a word may start and end at any letter.
    return hasUnspaced(before) || hasUnspaced(after);
  }

  #inText({ start, end }: Range): Range {
    const offsets = this.#offsets;
    return offsets === undefined ? { start, end } : { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
  }
}

/** Folds a text; calls `folded` for each character outside printable ASCII. */
function foldText(text: string, folded?: (character: string, folded: string) => void): string {
  if (isPlain(text)) return text.toLowerCase();
  // Folded characters are lower case, and the rest is ASCII, so that the whole can be lower-cased in one go.
  return text
    .replace(folding, (run) => {
      let result = "";
      for (const character of run) {
        const part = fold(character);
        folded?.(character, part);
        result += part;
      }
      return result;
    })
    .toLowerCase();
}

/** Offset in the text of each UTF-16 unit of its folded form, and of its end. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let position = 0;
  for (const character of text) {
    for (let left = fold(character).length; left > 0; left--) offsets.push(position);
    position += character.length;
  }
  offsets.push(position);
  return offsets;
}
