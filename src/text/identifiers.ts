import type { Range } from "../model/index.ts";

/** A part of a word, with offsets in the word. */
export interface WordPart extends Range {
  /** Whether it is asked for along with the word; others only lead to it. */
  readonly asked: boolean;
}

/** Whether letters meet digits, or small letters capitals: most words have no such place. */
const boundary = /[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d|\d[A-Za-z]/;
const lettersOrDigits = /[A-Za-z]+|\d+/g;
const hump = /[A-Z]+s?(?![a-z])|[A-Z]?[a-z]+/g;

/** Shortest letters that are a part. */
const leastLetters = 2;
/** A word of more stretches of letters and digits is no name but a hash. */
const mostStretches = 4;
/** A word of so many humps is made of words, however it begins. */
const certainHumps = 3;

/**
 * The parts of a word that is written together, as names of code are: `max`, `Retry`, `Count` of maxRetryCount; `iPhone`
 * and `15` of iPhone15. Names of two humps that begin with a capital, such as JavaScript, have none: they are no kind of
 * what their parts are. Empty for most words. Letters beyond ASCII have no parts.
 */
export function wordParts(word: string): WordPart[] {
  if (!boundary.test(word)) return [];
  const stretches = [...word.matchAll(lettersOrDigits)];
  const isWhole = stretches.reduce((sum, [{ length }]) => sum + length, 0) === word.length;
  if (!isWhole || stretches.length > mostStretches) return [];
  const parts: WordPart[] = [];
  stretches.forEach((stretch, index) => {
    const [letters] = stretch;
    const start = stretch.index;
    const isNumber = /^\d/.test(letters);
    const [before, after] = [stretches[index - 1]?.[0] ?? "", stretches[index + 1]?.[0] ?? ""];
    const ofWords = isNumber
      ? Math.max(lettersIn(before), lettersIn(after)) >= leastLetters
      : stretches.length > 1 && letters.length >= leastLetters;
    if (ofWords) parts.push({ start, end: start + letters.length, asked: false });
    if (!isNumber) parts.push(...humpsOf(letters).map(shift(start)));
  });
  return parts;
}

const lettersIn = (stretch: string): number => (/^\d/.test(stretch) ? 0 : stretch.length);

const shift =
  (by: number) =>
  ({ start, end, asked }: WordPart): WordPart => ({ start: start + by, end: end + by, asked });

function humpsOf(letters: string): WordPart[] {
  const humps = [...letters.matchAll(hump)];
  const [first = ""] = humps[0] ?? [];
  const isCode = humps.length > 1 && /^[a-z]/.test(letters) && first.length >= leastLetters;
  if (!isCode && humps.length < certainHumps) return [];
  return humps
    .filter(([part]) => part.length >= leastLetters)
    .map((part) => ({ start: part.index, end: part.index + part[0].length, asked: true }));
}
