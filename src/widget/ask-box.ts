import type { Suggestion } from "../model/index.ts";
import { answerView, type ViewContext } from "./answer-view.ts";
import { Combobox } from "./combobox.ts";
import { type Child, create, present } from "./dom.ts";
import { feedbackView } from "./feedback-view.ts";
import { icon } from "./icons.ts";
import type { Labels } from "./labels/index.ts";
import type { AnswerSource, Outcome } from "./source.ts";

/** Maximum length of a question, the same as in src/model/request.ts. */
const maximumQuestionLength = 2_000;

interface AskBoxOptions {
  readonly source: AnswerSource;
  readonly lang: string;
  readonly labels: Labels;
  readonly placeholder: string;
  /** Called when the reader asks, not when a script does. */
  onAsk(question: string): void;
  /** Called for a suggestion that leads to a place in an article. */
  onFollow(url: string): void;
}

/** The search field, its suggestions, and the result of the last question. */
export class AskBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #options: AskBoxOptions;
  readonly #context: ViewContext;
  readonly #combobox: Combobox;
  readonly #results = create("div", { part: "results" });
  readonly #status = create("p", { role: "status", class: "unseen" });
  #asking = new AbortController();

  constructor(options: AskBoxOptions) {
    const { source, lang, labels, placeholder } = options;
    this.#options = options;
    this.#context = { lang, labels, link: (href) => source.link(href) };
    this.input = create("input", {
      type: "search",
      part: "input",
      placeholder,
      "aria-label": placeholder,
      maxlength: maximumQuestionLength,
      autocomplete: "off",
      enterkeyhint: "search",
    });
    this.input.addEventListener("focus", () => source.prepare());
    this.#combobox = new Combobox(this.input, labels.suggestions, {
      suggest: (text, signal) => source.suggest(text, signal),
      choose: (suggestion) => this.#choose(suggestion),
    });
    const form = create(
      "form",
      { role: "search", part: "form", "aria-label": placeholder },
      icon("search"),
      this.input,
      create("button", { part: "submit" }, labels.ask),
      this.#combobox.list,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(this.input.value);
    });
    this.element = create("div", { class: "box" }, form, this.#status, this.#results);
  }

  #submit(value: string): void {
    const question = value.trim();
    if (question === "") return;
    this.#options.onAsk(question);
    void this.ask(question);
  }

  #choose({ kind, text, url }: Suggestion): void {
    if (kind === "question") this.#submit(text);
    else this.#options.onFollow(this.#context.link(url));
  }

  /** Asks, and shows the outcome unless a newer question was asked meanwhile. */
  async ask(question: string): Promise<void> {
    this.#combobox.close();
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { source, labels } = this.#options;
    this.input.value = question;
    this.#show([create("div", { part: "loading" }, create("i"), create("i"), create("i"))], labels.loading);
    const outcome = await source.ask(question, signal).catch(() => undefined);
    if (outcome === undefined || signal.aborted) return;
    if (outcome.kind === "answer") this.#showAnswer(outcome);
    else this.#showProblem(question, this.#explain(outcome));
  }

  /** Clears question and answer, and aborts a pending request. */
  clear(): void {
    this.#asking.abort();
    this.#combobox.close();
    this.input.value = "";
    this.#show([], "");
  }

  #show(children: readonly Child[], status: string): void {
    this.#results.replaceChildren(...present(children));
    this.#status.textContent = status;
  }

  #showAnswer({ answer, id }: Extract<Outcome, { kind: "answer" }>): void {
    const { source, labels } = this.#options;
    const feedback = id !== undefined && feedbackView(labels, (helpful) => void source.vote(id, helpful));
    const spoken = answer.answered
      ? `${labels.answer}: ${answer.answer.map(({ quote }) => quote).join(" ")}`
      : labels.refused;
    this.#show([...answerView(answer, this.#context), feedback], spoken);
  }

  #explain(outcome: Exclude<Outcome, { kind: "answer" }>): string {
    const { labels } = this.#options;
    return outcome.kind === "limited"
      ? labels.limited.replace("#", `${outcome.seconds}`)
      : labels[outcome.kind];
  }

  #showProblem(question: string, message: string): void {
    const retry = create("button", { type: "button", part: "retry" }, this.#options.labels.retry);
    retry.addEventListener("click", () => {
      // The button is removed; move the focus first.
      this.input.focus();
      void this.ask(question);
    });
    this.#show([create("div", { part: "problem" }, create("p", {}, message), retry)], message);
  }
}
