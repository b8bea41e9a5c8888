import { splitArticle } from "../../../src/corpus/split/split.ts";
import type { Article, Passage } from "../../../src/model/index.ts";
import { countWords } from "../../../src/text/count-words.ts";
import { sentences } from "../../../src/text/sentences.ts";

const english = { abbreviations: new Set(["dr"]), stopWords: new Set<string>() };

/** The passages of an article. */
export const split = (article: Article): Passage[] =>
  splitArticle(article, (range) => sentences(article.text, range, english));

/** Number of words in a text. */
export const wordsOf = (text: string): number => countWords(text, { start: 0, end: text.length });
