import { fold, hasMarks, lower } from "./fold.ts";
import type { AnswerType, Language } from "./language.ts";
import { stopPhrases } from "./stop-words.ts";

/**
 * What a question asks for: the kind of its first question word, the longest when two begin at one place, `how many` before
 * `how`. Undefined when it has none, as in a keyword search.
 *
 * @param written its words as `askingWords` returns them
 */
export function answerTypeOf(
  text: string,
  written: readonly string[],
  language: Language,
): AnswerType | undefined {
  const spaced = stopPhrases(language) === undefined;
  const typed = hasMarks(text) ? (phrase: string) => phrase : fold;
  const asked = typed(spaced ? ` ${written.join(" ")} ` : written.join(" "));
  let first: { kind: AnswerType; index: number; length: number } | undefined;
  for (const [kind, phrases] of Object.entries(language.questionWords) as [AnswerType, readonly string[]][]) {
    for (const phrase of phrases) {
      const sought = typed(spaced ? ` ${phrase} ` : lower(phrase));
      const index = asked.indexOf(sought);
      if (index < 0) continue;
      const isFirst =
        first === undefined || index < first.index || (index === first.index && sought.length > first.length);
      if (isFirst) first = { kind, index, length: sought.length };
    }
  }
  return first?.kind;
}
