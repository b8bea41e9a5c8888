/** What of a passage says nothing alone, and so is no quote. */
import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { anyNumber } from "../text/patterns.ts";
import { words } from "../text/words.ts";
import type { SentenceTokens } from "./passage-tokens.ts";

/** Longest paragraph that only points elsewhere, in words. */
const longestPointer = 25;
/** A paragraph below this many words, without an end, is a label. */
const shortestSentence = 4;

/** A line of code that brings in what other lines use, remarks or is empty. */
const preambleLine =
  /^\s*(?:(?:import\b|from\s|export \* from|#include\b|using\b|package\s|require\b)|(?:const|let|var)\s.*\brequire\(|use\s|(?:\/\/|#).*$|["']use \w+["'];?$|$)/;

/** Whether a paragraph of so many words is a label: a few words that are no sentence and hold no number. */
export const isLabel = (text: string, length: number): boolean =>
  length < shortestSentence && !/[.!?…。！？।؟]["”’)\]]*$/.test(text) && !anyNumber().test(text);

/** Whether a paragraph of so many words only points elsewhere. */
export const isPointer = (text: string, length: number, language: Language): boolean =>
  length <= longestPointer && language.pointers?.().test(text) === true;

/** Whether code does nothing but bring in what other code uses. */
export const isPreamble = (code: string): boolean =>
  code.split("\n").every((line) => preambleLine.test(line));

/** Whether the items of a list are what a reader is to learn from the article: `How to ...`, `What ... is`. */
export function areGoals(
  text: string,
  items: readonly (readonly SentenceTokens[])[],
  { questionWords, lowerCase }: Language,
): boolean {
  const asking = new Set(
    Object.values(questionWords).flatMap((phrases) => phrases.map((phrase) => phrase.split(" ")[0])),
  );
  const goals = items.filter(([first, second]) => {
    if (first === undefined || second !== undefined) return false;
    if (/[.!。]$/.test(text.slice(first.start, first.end))) return false;
    const [word] = words(text, first);
    return word !== undefined && asking.has(lower(text.slice(word.start, word.end), lowerCase));
  });
  return goals.length > items.length / 2;
}
