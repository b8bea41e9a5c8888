import { analyse, type Token } from "./analyser.ts";
import { fold, lower } from "./fold.ts";
import type { Language, Script } from "./language.ts";
import { isStopWord, lacksMarks, stopPhrases } from "./stop-words.ts";
import { type Word, words } from "./words.ts";

/** The scripts by which texts are recognised, as Unicode names them. Kana distinguish Japanese from Chinese. */
const namesOf = (script: Script): readonly string[] =>
  script === "Kana" ? ["Hiragana", "Katakana"] : [script];

/** What a word counts under the rules of a language that the question is not written in. */
const variantWeight = 0.8;

/** The languages of one corpus. */
export class LanguageSet {
  readonly #languages: ReadonlyMap<string, Language>;
  readonly #first: Language;
  /** Finds the letters of a script. Made when asked for: a corpus in one language asks for none. */
  readonly #letters = new Map<Script, RegExp>();

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

  /**
   * The language of the corpus that a question is most likely written in: by its script, then by its function words and
   * the letters that few languages have. The most frequent one when nothing decides.
   *
   * @param found its words, where they are known already
   */
  detect(text: string, found: readonly Word[] = words(text)): Language {
    if (this.#languages.size === 1) return this.#first;
    let best = this.#first;
    let most = Number.NEGATIVE_INFINITY;
    for (const language of this.#ofScript(text)) {
      const score = evidenceFor(language, text, found);
      if (score > most) {
        most = score;
        best = language;
      }
    }
    return best;
  }

  /**
   * Whether a text shows that it is in this language rather than in another of the corpus, as names alone do not. Never in
   * a corpus of one language, where nothing is to be distinguished.
   *
   * @param found its words, where they are known already
   */
  shows(text: string, language: Language, found: readonly Word[] = words(text)): boolean {
    if (this.#languages.size === 1) return false;
    const ofScript = this.#ofScript(text);
    if (!ofScript.includes(language)) return false;
    const own = evidenceFor(language, text, found);
    const rivals = ofScript.filter((other) => other !== language);
    if (rivals.length === 0 && language.script !== "Latin") return true;
    return own > 0 && rivals.every((other) => own > evidenceFor(other, text, found));
  }

  /**
   * The terms that the words of a question have under the rules of the corpus's other languages, where those differ. A name
   * is stemmed by the rules of the article that tells of it, and a reader asks in a language of his own. Each stands at the
   * position of its word, whose place in the question it can take.
   *
   * @param found the words of the question
   * @param tokens its terms in its own language
   */
  variants(text: string, found: readonly Word[], language: Language, tokens: readonly Token[]): Token[] {
    if (this.#languages.size === 1) return [];
    const known = new Set(tokens.map(({ term }) => term));
    const ranges = new Set(tokens.map(({ start, end }) => `${start}-${end}`));
    const variants: Token[] = [];
    for (const other of this.#languages.values()) {
      if (other.code === language.code) continue;
      for (const token of analyse(text, other, undefined, found)) {
        // What the question's own language takes for a stop word is none of its words in another.
        if (token.weight < 1 || known.has(token.term) || !ranges.has(`${token.start}-${token.end}`)) continue;
        known.add(token.term);
        variants.push({ ...token, weight: variantWeight });
      }
    }
    return variants;
  }

  /** The languages written in the script of a text. Latin is found in texts of all scripts and says least. */
  #ofScript(text: string): readonly Language[] {
    const languages = [...this.#languages.values()];
    const count = (script: Script): number => text.match(this.#lettersOf(script))?.length ?? 0;
    const isKana = count("Kana") > 0;
    const scores = languages.map(({ script }) => {
      if (script === "Latin") return count("Latin") > 0 ? 0.5 : 0;
      // Kana decides between Chinese and Japanese, which share the rest.
      if (script === "Kana") return count("Han") + count("Kana") - (isKana ? 0 : 0.25);
      if (script === "Han") return count("Han") - (isKana ? 0.25 : 0);
      return count(script);
    });
    const most = Math.max(...scores);
    return languages.filter((_, index) => scores[index] === most);
  }

  #lettersOf(script: Script): RegExp {
    const names = namesOf(script).map((name) => `\\p{Script=${name}}`);
    const letters = this.#letters.get(script) ?? new RegExp(`[${names.join("")}]`, "gu");
    this.#letters.set(script, letters);
    return letters;
  }
}

/** How much speaks for a language among others of its script. */
function evidenceFor(language: Language, text: string, found: readonly Word[]): number {
  if (stopPhrases(language) !== undefined) return 0;
  const typedWithoutMarks = lacksMarks(text, found);
  let score = 0;
  for (const { start, end } of found) {
    const word = lower(text.slice(start, end), language.lowerCase);
    if (isStopWord(word, language, typedWithoutMarks)) score += 1;
    if (word === fold(word)) continue;
    // A marked letter that a language has speaks for it a little; one that it lacks speaks against it.
    const marked = [...word].filter((letter) => letter !== fold(letter));
    score += marked.every((letter) => language.letters.includes(letter)) ? 0.5 : -1;
  }
  return score;
}
