import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import type { SentenceTokens } from "./passage-tokens.ts";

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
