import type { SearchedFor } from "../model/index.ts";
import { analyseTitle, type Token } from "../text/analyser.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { passageTokens } from "./passage-tokens.ts";
import type { RetrievalResult } from "./retrieve.ts";
import type { FetchedPassage } from "./score-units.ts";

/**
 * What was searched for instead of words that the index lacks, of what can be seen in some passages, in the words of the
 * articles: the terms of the index are stems.
 */
export function searchedFor(
  { question, terms }: RetrievalResult,
  passages: readonly FetchedPassage[],
  languages: LanguageSet,
): SearchedFor[] {
  const guessed = terms.filter(({ isGuess }) => isGuess === true);
  if (guessed.length === 0) return [];
  const written = writtenForms(new Set(guessed.map(({ term }) => term)), passages, languages);
  const found = new Map<string, string[]>();
  for (const { term, range } of guessed) {
    const form = written.get(term);
    const asked = question.text.slice(range.start, range.end);
    if (form !== undefined) found.set(asked, [...(found.get(asked) ?? []), form]);
  }
  return [...found].map(([asked, instead]) => ({ asked, instead }));
}

/** How passages write some terms, most often; those that they do not hold are left out. */
function writtenForms(
  terms: ReadonlySet<string>,
  passages: readonly FetchedPassage[],
  languages: LanguageSet,
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = (text: string, tokens: readonly Token[]): void => {
    for (const { term, start, end } of tokens) {
      if (!terms.has(term)) continue;
      const form = text.slice(start, end);
      const forms = counts.get(term) ?? new Map<string, number>();
      counts.set(term, forms.set(form, (forms.get(form) ?? 0) + 1));
    }
  };
  for (const { stored } of passages) {
    const { article, passage } = stored;
    const language = languages.of(article.lang);
    const { title, sentences } = passageTokens(stored, language);
    count(article.title, title);
    for (const heading of passage.headings) count(heading, analyseTitle(heading, language));
    for (const { tokens } of sentences) count(passage.text, tokens);
  }
  const most = (forms: ReadonlyMap<string, number>): string =>
    [...forms].reduce((best, form) => (form[1] > best[1] ? form : best), ["", 0] as const)[0];
  return new Map([...counts].map(([term, forms]) => [term, most(forms)]));
}
