import type { Range } from "../model.ts";
import { characterCount, grams } from "./characters.ts";
import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { stopPhrases, stopWordTest } from "./stop-words.ts";
import { termsOf } from "./terms.ts";
import { words } from "./words.ts";

/**
 * Changes whenever the same text gives other terms than before. An index is stamped with it and refused on a mismatch,
 * since a question analysed in one way cannot find passages that were analysed in another.
 */
export const analyserVersion = 2;

/** A term of a text: what is indexed and searched for. */
export interface Token extends Range {
  readonly term: string;
  /** Number of the word in the text from 0, stop words counted, so that distances between terms are true. */
  readonly position: number;
  /** 1 for a word; less for a term that repeats one in another form: without its accents, the parts of `GPT-4o` as one. */
  readonly weight: number;
}

/** A number without the commas between its thousands. */
const plainNumber = (word: string): string =>
  /^\d{1,3}(,\d{3})+/.test(word) ? word.replaceAll(",", "") : word;

/** What a term counts that repeats its neighbours in another form. */
const derivedWeight = 0.5;

/** The parts of a compound as they are read: `GPT-4o`. */
interface Compound {
  form: string;
  readonly start: number;
  readonly position: number;
  readonly parts: number;
}

/**
 * The terms of a range of a text in order, without stop words. Offsets are in the text. Scripts without spaces give
 * overlapping pairs of characters, which match alike in every engine and need no dictionary.
 */
export function analyse(
  text: string,
  language: Language,
  range: Range = { start: 0, end: text.length },
): Token[] {
  const tokens: Token[] = [];
  const found = words(text, range);
  const isStopWord = stopWordTest(text.slice(range.start, range.end), found, language);
  let position = 0;

  const pushWord = (form: string, start: number, end: number, at: number, weight: number) => {
    for (const spelling of termsOf(form, language)) {
      tokens.push({ term: spelling.term, start, end, position: at, weight: weight * spelling.weight });
    }
  };
  const pushCharacters = (run: string, start: number, cutAt?: RegExp) => {
    for (const gram of grams(run, cutAt)) {
      tokens.push({
        term: gram.term,
        start: start + gram.start,
        end: start + gram.end,
        position: position + gram.position,
        weight: gram.derived ? derivedWeight : 1,
      });
    }
  };

  let compound: Compound | undefined;
  let previousEnd = range.start;
  const closeCompound = () => {
    if (compound !== undefined && compound.parts > 1) {
      pushWord(compound.form, compound.start, previousEnd, compound.position, derivedWeight);
    }
    compound = undefined;
  };

  for (const { start, end, script, joined } of found) {
    const written = text.slice(start, end);
    // A few Arabic letters decompose to a space and a mark, or to several words.
    const form = plainNumber(lower(written, language.lowerCase).replace(/\s/g, ""));
    const joins = joined && script === "spaced" && !"'’".includes(text.charAt(previousEnd));
    if (!joins) closeCompound();
    if (script === "unspaced") {
      pushCharacters(written, start, stopPhrases(language));
      position += characterCount(written);
    } else if (script === "hangul") {
      if (!isStopWord(form)) pushCharacters(written.slice(0, language.stem(form).length), start);
      position += characterCount(written);
    } else {
      compound =
        compound === undefined
          ? { form, start, position, parts: 1 }
          : { ...compound, form: compound.form + form, parts: compound.parts + 1 };
      if (!isStopWord(form)) pushWord(form, start, end, position, 1);
      position++;
    }
    previousEnd = end;
  }
  closeCompound();
  return tokens;
}

/** Words of one sentence that have positions of their own; those after share the last. */
const sentenceCapacity = 256;

/**
 * A position in a passage as one number that keeps order: the sentence, from 0, and the word in it. Distances within a
 * sentence are plain differences, and words of different sentences are never near each other.
 */
export function encodePosition(sentence: number, word: number): number {
  return sentence * sentenceCapacity + Math.min(word, sentenceCapacity - 1);
}

/** The sentence of an encoded position. */
export function sentenceOf(position: number): number {
  return Math.floor(position / sentenceCapacity);
}

/** The word in its sentence of an encoded position. */
export function wordOf(position: number): number {
  return position % sentenceCapacity;
}
