import type { Range } from "../model/index.ts";
import { countWords } from "../text/count-words.ts";

/** Returns a function that counts the words from the first to the last of some sentences, each of which is counted once for all runs. */
export function runLengths(text: string, sentences: readonly Range[]): (from: number, to: number) => number {
  /** Words before each sentence, and before its end, from the first one on. */
  const before: number[] = [];
  const through: number[] = [];
  let counted = 0;
  let end = sentences[0]?.start ?? 0;
  for (const sentence of sentences) {
    counted += countWords(text, { start: end, end: sentence.start });
    before.push(counted);
    counted += countWords(text, sentence);
    through.push(counted);
    end = sentence.end;
  }
  return (from, to) => (through[to] ?? 0) - (before[from] ?? 0);
}
