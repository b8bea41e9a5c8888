/** What the widget says in one language. */
export interface Labels {
  readonly placeholder: string;
  readonly ask: string;
  readonly close: string;
  readonly suggestions: string;
  readonly loading: string;
  readonly answer: string;
  readonly passages: string;
  readonly refused: string;
  /** Above passages that are shown with a refusal. */
  readonly nearest: string;
  /** Followed by a number. */
  readonly source: string;
  readonly offline: string;
  /** Holds `#` for a number of seconds. */
  readonly limited: string;
  readonly failed: string;
  readonly retry: string;
  readonly helpful: string;
  readonly yes: string;
  readonly no: string;
  readonly thanks: string;
  /** Holds `#` for what was searched for and `@` for what was typed. */
  readonly guessed: string;
  /** Where a question asks for more than is searched at once. */
  readonly partial: string;
  /** Above suggestions that are questions. */
  readonly questions: string;
  /** Above suggestions that are articles. */
  readonly articles: string;
  /** Above suggestions that are headings in articles. */
  readonly sections: string;
  /** Above questions that this reader asked on other days. */
  readonly recent: string;
  /** Forgets those. */
  readonly clear: string;
  /** Which keys do what in the list of suggestions. */
  readonly hints: string;
  /** Holds `#` for a number of suggestions. */
  readonly found: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyLink: string;
  readonly share: string;
  /** Shows the rest of a passage. */
  readonly more: string;
  /** Above questions near one that was refused. */
  readonly related: string;
  /** Leads back to the field. */
  readonly another: string;
  /** Above the questions that were asked before this one. */
  readonly earlier: string;
  /** A link for readers without an answer. */
  readonly contact: string;
  /** Holds `#` for a number of seconds. */
  readonly busy: string;
  /** Holds `#` for the maximum number of characters. */
  readonly tooLong: string;
  readonly invalid: string;
  readonly slow: string;
  /** After a wait that `limited` or `busy` told of. */
  readonly ready: string;
}

/** What is seen before the reader does anything. All languages have it with them; the rest is loaded. */
export type RestingLabels = Pick<Labels, "placeholder" | "ask" | "close">;
