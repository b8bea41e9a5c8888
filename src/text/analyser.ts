import type { Range } from "../model.ts";
import { fold, lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { words } from "./words.ts";

/**
 * Changes whenever the same text gives other terms than before. An index is stamped with it and refused on a mismatch,
 * since a question analysed in one way cannot find passages that were analysed in another.
 */
export const analyserVersion = 1;

/** A term of a text: what is indexed and searched for. */
export interface Token extends Range {
  readonly term: string;
  /** Number of the word in the text from 0, stop words counted, so that distances between terms are true. */
  readonly position: number;
  /** True for a term that repeats its neighbours in another form: the parts of `GPT-4o` written as one. */
  readonly derived: boolean;
}

const stemCacheSize = 20_000;
const stemCaches = new WeakMap<Language, Map<string, string>>();

/** The index term of a lower-case word. Cached, since a few thousand words make up most of any text. */
function termOf(word: string, language: Language): string {
  let cache = stemCaches.get(language);
  if (cache === undefined) {
    cache = new Map();
    stemCaches.set(language, cache);
  }
  const known = cache.get(word);
  if (known !== undefined) return known;
  const term = fold(language.stem(word));
  if (cache.size >= stemCacheSize) cache.clear();
  cache.set(word, term);
  return term;
}

/** A number without the commas between its thousands. */
const plainNumber = (word: string): string =>
  /^\d{1,3}(,\d{3})+/.test(word) ? word.replaceAll(",", "") : word;

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
  let position = 0;
  let compound = "";
  let compoundStart = 0;
  let compoundPosition = 0;
  const closeCompound = (end: number) => {
    if (compound !== "") {
      tokens.push({
        term: termOf(compound, language),
        start: compoundStart,
        end,
        position: compoundPosition,
        derived: true,
      });
      compound = "";
    }
  };

  let previousEnd = range.start;
  let previous = "";
  for (const word of words(text, range)) {
    const written = text.slice(word.start, word.end);
    if (word.script === "unspaced") {
      closeCompound(previousEnd);
      position = pushPairs(tokens, written, word.start, position);
    } else {
      const form = plainNumber(lower(written));
      const joins = word.joined && !"'’".includes(text.charAt(previousEnd));
      if (!joins) closeCompound(previousEnd);
      else if (compound === "") {
        compound = previous;
        compoundPosition = position - 1;
      }
      if (compound === "") compoundStart = word.start;
      else compound += form;
      if (!language.stopWords.has(form)) {
        tokens.push({
          term: termOf(form, language),
          start: word.start,
          end: word.end,
          position,
          derived: false,
        });
      }
      previous = form;
      position++;
    }
    previousEnd = word.end;
  }
  closeCompound(previousEnd);
  return tokens;
}

/** Adds the overlapping pairs of characters of an unspaced run; a single character stands for itself. Returns the next position. */
function pushPairs(tokens: Token[], run: string, start: number, position: number): number {
  const characters: { text: string; start: number; end: number }[] = [];
  let offset = start;
  for (const [character] of run.matchAll(/\P{M}\p{M}*/gu)) {
    characters.push({ text: lower(character), start: offset, end: offset + character.length });
    offset += character.length;
  }
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    if (next !== undefined) {
      tokens.push({
        term: character.text + next.text,
        start: character.start,
        end: next.end,
        position: position + index,
        derived: false,
      });
    } else if (characters.length === 1) {
      tokens.push({
        term: character.text,
        start: character.start,
        end: character.end,
        position,
        derived: false,
      });
    }
  });
  return position + characters.length;
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
