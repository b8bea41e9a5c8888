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
}
