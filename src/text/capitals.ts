import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import type { Word } from "./words.ts";

/** Words on either side that tell whether a word in capitals stands out. */
const reach = 2;

const capitals = lazyRegExp(String.raw`^\p{Lu}{2,}$`, "u");
/** A letter alone, such as `A` and `I`, is as often a capital as not. */
const single = lazyRegExp(String.raw`^\p{L}$`, "u");
const opensWithCapital = lazyRegExp(String.raw`^\p{Lu}`, "u");
/** A day or a year. */
const dayOrYear = lazyRegExp(String.raw`^(?:\p{Nd}{1,2}|\p{Nd}{4})$`, "u");
/** What may stand between two words of one clause. */
const withinClause = /^[\s,]+$/;

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

/** Whether a stop word, as it is written, is a name where it stands as one; see `isName`. */
export function mayBeName(written: string, form: string, { months, stressed }: Language): boolean {
  return (
    (written !== form && isInCapitals(written) && stressed?.has(form) !== true) || months?.has(form) === true
  );
}

/** Whether a stop word that may be a name stands as one: an acronym amid small letters, or a month. */
export function isName(text: string, found: readonly Word[], index: number): boolean {
  const word = found[index];
  if (word === undefined) return false;
  const written = text.slice(word.start, word.end);
  return isInCapitals(written) ? isAcronym(text, found, index) : isMonth(text, found, index);
}

/** The words of a question in lower case, in order, but names that read like stop words as they are: `WHO` asks for nobody. */
export function askingWords(text: string, found: readonly Word[], language: Language): string[] {
  return found.map(({ start, end }, index) => {
    const written = text.slice(start, end);
    const form = lower(written, language.lowerCase);
    const isKept =
      language.stopWords.has(form) && mayBeName(written, form, language) && isName(text, found, index);
    return isKept ? written : form;
  });
}
