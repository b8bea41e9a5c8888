import type { Range } from "../model/index.ts";
import { words } from "./words.ts";

/** Average characters per word in scripts without spaces. */
const unspacedWordLength = 2;

/** What is longer than this without a space, in UTF-16 units, is not one word: an address, or encoded data. */
const longestWord = 40;

/** How many words a reader would say there are in a range of a text. Scripts without spaces are estimated. */
export function countWords(text: string, range: Range): number {
  let count = 0;
  for (const { start, end, script } of words(text, range)) {
    count += Math.ceil((end - start) / (script === "unspaced" ? unspacedWordLength : longestWord));
  }
  return count;
}
