import type { Range } from "../model/index.ts";
import { memoizeWords } from "../shared/memoize.ts";
import { isName, mayBeName } from "./capitals.ts";
import { characterCount, grams } from "./characters.ts";
import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { isStopWord, lacksMarks, stopPhrases } from "./stop-words.ts";
import { termsOf, type WordTerm } from "./terms.ts";
import { type Word, words } from "./words.ts";

/**
 * Changes whenever the same text gives other terms than before. An index is stamped with it and refused on a mismatch,
 * since a question analysed in one way cannot find passages that were analysed in another.
 */
export const analyserVersion = 4;

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
  word.includes(",") && /^\d{1,3}(,\d{3})+/.test(word) ? word.replaceAll(",", "") : word;

/** What there is to know of a word as it is written, whatever stands around it. */
interface WrittenWord {
  /** In lower case. */
  readonly form: string;
  readonly terms: readonly WordTerm[];
  /** Among words with marks, and in a text of someone who leaves them out. */
  readonly isStopWord: boolean;
  readonly isTypedStopWord: boolean;
  /** Whether it is a name in some places, if it is a stop word in others. */
  readonly mayBeName: boolean;
}

const writtenWord = memoizeWords((written, language: Language): WrittenWord => {
  // A few Arabic letters decompose to a space and a mark, or to several words.
  const form = plainNumber(lower(written, language.lowerCase).replace(/\s/g, ""));
  return {
    form,
    terms: termsOf(form, language),
    isStopWord: isStopWord(form, language, false),
    isTypedStopWord: isStopWord(form, language, true),
    mayBeName: mayBeName(written, form, language),
  };
});

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
 *
 * @param found the words of the range, where they are known already
 */
export function analyse(
  text: string,
  language: Language,
  range: Range = { start: 0, end: text.length },
  found: readonly Word[] = words(text, range),
): Token[] {
  const tokens: Token[] = [];
  const typedWithoutMarks = lacksMarks(text.slice(range.start, range.end), found);
  let position = 0;

  const pushTerms = (terms: readonly WordTerm[], start: number, end: number, at: number, weight: number) => {
    for (const spelling of terms) {
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
      const { form, start, position } = compound;
      pushTerms(termsOf(form, language), start, previousEnd, position, derivedWeight);
    }
    compound = undefined;
  };

  for (const [index, { start, end, script, joined }] of found.entries()) {
    const written = text.slice(start, end);
    const joins = joined && script === "spaced" && !"'’".includes(text.charAt(previousEnd));
    if (!joins) closeCompound();
    previousEnd = end;
    if (script === "unspaced") {
      pushCharacters(written, start, stopPhrases(language));
      position += characterCount(written);
      continue;
    }
    const word = writtenWord(written, language);
    const { form } = word;
    const isStop =
      (typedWithoutMarks ? word.isTypedStopWord : word.isStopWord) &&
      !(word.mayBeName && isName(text, found, index));
    if (script === "hangul") {
      if (!isStop) pushCharacters(written.slice(0, language.stem(form).length), start);
      position += characterCount(written);
    } else {
      compound =
        compound === undefined
          ? { form, start, position, parts: 1 }
          : { ...compound, form: compound.form + form, parts: compound.parts + 1 };
      if (!isStop) pushTerms(word.terms, start, end, position, 1);
      position++;
    }
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
