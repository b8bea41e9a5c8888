import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import type { SynonymTerms } from "../text/synonyms.ts";
import { longestStemmed } from "../text/terms.ts";
import { words } from "../text/words.ts";
import type { Question, QuestionTerm } from "./question.ts";

/** Weight of a synonym relative to the word asked for: it may mean something else. */
const synonymWeight = 0.4;
/** The same of another form of the word. */
const formWeight = 0.7;

/** The synonyms of one corpus in one language. */
export class Synonyms {
  /** Groups by the first term of each of their phrases. */
  readonly #groups = new Map<string, SynonymTerms>();
  readonly #language: Language;

  constructor(language: Language, synonyms: SynonymTerms) {
    this.#language = language;
    for (const phrases of synonyms) {
      for (const [first] of phrases) {
        if (first === undefined) continue;
        this.#groups.set(first, [...(this.#groups.get(first) ?? []), phrases]);
      }
    }
  }

  /**
   * The question with the terms of other forms and synonyms added, under the number of the first word they stand for; a question after a
   * person also with who does what it says, the founder for who founded.
   */
  expand(question: Question): Question {
    const asked = question.terms.filter(({ weight }) => weight === 1);
    const known = new Set(question.terms.map(({ term }) => term));
    const added: QuestionTerm[] = [];
    const add = (word: QuestionTerm, term: string, weight = synonymWeight): void => {
      if (known.has(term)) return;
      known.add(term);
      added.push({ ...word, term, weight });
    };
    const phrasalTerms = this.#phrasalTerms(question.text);
    asked.forEach((first, index) => {
      const written = question.text.slice(first.range.start, first.range.end);
      if (Math.max(written.length, first.term.length) <= longestStemmed) {
        for (const term of this.#language.otherForms?.(written) ?? []) add(first, term, formWeight);
        for (const term of phrasalTerms(first)) add(first, term, formWeight);
        if (question.answerType === "person") {
          for (const term of this.#language.doerTerms?.(first.term) ?? []) add(first, term);
        }
      }
      for (const phrases of this.#groups.get(first.term) ?? []) {
        const isHere = (phrase: readonly string[]): boolean =>
          phrase.length > 0 && phrase.every((term, offset) => asked[index + offset]?.term === term);
        if (!phrases.some(isHere)) continue;
        for (const term of phrases.filter((phrase) => !isHere(phrase)).flat()) add(first, term);
      }
    });
    return added.length === 0 ? question : { ...question, terms: [...question.terms, ...added] };
  }

  /** Makes a function that returns the terms of what a word of a question, if it is a verb, says in one word with one after it. */
  #phrasalTerms(text: string): (term: QuestionTerm) => readonly string[] {
    const { phrasalTerms, lowerCase } = this.#language;
    if (phrasalTerms === undefined) return () => [];
    const found = words(text);
    const asked = found.map(({ start, end }) => lower(text.slice(start, end), lowerCase));
    const numbers = new Map(found.map(({ end }, index) => [end, index] as const));
    return ({ range }) => {
      const number = numbers.get(range.end);
      const verb = lower(text.slice(range.start, range.end), lowerCase);
      return number === undefined ? [] : phrasalTerms(verb, asked.slice(number + 1));
    };
  }
}
