import { lazyRegExp } from "../shared/lazy-reg-exp.ts";

/** What stands in brackets, and a short form of capitals right before it; `s` may make that several. */
const bracketed = lazyRegExp(
  String.raw`(?:(?<![\p{L}\p{Nd}])(\p{Lu}[\p{Lu}\p{Nd}&-]{1,9})s?\s+)?[(（]["“]?([^()（）]{2,80})["”]?[)）]`,
  "gu",
);
const shortForm = lazyRegExp(String.raw`^(\p{Lu}[\p{Lu}\p{Nd}&-]{1,9})s?["”]?$`, "u");

/** UTF-16 units before a bracket that may be spelt out in it. */
const reach = 100;

/** Words, and parts of words that begin with a letter that a short form may take: Hyper|Text, Wi-Fi. */
const part = lazyRegExp(String.raw`\p{Lu}?[\p{Ll}\p{M}'’]+|\p{Lu}+`, "gu");
const opensWithCapital = lazyRegExp(String.raw`^\p{Lu}`, "u");
const letter = lazyRegExp(String.raw`\p{L}`, "gu");
/** Letters at most of a word that a short form may pass over: of, and, the. */
const longestSkipped = 4;

/** The short forms that a text spells out: `ACME` in "the Automatic Certificate Management Environment (ACME)" and "ACME (Automatic …)". */
export function expandedIn(text: string): string[] {
  // Most have none, and the letters of a script cost more to look for.
  if (!/[(（]/.test(text)) return [];
  return [...text.matchAll(bracketed())].flatMap(({ index, 1: before, 2: inside = "" }) => {
    const within = shortForm().exec(inside)?.[1];
    if (within !== undefined)
      return spells(text.slice(Math.max(0, index - reach), index), within) ? [within] : [];
    return before !== undefined && spells(inside, before) ? [before] : [];
  });
}

/** Whether the last words of a text begin with the letters of a short form, small words passed over. */
function spells(text: string, short: string): boolean {
  const letters = Array.from(short.toLowerCase().matchAll(letter()), ([each]) => each);
  const words = Array.from(text.matchAll(part()), ([word]) => word);
  if (letters.length < 2) return false;
  for (let word = words.pop(); word !== undefined && letters.length > 0; word = words.pop()) {
    if (word.toLowerCase().startsWith(letters.at(-1) ?? "")) letters.pop();
    else if (word.length > longestSkipped || opensWithCapital().test(word)) return false;
  }
  return letters.length === 0;
}
