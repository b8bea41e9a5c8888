/** What the analyser needs to know of a language. One language is one file in `languages/`. */
export interface Language {
  /** ISO 639-1 code. */
  readonly code: string;
  /** Reduces a folded word to its stem. */
  stem(word: string): string;
  /** Words that carry no content: articles, pronouns, auxiliaries, question words. Lower case, as people write them. */
  readonly stopWords: ReadonlySet<string>;
  /** Abbreviations that end with a full stop but no sentence, without the stop, lower case. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that ask, by what they ask for. Lower case. */
  readonly questionWords: Readonly<Partial<Record<QuestionKind, readonly string[]>>>;
}

/** What a question asks for. */
export type QuestionKind =
  | "person"
  | "time"
  | "place"
  | "quantity"
  | "reason"
  | "manner"
  | "definition"
  | "thing";
