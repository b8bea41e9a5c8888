/** Questions that ask for as much work as they can, made of the words of an index. */
import { maximumQuestionLength } from "../../src/model/limits.ts";
import type { IndexedTerm } from "./index-terms.ts";

/** Characters of the longest question. */
const longest = maximumQuestionLength;

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** As many words as a question has room for. */
const filled = (words: Iterable<string>): string => {
  let text = "";
  for (const word of words) if (text.length + word.length < longest) text += ` ${word}`;
  return text.trim();
};

/** A word with its character at a place replaced, so that no term is left as it was. */
function misspelt(word: string, place: number, known: ReadonlySet<string>): string {
  for (const letter of alphabet) {
    const other = word.slice(0, place) + letter + word.slice(place + 1);
    if (!known.has(other)) return other;
  }
  return `${word}q`;
}

/** Hostile questions by what they are made of. @param terms most frequent first */
export function hostileQuestions(terms: readonly IndexedTerm[]): Record<string, string> {
  const known = new Set(terms.map(({ term }) => term));
  const words = terms.map(({ term }) => term).filter((term) => /^[a-z]{3,}$/.test(term));
  const ofLength = (length: number): string[] => words.filter((word) => word.length === length).slice(0, 500);
  const oneOfEachFile = [...new Map(terms.map((term) => [term.file, term.term])).values()];
  const many = words.slice(0, 700);
  return {
    "frequent terms": filled(many),
    "frequent terms of three letters": filled(ofLength(3)),
    "one term of each file": filled(oneOfEachFile.filter((term) => /^[a-z]{3,6}$/.test(term))),
    "frequent words, one letter wrong (4 letters)": filled(
      ofLength(4).map((word) => misspelt(word, 2, known)),
    ),
    "frequent words, one letter wrong (5 letters)": filled(
      ofLength(5).map((word) => misspelt(word, 2, known)),
    ),
    "frequent words, one letter wrong (8 letters)": filled(
      ofLength(8).map((word) => misspelt(word, 4, known)),
    ),
    "long words, one letter wrong": filled(ofLength(12).map((word) => misspelt(word, 6, known))),
    "frequent terms and long words, one letter wrong": filled([
      ...many.slice(0, 30),
      ...ofLength(12).map((word) => misspelt(word, 6, known)),
    ]),
    "numbers that no article has": filled(Array.from({ length: 400 }, (_, index) => `${1000 + 37 * index}`)),
    names: filled(many.map((word) => word.charAt(0).toUpperCase() + word.slice(1))),
    "quoted pairs": filled(many.map((word, index) => (index % 2 === 0 ? `"${word}` : `${word}"`))),
    "words with hyphens": filled(many.map((word, index) => `${word}-${many[many.length - 1 - index]}`)),
    "words with dots": filled(many.map((word, index) => `${word}.${many[many.length - 1 - index]}`)),
    "words with apostrophes": filled(many.map((word, index) => `${word}'${many[many.length - 1 - index]}`)),
    "Han characters": "漢字質問検索答文章引用索引記事".repeat(150).slice(0, longest),
    "one letter": "a".repeat(longest),
    // Each is eighteen letters once it is folded.
    "one ligature": "\uFDFA".repeat(longest),
    "Hangul characters": "한국어질문답변".repeat(300).slice(0, longest),
    "Han characters, each apart": Array.from({ length: longest / 2 }, (_, index) =>
      String.fromCodePoint(0x4e00 + index),
    ).join(" "),
    "half-width marks of voice": "\uFF9F".repeat(longest),
  };
}
