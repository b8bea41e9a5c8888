import type { Article } from "../../src/model/index.ts";
import { headingsOf } from "../../src/site/headings.ts";
import type { LanguageSet } from "../../src/text/language-set.ts";
import { sentences } from "../../src/text/sentences.ts";

/** What readers do to words. */
const changes: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase().replace(/[?.!]+$/, ""),
  // The middle letters of the longest word change places.
  (text) => text.replace(longest(text), (word) => word.replace(/^(..+?)(.)(.)(.*)$/u, "$1$3$2$4")),
  // It lacks a letter.
  (text) => text.replace(longest(text), (word) => word.slice(0, 2) + word.slice(3)),
  (text) => text.split(" ").reverse().join(" "),
  (text) =>
    text
      .split(" ")
      .filter((_, index) => index % 2 === 0)
      .join(" "),
  (text) => `“${text.split(" ").slice(0, 4).join(" ")}”`,
  (text) => `How does ${text.split(" ").slice(0, 3).join(" ")} work?`,
  (text) => `Who invented ${longest(text)} in 1969?`,
  (text) => `${text} ${text}`.slice(0, 300),
  (text) => `zebra quantum ${longest(text)} Übermut`,
];

const longest = (text: string): string =>
  text.split(/[^\p{L}]+/u).reduce((best, word) => (word.length > best.length ? word : best), "");

/** So many questions out of the headings, questions and sentences of articles, as they are and changed: the same each time. */
export function questionsFrom(articles: readonly Article[], languages: LanguageSet, count: number): string[] {
  const texts = articles.flatMap((article) => [
    article.title,
    ...article.questions,
    ...headingsOf(article).map(({ text }) => text),
    ...sentences(article.text, { start: 0, end: article.text.length }, languages.of(article.lang)).map(
      ({ start, end }) => article.text.slice(start, end),
    ),
  ]);
  const asked = new Set<string>();
  for (const change of changes) {
    for (const text of texts) {
      const question = change(text).normalize("NFC").trim().slice(0, 500);
      if (question !== "" && asked.size < count) asked.add(question);
    }
  }
  // The changes in turn, so that the first of them are of all kinds.
  return [...asked]
    .map((question, index) => ({ question, key: (index * 7919) % asked.size }))
    .sort((a, b) => a.key - b.key)
    .map(({ question }) => question);
}
