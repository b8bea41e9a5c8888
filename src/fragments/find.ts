import type { Range } from "../model/index.ts";
import { hasUnspaced, isSpaceAt, kinds, kindsOf } from "../text/word-characters.ts";
import type { TextDirective } from "./directive.ts";

/** Whether a character is part of a word; no term may start or end inside a word. */
const isInWord = (character: string): boolean =>
  character === "_" || (kindsOf(character.codePointAt(0) ?? 0) & (kinds.letter | kinds.mark)) !== 0;
const marks = /[\u0300-\u036f\u0640\u064b-\u0652\u0670\u00ad]/g;
const singleQuotes = /[‘’‚‛′]/g;
const doubleQuotes = /[“”„‟″«»]/g;

/** Folds a character as a browser's search does: case, accents and the form of quotation marks are ignored. */
function fold(character: string): string {
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

/** Whether a text is printable ASCII and line breaks, for which folding is lower-casing. */
const isPlain = (text: string): boolean => !/[^\n -~]/.test(text);

/** Finds directives in a text as browsers do in a page with this text. */
export class DirectiveFinder {
  readonly text: string;
  readonly #folded: string;
  /** Offset in the text of each UTF-16 unit of the folded text, and of its end; absent when the offsets are equal. */
  readonly #offsets: readonly number[] | undefined;

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
   * "find a range from a text directive" in the specification.
   */
  find({ prefix, start, end, suffix }: TextDirective): Range | undefined {
    const terms = {
      prefix: foldTerm(prefix),
      start: foldTerm(start) ?? "",
      end: foldTerm(end),
      suffix: foldTerm(suffix),
    };
    for (let from = 0; ; ) {
      const lead = this.#next(terms.prefix ?? terms.start, from);
      if (lead === undefined) return undefined;
      from = lead.start + 1;
      const first = terms.prefix === undefined ? lead : this.#at(terms.start, this.#skipSpace(lead.end));
      if (first === undefined) continue;
      if (terms.end !== undefined) return this.#findEnd(first, terms.end, terms.suffix);
      if (this.#isFollowedBy(terms.suffix, first)) return this.#inText(first);
    }
  }

  #findEnd(first: Range, end: string, suffix: string | undefined): Range | undefined {
    for (let from = first.end; ; ) {
      const last = this.#next(end, from);
      if (last === undefined) return undefined;
      if (this.#isFollowedBy(suffix, last)) return this.#inText({ start: first.start, end: last.end });
      from = last.start + 1;
    }
  }

  #isFollowedBy(suffix: string | undefined, range: Range): boolean {
    return suffix === undefined || this.#at(suffix, this.#skipSpace(range.end)) !== undefined;
  }

  #skipSpace(position: number): number {
    let after = position;
    while (isSpaceAt(this.#folded, after)) after += 1;
    return after;
  }

  /** The first match of a term at or after a position, at word boundaries. */
  #next(term: string, from: number): Range | undefined {
    if (term === "") return undefined;
    for (
      let start = this.#folded.indexOf(term, from);
      start >= 0;
      start = this.#folded.indexOf(term, start + 1)
    ) {
      const range = this.#at(term, start);
      if (range !== undefined) return range;
    }
    return undefined;
  }

  #at(term: string, start: number): Range | undefined {
    const end = start + term.length;
    return this.#folded.startsWith(term, start) && this.#isBoundary(start) && this.#isBoundary(end)
      ? { start, end }
      : undefined;
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
  let result = "";
  let from = 0;
  for (const { 0: character, index } of text.matchAll(/[^\n -~]/gu)) {
    const part = fold(character);
    folded?.(character, part);
    // Lower-case the ASCII run in one go, not unit by unit.
    result += text.slice(from, index).toLowerCase() + part;
    from = index + character.length;
  }
  return result + text.slice(from).toLowerCase();
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

const foldTerm = (term: string | undefined): string | undefined =>
  term === undefined ? undefined : foldText(term);
