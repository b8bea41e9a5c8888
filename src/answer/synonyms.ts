import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import type { SynonymTerms } from "../text/synonyms.ts";
import { lowerWords } from "../text/words.ts";
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
    asked.forEach((first, index) => {
      const written = question.text.slice(first.range.start, first.range.end);
      for (const term of this.#language.otherForms?.(written) ?? []) add(first, term, formWeight);
      for (const term of this.#phrasalTerms(question, first)) add(first, term, formWeight);
      if (question.answerType === "person") {
        for (const term of this.#language.doerTerms?.(first.term) ?? []) add(first, term);
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

  /** Terms of what a word, if it is a verb, says in one word with one that comes after it. */
  #phrasalTerms({ text }: Question, { range }: QuestionTerm): readonly string[] {
    const { phrasalTerms, lowerCase } = this.#language;
    if (phrasalTerms === undefined) return [];
    const verb = lower(text.slice(range.start, range.end), lowerCase);
    return phrasalTerms(verb, lowerWords(text.slice(range.end), lowerCase));
  }
}
