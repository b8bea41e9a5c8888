import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { words } from "./words.ts";

/** The languages of one corpus. */
export class LanguageSet {
  readonly #languages: ReadonlyMap<string, Language>;
  readonly #first: Language;

  /**
   * @param languages the most frequent first.
   * @throws RangeError when there is none.
   */
  constructor(languages: readonly Language[]) {
    const first = languages[0];
    if (first === undefined) throw new RangeError("a corpus has at least one language");
    this.#first = first;
    this.#languages = new Map(languages.map((language) => [language.code, language]));
  }

  /** The language with this code, or the most frequent one of the corpus. */
  readonly of = (code: string): Language => this.#languages.get(code) ?? this.#first;

  /** The language of the corpus that a question is most likely written in: the one with most of its function words. */
  detect(text: string): Language {
    if (this.#languages.size === 1) return this.#first;
    const written = words(text).map((word) => lower(text.slice(word.start, word.end)));
    let best = this.#first;
    let most = 0;
    for (const language of this.#languages.values()) {
      const count = written.filter((word) => language.stopWords.has(word)).length;
      if (count > most) {
        most = count;
        best = language;
      }
    }
    return best;
  }
}
