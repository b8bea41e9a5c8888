import type { Range } from "../model/index.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { lower } from "./fold.ts";
import { invisibleCharacters } from "./patterns.ts";

/**
 * A letter with its marks. In Thai also with the vowels written before and after it and a silenced letter that follows:
 * Thai character clusters (Theeramunkong et al., "Character cluster based Thai information retrieval", 2000). The last
 * two marks are those of half-width kana. What no reader sees goes with what stands before it.
 */
const character = lazyRegExp(
  String.raw`[เ-ไ]?[ก-ฮ]\p{M}*[ะาำๅ]*(?:[ก-ฮ]\p{M}*์)?[${invisibleCharacters}]*|\P{M}[\p{M}\uFF9E\uFF9F${invisibleCharacters}]*`,
  "gu",
);

const chinese = lazyRegExp(String.raw`\p{Script=Han}`, "u");

/** How many characters a run has. */
export const characterCount = (run: string): number => [...run.matchAll(character())].length;

/** A term of a run of characters, with offsets in the run. */
export interface Gram extends Range {
  readonly term: string;
  /** Number of its first character in the run. */
  readonly position: number;
  /** True for a character of its own within a pair. */
  readonly derived: boolean;
}

/**
 * The overlapping pairs of characters of a run, in order. A character alone stands for itself. Chinese characters stand
 * for themselves within pairs as well, since each is a word or a good part of one. What `cutAt` matches is left out, and no
 * pair reaches across it.
 */
export function grams(run: string, cutAt?: RegExp): Gram[] {
  const found: Gram[] = [];
  let position = 0;
  const piece = (from: number, to: number): void => {
    const characters = [...run.slice(from, to).matchAll(character())].map((match) => ({
      text: lower(match[0]),
      start: from + match.index,
      end: from + match.index + match[0].length,
    }));
    characters.forEach(({ text, start, end }, index) => {
      const at = position + index;
      const next = characters[index + 1];
      if (next !== undefined) {
        found.push({ term: text + next.text, start, end: next.end, position: at, derived: false });
      }
      const alone = characters.length === 1;
      if (alone || chinese().test(text))
        found.push({ term: text, start, end, position: at, derived: !alone });
    });
    position += characters.length;
  };
  let from = 0;
  for (const match of cutAt === undefined ? [] : run.matchAll(cutAt)) {
    piece(from, match.index);
    from = match.index + match[0].length;
    position += characterCount(match[0]);
  }
  piece(from, run.length);
  return found;
}
