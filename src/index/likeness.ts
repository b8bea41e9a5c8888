import type { ArticleMetadata, Passage } from "../model/index.ts";

/** Least share of their pairs of words that two passages have in common to say the same: one word in fifteen differs. */
export const leastShared = 0.85;

/** A text by which passages that are the same letter by letter are known. */
export const plainText = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What copies have in common: the heading that they stand below. Only such passages are compared, which few are. */
export const placeOf = ({ headings }: Passage, { lang, title }: ArticleMetadata): string =>
  `${lang} ${headings.at(-1) ?? title}`.toLowerCase();

/** A word with a digit: passages that differ in one say different things. */
export const hasDigit = (word: string): boolean => /\p{N}/u.test(word);
