import type { Range } from "../../model/index.ts";

/** A text without case and accents, unit by unit, so that offsets stay. */
function folded(text: string): string {
  return text
    .split("")
    .map((unit) => unit.normalize("NFD").charAt(0).toLowerCase().charAt(0) || unit)
    .join("");
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Scripts without spaces, in which a word may start anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Where the typed words stand in a text, each at the start of a word.
 * @returns sorted ranges, or undefined when a typed word is not there
 */
export function typedRanges(text: string, typed: string): Range[] | undefined {
  const haystack = folded(text);
  const ranges: Range[] = [];
  for (const word of folded(typed).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    let start = haystack.indexOf(word);
    while (start > 0 && wordCharacter.test(haystack.charAt(start - 1)) && !unspaced.test(word)) {
      start = haystack.indexOf(word, start + 1);
    }
    if (start === -1) return undefined;
    ranges.push({ start, end: start + word.length });
  }
  return ranges.sort((a, b) => a.start - b.start);
}
