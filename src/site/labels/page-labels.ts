/** What the pages of a site say in one language, beside what the widget says. */
export interface PageLabels {
  readonly skip: string;
  readonly site: string;
  readonly heading: string;
  readonly lede: string;
  readonly exact: string;
  readonly exactText: string;
  readonly cited: string;
  readonly citedText: string;
  readonly honest: string;
  readonly honestText: string;
  readonly all: string;
  /** Above the questions that an article answers. */
  readonly questions: string;
  /** Above the headings of an article. */
  readonly contents: string;
  /** Holds `#` for a date. */
  readonly updated: string;
  readonly footer: string;
  /** Holds `#` for a question. */
  readonly citedIn: string;
  readonly back: string;
  readonly filter: string;
  readonly nothing: string;
  /** On the page for addresses that name nothing. */
  readonly lost: string;
  readonly lostText: string;
}
