/** Name of the asset with the page that the Worker fills in at `/ask`. */
export const askPageFile = "ask-page.json";

/** The page of an answer for browsers without JavaScript, in which the build leaves out what a question decides. */
export interface AskPageTemplate {
  /** HTML before the question, which is the value of a field; between it and the answer; and after the answer. */
  readonly parts: readonly [string, string, string];
  readonly lang: string;
  readonly labels: {
    readonly answer: string;
    readonly passages: string;
    readonly nearest: string;
    readonly refused: string;
    readonly related: string;
    readonly guessed: string;
    readonly partial: string;
  };
}
