import { answerView } from "./answer-view.ts";
import { Combobox } from "./combobox.ts";
import type { ViewContext } from "./context.ts";
import type { Conversation, View } from "./conversation.ts";
import { button, type Child, create, inQuotes, present } from "./dom.ts";
import { feedbackView } from "./feedback-view.ts";
import { icon } from "./icons.ts";
import type { Option } from "./options-view.ts";
import { addPreview } from "./preview.ts";
import { problemText, problemView } from "./problem-view.ts";
import { recentQuestions } from "./recent-questions.ts";
import { questionsView } from "./refusal-view.ts";
import type { SuggestionFinder } from "./suggestion-finder.ts";

/** What a box needs of the widget around it. */
export interface BoxPorts {
  readonly conversation: Conversation;
  readonly finder: SuggestionFinder;
  context(): ViewContext;
  /** What the field says while it is empty. */
  placeholder(): string;
  keepsRecent(): boolean;
  /** Makes ready for a question: the reader has come to the field. */
  prepare(): void;
  /** Called when the reader has asked. */
  ask(question: string): void;
  /** Called for a suggestion that leads to a page. */
  follow(url: string): void;
  /** Called with the reader's vote. */
  vote(id: string, question: string, helpful: boolean): void;
}

/** The search field, its suggestions, and the result of the last question. */
export class AskBox {
  readonly element: HTMLElement;
  /** The row of the field, where a dialog puts its close button. */
  readonly bar: HTMLElement;
  readonly input = create("input", {
    type: "text",
    part: "input",
    autocomplete: "off",
    autocorrect: "off",
    autocapitalize: "off",
    spellcheck: "false",
    inputmode: "search",
    enterkeyhint: "search",
  });
  readonly #ports: BoxPorts;
  readonly #combobox: Combobox;
  readonly #form: HTMLFormElement;
  readonly #submit = create("button", { part: "submit" });
  readonly #results = create("div", { part: "results" });
  readonly #status = create("p", { role: "status", class: "unseen" });
  readonly #empty = create("slot", { name: "empty" });

  constructor(ports: BoxPorts) {
    this.#ports = ports;
    this.#combobox = new Combobox(this.input, {
      labels: () => ports.context().labels,
      suggest: (text, signal) => ports.finder.find(text, signal),
      recent: () => (ports.keepsRecent() ? recentQuestions.read() : []),
      clearRecent: recentQuestions.clear,
      link: (href) => ports.context().link(href),
      choose: (option) => this.#choose(option),
      announce: (text) => this.#announce(text),
    });
    this.input.addEventListener("focus", () => ports.prepare());
    this.input.addEventListener("input", () => {
      this.#direct();
      if (this.input.value === "") ports.finder.renew();
    });
    this.#form = create("form", { role: "search", part: "form" }, icon("search"), this.input, this.#submit);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(this.input.value);
    });
    this.bar = create("div", { class: "bar" }, this.#form);
    this.element = create(
      "div",
      { class: "box" },
      create("slot", { name: "header" }),
      this.bar,
      this.#combobox.popup,
      this.#status,
      create("div", { class: "body" }, this.#empty, this.#results, create("slot", { name: "footer" })),
    );
    addPreview(this.element, (number) =>
      this.#results
        .querySelector(`mark[data-number="${number}"]`)
        ?.closest("[part=passage]")
        ?.cloneNode(true),
    );
    this.relabel();
  }

  /** Says everything in the widget's language of now. */
  relabel(): void {
    const placeholder = this.#ports.placeholder();
    this.input.placeholder = placeholder;
    this.input.setAttribute("aria-label", placeholder);
    this.#form.setAttribute("aria-label", placeholder);
    this.#submit.textContent = this.#ports.context().labels.ask;
    this.#combobox.relabel();
    this.show(this.#ports.conversation.view, false);
  }

  #ask(value: string): void {
    const question = value.trim();
    if (question === "") {
      this.input.focus();
      return;
    }
    this.#combobox.close();
    this.#ports.finder.renew();
    if (this.#ports.keepsRecent()) recentQuestions.add(question);
    // A keyboard on the screen would cover the answer.
    if (matchMedia("(pointer: coarse)").matches) this.input.blur();
    this.#ports.ask(question);
  }

  #choose(option: Option): void {
    if (option.kind === "question" || option.kind === "recent") this.#ask(option.text);
    else this.#ports.follow(option.url);
  }

  /** A question is written in its own direction, an empty field in that of the widget. */
  #direct(): void {
    if (this.input.value === "") this.input.removeAttribute("dir");
    else this.input.dir = "auto";
  }

  /** Puts a question into the field. */
  fill(question: string): void {
    this.input.value = question;
    this.#direct();
  }

  /** Closes the list of suggestions. */
  closeSuggestions(): void {
    this.#combobox.close();
  }

  /** Shows whether an answer is being looked for. */
  setBusy(isBusy: boolean): void {
    this.#results.setAttribute("aria-busy", `${isBusy}`);
  }

  /** Shows a view. @param isNew whether it is told to screen readers */
  show(view: View, isNew: boolean): void {
    this.#empty.hidden = view.kind !== "empty";
    this.#results.replaceChildren(...present(this.#contentOf(view)));
    if (isNew) this.#announce(this.#spoken(view));
  }

  #announce(text: string): void {
    this.#status.textContent = text;
  }

  #contentOf(view: View): Child[] {
    const { context, conversation, vote } = this.#ports;
    const { labels } = context();
    switch (view.kind) {
      case "empty":
        return [];
      case "loading":
        return [create("div", { part: "loading" }, create("i"), create("i"), create("i"))];
      case "problem":
        return [
          problemView(view.problem, labels, () => {
            // The button is removed; move the focus first.
            this.input.focus();
            this.fill(view.question);
            void conversation.ask(view.question);
          }),
        ];
      case "answer": {
        const { answer, id } = view.found;
        const feedback =
          id !== undefined && feedbackView(labels, (helpful) => vote(id, view.question, helpful));
        return [
          create("p", { class: "printed" }, inQuotes(view.question)),
          ...answerView(answer, feedback, context()),
          this.#threadView(view.question),
        ];
      }
    }
  }

  /** The earlier questions of this tab, and a way back to the field for the next. */
  #threadView(question: string): HTMLElement {
    const { context, conversation } = this.#ports;
    const { labels } = context();
    const earlier = conversation.thread.filter((other) => other !== question).slice(-5);
    return create(
      "div",
      { part: "thread" },
      button(
        { part: "another" },
        () => {
          this.input.focus();
          this.input.select();
          this.#form.scrollIntoView({ block: "nearest" });
        },
        icon("search"),
        labels.another,
      ),
      earlier.length > 0 && questionsView(labels.earlier, earlier.reverse(), context()),
    );
  }

  #spoken(view: View): string {
    const { labels } = this.#ports.context();
    switch (view.kind) {
      case "empty":
        return "";
      case "loading":
        return labels.loading;
      case "problem":
        return problemText(view.problem, labels);
      case "answer": {
        const { answered, answer } = view.found.answer;
        return answered ? `${labels.answer}: ${answer.map(({ quote }) => quote).join(" ")}` : labels.refused;
      }
    }
  }
}
