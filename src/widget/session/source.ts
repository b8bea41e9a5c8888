import type { Answer, Suggestion } from "../../model/index.ts";

/** How many suggestions to fetch at a time: enough that the letters typed next are searched here. */
export const suggestionSlice = 20;

/** Maximum length of a question, the same as in src/model/request.ts. */
export const maximumQuestionLength = 2_000;

/** Why there is no answer. `detail` is the service's own explanation, in English. */
export type AskProblem =
  | { readonly kind: "offline" | "tooLong" }
  | { readonly kind: "failed" | "invalid" | "slow"; readonly detail?: string | undefined }
  | { readonly kind: "limited" | "busy"; readonly seconds: number; readonly detail?: string | undefined };

/** An answer that came. */
export interface Answered {
  readonly kind: "answer";
  readonly answer: Answer;
  /** Names the answer to `vote`, where the source takes votes. */
  readonly id: string | undefined;
}

/** The outcome of a question. */
export type Outcome = Answered | AskProblem;

/** The outcome where nothing comes back. */
export const lost = (): AskProblem => ({ kind: navigator.onLine ? "failed" : "offline" });

/** What a widget searches in. */
export interface Narrowing {
  /** Query parameters that narrow the search, such as `tag=docs&lang=en`. */
  readonly filters: string;
  /** How many passages to return; the source decides when empty. */
  readonly limit: string;
}

/**
 * Where a widget's answers come from: a service, or files beside the page. A method with a signal rejects with an
 * `AbortError` once it is aborted; no other failure rejects.
 */
export interface AnswerSource {
  /** Makes ready for a question that is likely to come. May be called often. */
  prepare(): void;
  ask(question: string, signal: AbortSignal): Promise<Outcome>;
  /** Suggestions; none when they cannot be had. */
  suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]>;
  /** Sends a vote on an answer. A failure is ignored: it is not worth troubling the reader. */
  vote(answer: string, helpful: boolean): Promise<void>;
  /** Makes a link of an answer absolute; it is relative where the collection has no base URL. */
  link(href: string): string;
}

/** A question that a source was asked before the script of answers came, so that the reader waits for the slower and not for both. */
export interface EarlyQuestion {
  readonly outcome: Promise<Outcome>;
  /** Ends the asking. */
  readonly asking: AbortController;
}
