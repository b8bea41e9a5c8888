import { create } from "./dom.ts";
import { icon, searchOutline } from "./icons.ts";
import type { RestingLabels } from "./labels/labels.ts";

/** What a field calls. */
interface FieldActions {
  /** The reader has come to the field. */
  wake(): void;
  /** The reader wants an answer to what is typed. */
  submit(): void;
}

/** The search field and the room below it: all of a widget that is there before the reader does anything. */
export class QuestionField {
  readonly element: HTMLElement;
  /** The row of the field, where a dialog puts its close button. */
  readonly bar: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input = create("input", {
    type: "text",
    part: "input",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    autocomplete: "off",
    autocorrect: "off",
    autocapitalize: "off",
    spellcheck: "false",
    inputmode: "search",
    enterkeyhint: "search",
  });
  readonly results = create("div", { part: "results" });
  /** Read out by screen readers when it changes. */
  readonly status = create("p", { role: "status", class: "unseen" });
  /** What the page shows while nothing is asked. */
  readonly empty = create("slot", { name: "empty" });
  readonly #submit = create("button", { part: "submit" });

  constructor({ wake, submit }: FieldActions) {
    const { input } = this;
    input.addEventListener("focus", wake);
    input.addEventListener("input", () => this.#direct());
    this.form = create("form", { role: "search", part: "form" }, icon(searchOutline), input, this.#submit);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim() === "") input.focus();
      else submit();
    });
    this.bar = create("div", { class: "bar" }, this.form);
    this.element = create(
      "div",
      { class: "box" },
      create("slot", { name: "header" }),
      this.bar,
      this.status,
      create("div", { class: "body" }, this.empty, this.results, create("slot", { name: "footer" })),
    );
  }

  /** Says everything in the words of a language. */
  relabel({ ask }: RestingLabels, placeholder: string): void {
    this.input.placeholder = placeholder;
    this.input.setAttribute("aria-label", placeholder);
    this.form.setAttribute("aria-label", placeholder);
    this.#submit.textContent = ask;
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

  /** Moves the focus into the field, with its text selected. */
  focus(): void {
    this.input.focus();
    this.input.select();
  }

  /** Shows whether an answer is being looked for. */
  setBusy(isBusy: boolean): void {
    this.results.setAttribute("aria-busy", `${isBusy}`);
  }
}
