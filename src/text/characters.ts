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

/** A run of Chinese characters alone, of which each code unit is one. */
const isPlain = (run: string): boolean => /^[\u4e00-\u9fff]+$/.test(run);

/** How many characters a run has. */
export const characterCount = (run: string): number =>
  isPlain(run) ? run.length : [...run.matchAll(character())].length;

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
  const plainPiece = (from: number, to: number): void => {
    const isAlone = to - from === 1;
    for (let start = from; start < to; start++) {
      const at = position + start - from;
      if (start + 1 < to) {
        found.push({
          term: run.slice(start, start + 2),
          start,
          end: start + 2,
          position: at,
          derived: false,
        });
      }
      found.push({ term: run.charAt(start), start, end: start + 1, position: at, derived: !isAlone });
    }
    position += to - from;
  };
  const piece = (from: number, to: number): void => {
    // Most runs of Chinese are: no mark is looked for, and no capital.
    if (isPlain(run.slice(from, to))) {
      plainPiece(from, to);
      return;
    }
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
