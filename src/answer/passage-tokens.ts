import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { analyse, analyseTitle, type Token } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";

/** A sentence of a passage. Its offsets, and those of its tokens, are in the text of the passage. */
export interface SentenceTokens extends Range {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A passage as the index has it. */
export interface PassageTokens {
  readonly title: readonly Token[];
  readonly headings: readonly Token[];
  readonly sentences: readonly SentenceTokens[];
}

const analyses = memoizeByObject((language: Language) =>
  memoizeByObject(
    ({ passage, article }: StoredPassage): PassageTokens => ({
      title: analyseTitle(article.title, language),
      headings: passage.headings.flatMap((heading) => analyseTitle(heading, language)),
      sentences: sentences(passage.text, { start: 0, end: passage.text.length }, language).map((range) => ({
        ...range,
        text: passage.text.slice(range.start, range.end),
        tokens: analyse(passage.text, language, range),
      })),
    }),
  ),
);

/** Analyses a passage that was read, once for as long as it is in memory: quotes, highlights and feedback all need it. */
export const passageTokens = (stored: StoredPassage, language: Language): PassageTokens =>
  analyses(language)(stored);
