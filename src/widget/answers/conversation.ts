import {
  type Answered,
  type AnswerSource,
  type AskProblem,
  type EarlyQuestion,
  maximumQuestionLength,
  type Outcome,
} from "../session/source.ts";

/** Milliseconds before a reader is told that an answer is looked for: most come sooner. */
const patience = 300;

/** How many answers a tab keeps, to be shown again without asking. */
const keptAnswers = 20;

/** What a reader sees below the field. */
export type View =
  | { readonly kind: "empty" }
  | { readonly kind: "loading"; readonly question: string }
  | { readonly kind: "answer"; readonly question: string; readonly found: Answered }
  | { readonly kind: "problem"; readonly question: string; readonly problem: AskProblem };

/** What a conversation needs of the widget around it. */
interface Surroundings {
  source(): AnswerSource;
  /** Resolves when whatever is shown with an answer is there. */
  ready(): Promise<unknown>;
  /** Called whenever `view` has changed. */
  show(view: View): void;
  /** Called when an answer is being looked for, and when it is not any more. */
  setBusy(isBusy: boolean): void;
}

/** The questions of one widget in this tab, and what came of the last one. */
export class Conversation {
  view: View = { kind: "empty" };
  /** All questions that were answered or refused, the oldest first. */
  readonly thread: string[] = [];
  readonly #around: Surroundings;
  readonly #answers = new Map<string, Answered>();
  #asking = new AbortController();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Asks again what could not be asked offline. */
  retryOffline(): void {
    const { view } = this;
    if (view.kind === "problem" && view.problem.kind === "offline") void this.ask(view.question);
  }

  /**
   * Asks, and shows the outcome unless a newer question was asked meanwhile.
   * @param early the same question, where the source was asked already
   * @returns what came, if it is shown
   */
  async ask(question: string, early?: EarlyQuestion): Promise<Outcome | undefined> {
    this.#asking.abort();
    this.#asking = early?.asking ?? new AbortController();
    const { signal } = this.#asking;
    const { setBusy } = this.#around;
    const timer = setTimeout(() => this.#show({ kind: "loading", question }), patience);
    setBusy(true);
    try {
      const [outcome] = await Promise.all([this.#outcomeOf(question, signal, early), this.#around.ready()]);
      if (signal.aborted) return undefined;
      this.#settle(question, outcome);
      return outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
      if (!signal.aborted) setBusy(false);
    }
  }

  async #outcomeOf(question: string, signal: AbortSignal, early?: EarlyQuestion): Promise<Outcome> {
    if (question.length > maximumQuestionLength) return { kind: "tooLong" };
    return this.#answers.get(question) ?? early?.outcome ?? this.#around.source().ask(question, signal);
  }

  #settle(question: string, outcome: Outcome): void {
    if (outcome.kind !== "answer") {
      this.#show({ kind: "problem", question, problem: outcome });
      return;
    }
    const others = this.thread.filter((earlier) => earlier !== question);
    this.thread.splice(0, Number.POSITIVE_INFINITY, ...others, question);
    this.#answers.set(question, outcome);
    for (const old of [...this.#answers.keys()].slice(0, -keptAnswers)) this.#answers.delete(old);
    this.#show({ kind: "answer", question, found: outcome });
  }

  /** Shows what came of a question before, without asking. */
  restore(question: string, found: Answered): void {
    this.#settle(question, found);
  }

  /** Aborts a pending request and shows nothing. */
  clear(): void {
    this.stop();
    this.#show({ kind: "empty" });
  }

  /** Aborts a pending request. */
  stop(): void {
    this.#asking.abort();
    this.#around.setBusy(false);
  }

  /** Forgets the answers: they are of another source. */
  forget(): void {
    this.#answers.clear();
  }

  #show(view: View): void {
    this.view = view;
    this.#around.show(view);
  }
}
