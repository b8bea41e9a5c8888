import type { Excerpt } from "../model/index.ts";
import { analyse } from "../text/analyser.ts";
import { countWords } from "../text/count-words.ts";
import type { Language } from "../text/language.ts";
import type { SentenceTokens } from "./passage-tokens.ts";

/** What is to be read before a unit. */
export interface Lead {
  readonly excerpt: Excerpt;
  readonly sentences: readonly SentenceTokens[];
  /** In words. */
  readonly length: number;
}

/**
 * A lead that an earlier passage contains. It ends before the passage that it leads to begins, so its offsets there are
 * negative.
 *
 * @param textStart where that passage begins in its article
 */
export function earlierLead(excerpt: Excerpt, textStart: number, language: Language): Lead {
  const { text } = excerpt;
  const range = { start: 0, end: text.length };
  const tokens = analyse(text, language, range);
  const sentence = { start: excerpt.start - textStart, end: excerpt.end - textStart, text, tokens };
  return { excerpt, sentences: [sentence], length: countWords(text, range) };
}
