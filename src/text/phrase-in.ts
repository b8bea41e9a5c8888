import type { Script } from "./language.ts";

/** Scripts that say things by an ending, or by words that no space divides. */
const unspaced: ReadonlySet<Script> = new Set(["Han", "Kana", "Thai", "Hangul"]);

/** Returns a function that tells whether a phrase is among some words, one right after the other. */
export function spokenIn(words: readonly string[]): (phrase: string) => boolean {
  const spoken = ` ${words.join(" ")} `;
  return (phrase) => spoken.includes(` ${phrase} `);
}

/** The same of a text: anywhere in it in a script that does not space its words. @param words of the text, lower case */
export const phraseIn = (
  text: string,
  words: readonly string[],
  script: Script,
): ((phrase: string) => boolean) =>
  unspaced.has(script) ? (phrase) => text.includes(phrase) : spokenIn(words);
