import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { type Word, words } from "./words.ts";

/** Words on either side that tell whether a word in capitals stands out. */
const reach = 2;

const capitals = lazyRegExp(String.raw`^\p{Lu}{2,}$`, "u");
/** A letter alone, such as `A` and `I`, is as often a capital as not. */
const single = lazyRegExp(String.raw`^\p{L}$`, "u");
const opensWithCapital = lazyRegExp(String.raw`^\p{Lu}`, "u");
const opensWithSmall = lazyRegExp(String.raw`^\p{Ll}`, "u");
/** A day or a year. */
const dayOrYear = lazyRegExp(String.raw`^(?:\p{Nd}{1,2}|\p{Nd}{4})$`, "u");
/** What may stand between two words of one clause. */
const withinClause = /^[\s,]+$/;

/** Whether words that begin with a small letter stand in a text, so that a capital indicates a name. */
export const hasSmallWords = (text: string): boolean =>
  words(text).some(({ start }) => opensWithSmall().test(text.slice(start, start + 2)));

/** Whether a word, as it is written, is in capitals. */
const isInCapitals = (written: string): boolean => capitals().test(written);

/**
 * Whether a word in capitals is an acronym, `the WHO says`, and not a part of text that is all in capitals: of the words
 * around it no more are in capitals than are not.
 */
function isAcronym(text: string, found: readonly Word[], index: number): boolean {
  let inCapitals = 0;
  let others = 0;
  for (let at = Math.max(0, index - reach); at <= index + reach; at++) {
    const word = found[at];
    if (at === index || word === undefined) continue;
    const written = text.slice(word.start, word.end);
    if (isInCapitals(written)) inCapitals++;
    else if (!single().test(written)) others++;
  }
  return inCapitals <= others;
}

/** Whether a word that can be a month is one: before a day or a year, or with a capital amid a sentence. */
function isMonth(text: string, found: readonly Word[], index: number): boolean {
  const [before, word, after] = [found[index - 1], found[index], found[index + 1]];
  if (word === undefined) return false;
  const follows = (one: Word, next: Word): boolean => withinClause.test(text.slice(one.end, next.start));
  if (after !== undefined && follows(word, after) && dayOrYear().test(text.slice(after.start, after.end))) {
    return true;
  }
  return (
    before !== undefined && follows(before, word) && opensWithCapital().test(text.slice(word.start, word.end))
  );
}

const apostrophes = "'’";

/** Whether an apostrophe ties a word to one beside it, as in don't and l'eau. */
const isElided = (text: string, found: readonly Word[], index: number): boolean => {
  const [word, after] = [found[index], found[index + 1]];
  return (
    (word?.joined === true && apostrophes.includes(text.charAt(word.start - 1))) ||
    (after?.joined === true && apostrophes.includes(text.charAt(after.start - 1)))
  );
};

/**
 * Whether a letter alone, which could be an article, a pronoun or what an apostrophe left over, names a thing: plan S,
 * vitamin D, hepatitis A. A consonant is no word in languages of Latin script; a vowel names one as a capital amid a
 * clause, or at its end, where nothing follows that it could belong to.
 */
function isLabel(text: string, found: readonly Word[], index: number, language: Language): boolean {
  const [before, word, after] = [found[index - 1], found[index], found[index + 1]];
  if (word === undefined || isElided(text, found, index)) return false;
  const written = text.slice(word.start, word.end);
  const gap = before === undefined ? "" : text.slice(before.end, word.start);
  // U.S. and e.g. are found as one, and the letters of a-t-il are none.
  const joinsAs = (joiner: string): boolean =>
    gap === joiner || (after?.joined === true && text.charAt(word.end) === joiner);
  if (joinsAs(".") || (joinsAs("-") && !opensWithCapital().test(written))) return false;
  if (consonant.test(written)) return true;
  if (before === undefined || before.script !== "spaced" || !/^\s+$/.test(gap)) return false;
  const other = text.slice(before.start, before.end);
  const endsClause = after === undefined || !/^\s+$/.test(text.slice(word.end, after.start));
  const follows = !language.stopWords.has(lower(other, language.lowerCase));
  if (!opensWithCapital().test(written)) return endsClause && follows;
  if (isInCapitals(other) && other.length > 1) return false;
  const isOftenCapital = language.capitalWords?.has(lower(written, language.lowerCase)) === true;
  return !isOftenCapital || (follows && opensWithCapital().test(other));
}

/** A consonant of the Latin alphabet. */
const consonant = /^[b-df-hj-np-tv-xz]$/i;

/** Whether a stop word, as it is written, is a name where it stands as one; see `isName`. */
export function mayBeName(written: string, form: string, { months, stressed }: Language): boolean {
  return (
    (written !== form && isInCapitals(written) && stressed?.has(form) !== true) ||
    months?.has(form) === true ||
    single().test(form)
  );
}

/** Whether a stop word that may be a name stands as one: an acronym amid small letters, a month, or a letter. */
export function isName(text: string, found: readonly Word[], index: number, language: Language): boolean {
  const word = found[index];
  if (word === undefined) return false;
  const written = text.slice(word.start, word.end);
  if (single().test(written)) return isLabel(text, found, index, language);
  return isInCapitals(written) ? isAcronym(text, found, index) : isMonth(text, found, index);
}

/** The words of a question in lower case, in order, but names that read like stop words as they are: `WHO` asks for nobody. */
export function askingWords(text: string, found: readonly Word[], language: Language): string[] {
  return found.map(({ start, end }, index) => {
    const written = text.slice(start, end);
    const form = lower(written, language.lowerCase);
    const isKept =
      language.stopWords.has(form) &&
      mayBeName(written, form, language) &&
      isName(text, found, index, language);
    return isKept ? written : form;
  });
}
