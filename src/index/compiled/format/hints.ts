/**
 * What is known of each passage before it is read, in one character of six bits (the digits of Base64): a level, which tells where it
 * starts in its article's text at least; whether it stands before the first heading; whether another passage may say the same.
 */

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** For each level, the least start of its passages. Level 0 is for the first passage of an article. */
const leastStarts = [
  0, 0, 250, 500, 800, 1_150, 1_500, 1_950, 2_450, 3_000, 3_700, 4_600, 5_800, 7_500, 10_000, 15_000,
] as const;
const levelMask = 15;
const opensBit = 16;
const mayRepeatBit = 32;

/** A passage as its character tells of it. */
export interface HintedPassage {
  readonly isFirst: boolean;
  /** Exact for the writer; the reader gets one that is not above it. */
  readonly start: number;
  readonly opens: boolean;
  readonly mayRepeat: boolean;
}

/** The character of a passage. */
export function encodeHint({ isFirst, start, opens, mayRepeat }: HintedPassage): string {
  const level = isFirst
    ? 0
    : Math.max(
        1,
        leastStarts.findLastIndex((least) => least <= start),
      );
  return digits.charAt(level + (opens ? opensBit : 0) + (mayRepeat ? mayRepeatBit : 0));
}

const valueAt = (hints: string, passage: number): number => digits.indexOf(hints.charAt(passage));

/** The hint of the passage with this number. */
export function hintAt(hints: string, passage: number): HintedPassage {
  const value = valueAt(hints, passage);
  const level = value & levelMask;
  return {
    isFirst: level === 0,
    start: leastStarts[level] ?? 0,
    opens: (value & opensBit) !== 0,
    mayRepeat: (value & mayRepeatBit) !== 0,
  };
}

/** The numbers of the `count` passages that are the first of their article, and of all passages after them. */
export function firstPassages(hints: string, count: number): Uint32Array {
  const numbers = new Uint32Array(count + 1);
  let found = 0;
  for (let passage = 0; passage < hints.length; passage++) {
    if ((valueAt(hints, passage) & levelMask) === 0) numbers[found++] = passage;
  }
  numbers[count] = hints.length;
  return numbers;
}
