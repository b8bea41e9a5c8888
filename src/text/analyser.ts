import type { Range } from "../model/index.ts";
import { memoizeWords } from "../shared/memoize.ts";
import { isName, mayBeName } from "./capitals.ts";
import { characterCount, grams } from "./characters.ts";
import { fold, lower } from "./fold.ts";
import { type WordPart, wordParts } from "./identifiers.ts";
import type { Language } from "./language.ts";
import { type NumberForms, numberForms } from "./numbers.ts";
import { isStopWord, lacksMarks, stopPhrases } from "./stop-words.ts";
import { stemOf, termsOf, type WordTerm } from "./terms.ts";
import { type Word, words } from "./words.ts";

/**
 * Changes whenever the same text yields other terms than before. An index is stamped with it and refused on a mismatch,
 * since a question analysed in one way cannot find passages that were analysed in another.
 */
export const analyserVersion = 8;

/** A term of a text: what is indexed and searched for. */
export interface Token extends Range {
  readonly term: string;
  /** Number of the word in the text from 0, stop words counted, so that distances between terms are true. */
  readonly position: number;
  /**
   * What it counts when it is asked: 1 for a word; less for a term that repeats one in another form, without its accents or
   * the parts of `GPT-4o` as one; 0 for a term that only leads to a word and is not asked for with it, the year of a date.
   */
  readonly weight: number;
}

/** What there is to know of a word as it is written, whatever stands around it. */
interface WrittenWord {
  /** In lower case. */
  readonly form: string;
  readonly terms: readonly WordTerm[];
  /** Words within it. */
  readonly parts: readonly WordPart[];
  /** Among words with marks, and in a text of someone who leaves them out. */
  readonly isStopWord: boolean;
  readonly isTypedStopWord: boolean;
  /** Whether it is a name in some places, if it is a stop word in others. */
  readonly mayBeName: boolean;
}

const writtenWord = memoizeWords((written, language: Language): WrittenWord => {
  // A few Arabic letters decompose to a space and a mark, or to several words.
  const form = lower(written, language.lowerCase).replace(/\s/g, "");
  return {
    form,
    terms: termsOf(form, language),
    parts: wordParts(written),
    isStopWord: isStopWord(form, language, false),
    isTypedStopWord: isStopWord(form, language, true),
    mayBeName: mayBeName(written, form, language),
  };
});

/** What a term counts that repeats its neighbours in another form. */
const derivedWeight = 0.5;

/** What a part of a name of code counts, `effect` of useEffect: much that has it is about something else. */
const partWeight = 0.3;

/** Stands before a stop word that is indexed, to distinguish it from an acronym. */
const stopMark = "=";

/** Whether a term is a stop word of a title or heading. */
export const isStopTerm = (term: string): boolean => term.startsWith(stopMark);

/** Joiners of the parts of one word; others join words to a path. */
const wordJoiners = "-‐‑_&";

/** The parts of a compound as they are read: `GPT-4o`. */
interface Compound {
  form: string;
  readonly start: number;
  readonly position: number;
  readonly parts: number;
}

/** What a name may begin with before its apostrophe, and the apostrophe: O', Mc'. */
const shortestWord = 3;

/** What stands in a text between an amount and its currency. */
const currencyBefore = /\p{Sc}\s?$/u;
const currencyAfter = /^\s?\p{Sc}/u;
const mayBeNumber = /^v?\d/i;
/** Numbers that models and chapters have; a year is none. */
const smallNumber = /^\d{1,3}$/;
const capital = /\p{Lu}/u;
/** The word for a version, in most languages, and `v` for it. */
const versionWord = /^(?:v|ver|versi[oó]n|versione|versão|version|versie|versija|версия)$/;

/**
 * The terms of a range of a text in order, without stop words. Offsets are in the text. Scripts without spaces give
 * overlapping pairs of characters, which match alike in every engine and need no dictionary.
 *
 * @param found the words of the range, where they are known already
 */
export function analyse(text: string, language: Language, range?: Range, found?: readonly Word[]): Token[] {
  return new Analysis(text, language, range, found).tokens(false);
}

/**
 * The terms of a title or a heading, its stop words too, each as a term of its own at weight 0: a page may be called
 * "If", "The Who" or "any".
 */
export function analyseTitle(text: string, language: Language, found?: readonly Word[]): Token[] {
  return new Analysis(text, language, undefined, found).tokens(true);
}

/** One reading of a range of a text. */
class Analysis {
  readonly #text: string;
  readonly #language: Language;
  readonly #range: Range;
  readonly #found: readonly Word[];
  readonly #tokens: Token[] = [];
  #position = 0;
  /** Parts that hyphens join, and parts that anything joins. */
  #word: Compound | undefined;
  #path: Compound | undefined;
  #previousEnd = 0;

  constructor(
    text: string,
    language: Language,
    range: Range = { start: 0, end: text.length },
    found: readonly Word[] = words(text, range),
  ) {
    this.#text = text;
    this.#language = language;
    this.#range = range;
    this.#found = found;
  }

  tokens(withStopWords: boolean): Token[] {
    const { start, end } = this.#range;
    const typedWithoutMarks = lacksMarks(this.#text.slice(start, end), this.#found);
    for (const [index, word] of this.#found.entries())
      this.#read(word, index, typedWithoutMarks, withStopWords);
    this.#closeWord(true);
    this.#closePath();
    return this.#tokens;
  }

  #read(
    { start, end, script, joined }: Word,
    index: number,
    typedWithoutMarks: boolean,
    withStopWords: boolean,
  ) {
    const written = this.#text.slice(start, end);
    const joiner = joined && script === "spaced" ? this.#text.charAt(this.#previousEnd) : "";
    const isElision = joiner === "'" || joiner === "’";
    // O'Brien is typed obrien; l'Europe is not typed leurope.
    const isShort = this.#word !== undefined && start - this.#word.start <= shortestWord;
    const joinsName =
      isElision && isShort && capital.test(this.#text.charAt(start - 2)) && capital.test(written.charAt(0));
    const endsPath = joiner === "" || isElision;
    if (!joinsName && (endsPath || !wordJoiners.includes(joiner))) this.#closeWord(endsPath);
    if (endsPath) this.#closePath();
    this.#previousEnd = end;
    if (script === "unspaced") {
      this.#pushCharacters(written, start, stopPhrases(this.#language));
      this.#position += characterCount(written);
      return;
    }
    const word = writtenWord(written, this.#language);
    const isStop =
      (typedWithoutMarks ? word.isTypedStopWord : word.isStopWord) &&
      !(word.mayBeName && isName(this.#text, this.#found, index, this.#language));
    if (isStop && withStopWords) {
      this.#push([{ term: stopMark + (fold(word.form) || word.form), weight: 0 }], start, end);
    }
    if (script === "hangul") {
      const stem = stemOf(word.form, this.#language);
      const isWhole = word.form.length !== written.length;
      if (!isStop) this.#pushCharacters(isWhole ? written : written.slice(0, stem.length), start);
      this.#position += characterCount(written);
      return;
    }
    this.#word = this.#joined(this.#word, word.form, start);
    this.#path = this.#joined(this.#path, word.form, start);
    if (isStop) this.#position++;
    else this.#pushWord(word, written, start, end, index);
  }

  #joined(compound: Compound | undefined, form: string, start: number): Compound {
    return compound === undefined
      ? { form, start, position: this.#position, parts: 1 }
      : { ...compound, form: compound.form + form, parts: compound.parts + 1 };
  }

  /** Ends what hyphens join, which is a term of its own. */
  #closeWord(endsPath: boolean): void {
    const word = this.#word;
    this.#word = undefined;
    if (word === undefined || word.parts === 1) return;
    this.#pushCompound(word);
    // A path that is nothing more is the same term.
    if (endsPath && this.#path?.start === word.start) this.#path = undefined;
  }

  #closePath(): void {
    const path = this.#path;
    this.#path = undefined;
    if (path !== undefined && path.parts > 1) this.#pushCompound(path);
  }

  #pushCompound({ form, start, position }: Compound): void {
    this.#push(termsOf(form, this.#language), start, this.#previousEnd, position, derivedWeight);
  }

  #push(terms: readonly WordTerm[], start: number, end: number, position = this.#position, weight = 1): void {
    for (const spelling of terms) {
      this.#tokens.push({ term: spelling.term, start, end, position, weight: weight * spelling.weight });
    }
  }

  #pushCharacters(run: string, start: number, cutAt?: RegExp): void {
    for (const gram of grams(run, cutAt)) {
      const weight = gram.derived ? derivedWeight : 1;
      const position = this.#position + gram.position;
      this.#push([{ term: gram.term, weight }], start + gram.start, start + gram.end, position);
    }
  }

  #pushWord(word: WrittenWord, written: string, start: number, end: number, index: number): void {
    const number = mayBeNumber.test(written) ? this.#numberForms(written, start, end) : undefined;
    if (number === undefined) this.#push(word.terms, start, end);
    else {
      this.#push([{ term: number.whole, weight: 1 }], start, end);
      this.#push(
        number.others.map((term) => ({ term, weight: derivedWeight })),
        start,
        end,
      );
      this.#push(
        number.parts.map((term) => ({ term, weight: 0 })),
        start,
        end,
      );
    }
    if (smallNumber.test(written)) this.#pushNumbered(word.form, start, end, index);
    const before = this.#position;
    for (const part of word.parts) {
      const form = word.form.length === written.length ? word.form.slice(part.start, part.end) : undefined;
      if (form === undefined || isStopWord(form, this.#language, false)) continue;
      const position = part.asked ? this.#position++ : before;
      const weight = part.asked ? partWeight : 0;
      const terms = termsOf(form, this.#language);
      this.#push(terms.slice(0, 1), start + part.start, start + part.end, position, weight);
    }
    if (this.#position === before) this.#position++;
  }

  #numberForms(written: string, start: number, end: number): NumberForms | undefined {
    const isMoney =
      currencyBefore.test(this.#text.slice(Math.max(0, start - 2), start)) ||
      currencyAfter.test(this.#text.slice(end, end + 2));
    return numberForms(written.toLowerCase(), this.#language, isMoney);
  }

  /** A name and its number as one, `iphone15` of iPhone 15, which other people write together; `v2` of version 2. */
  #pushNumbered(digits: string, start: number, end: number, index: number): void {
    const before = this.#found[index - 1];
    if (before?.script !== "spaced" || !/^\s$/.test(this.#text.slice(before.end, start))) return;
    const written = this.#text.slice(before.start, before.end);
    const { form, isStopWord } = writtenWord(written, this.#language);
    const isVersion = versionWord.test(form);
    if (!isVersion && (isStopWord || !capital.test(written) || !/^\p{L}+$/u.test(written))) return;
    const terms = termsOf((isVersion ? "v" : form) + digits, this.#language).slice(0, 1);
    this.#push(terms, before.start, end, this.#position - 1, derivedWeight);
  }
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
