/** Units of the words, and of the beginning of one file, that stand before all files. */
const lengths = { words: 1_024, sample: 500 } as const;

/** Files that a word is in at least, to be one that files have in common. */
const fewestFiles = 3;

/** What copying a word takes, in its characters: a shorter one saves nothing. */
const copied = 2;

/** A word of a text with the marks before it, which mostly come with it. */
const markedWord = /[^\p{L}\p{N}]{0,2}[\p{L}\p{N}]{2,}/gu;

/**
 * A text to pack files with, which copy from it what they have in common: the words that save most, these last, and the beginning of a file in the
 * middle. Small files have little in them to copy from.
 */
export function commonText(files: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  const counts = new Map<string, number>();
  for (const file of files) {
    for (const word of new Set(decoder.decode(file).match(markedWord))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const saved = ([word, count]: readonly [string, number]): number => count * (word.length - copied);
  const best = [...counts]
    .filter(([, count]) => count >= fewestFiles)
    .sort((a, b) => saved(b) - saved(a) || (a[0] < b[0] ? -1 : 1));
  const chosen: string[] = [];
  let length = 0;
  for (const [word] of best) {
    length += word.length;
    if (length > lengths.words) break;
    chosen.push(word);
  }
  const sample = files[files.length >> 1] ?? new Uint8Array();
  return chosen.reverse().join("") + decoder.decode(sample).slice(0, lengths.sample);
}
