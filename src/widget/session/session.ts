import { questionInAddress } from "../address.ts";
import type { Answers } from "../answers/answers.ts";
import { focusQuietly } from "../dom.ts";
import type { KeptState } from "../kept-state.ts";
import { emit } from "../kit.ts";
import type { Labels } from "../labels/labels.ts";
import type { Session, Shell } from "../shell.ts";
import { Combobox } from "./combobox.ts";
import { Links } from "./links.ts";
import { loadAnswers } from "./load-answers.ts";
import { openSource } from "./open-source.ts";
import type { Option } from "./options-view.ts";
import { placeNear } from "./placement.ts";
import { rememberInAddress } from "./question-address.ts";
import { recentQuestions } from "./recent-questions.ts";
import { type AnswerSource, type EarlyQuestion, maximumQuestionLength } from "./source.ts";
import { suggestionsStyleSheet } from "./styles.ts";
import { SuggestionFinder } from "./suggestion-finder.ts";
import { Wording } from "./wording.ts";
import { wrapped } from "./wrapped.ts";

/** A reader at one widget: what is offered while typing, asked and followed. Answers come by a script of their own. */
export class WidgetSession implements Session {
  readonly #shell: Shell;
  readonly #wording = new Wording();
  readonly #finder = new SuggestionFinder(() => this.source());
  readonly #combobox: Combobox;
  readonly #links: Links;
  /** The question whose outcome is shown or awaited; empty before the first. */
  #question = "";
  /** The same, while it waits for the script of answers. */
  #early: EarlyQuestion | undefined;
  #answers: Answers | undefined;
  #source: AnswerSource | undefined;

  constructor(shell: Shell, kept: KeptState | undefined) {
    this.#shell = shell;
    const { field, host } = shell;
    host.shadowRoot?.adoptedStyleSheets.push(suggestionsStyleSheet());
    this.#links = new Links({
      host,
      target: () => shell.settings.target,
      leave: () => this.#answers?.keep(),
      close: () => shell.close(),
    });
    field.element.addEventListener("click", (event) => this.#links.click(event));
    this.#combobox = new Combobox(field.input, {
      labels: () => this.#labels(),
      suggest: (text, signal) => this.#finder.find(text, signal),
      recent: () => (shell.settings.keepsRecent ? recentQuestions.read() : []),
      clearRecent: recentQuestions.clear,
      link: (href) => this.source().link(href),
      choose: (option) => this.#choose(option),
      announce: (text) => this.#announce(text),
    });
    field.bar.after(this.#combobox.popup);
    field.input.addEventListener("focus", () => this.#prepare());
    field.input.addEventListener("input", () => {
      if (field.input.value === "") this.#finder.renew();
      // Whoever types will ask.
      void this.#loadAnswers();
    });
    this.#prepare();
    if (kept !== undefined) void this.#restore(kept);
    else if (field.input.matches(":focus")) this.#combobox.start();
  }

  async ask(question: string, isTyped: boolean): Promise<void> {
    const { host, field, settings, ownsAddress } = this.#shell;
    if (isTyped) {
      this.#combobox.close();
      this.#finder.renew();
      if (settings.keepsRecent) recentQuestions.add(question);
      // A keyboard on the screen would cover the answer. The focus waits where it will be.
      if (matchMedia("(pointer: coarse)").matches) focusQuietly(field.results);
    }
    if (!emit(host, "footnote-ask", { question })) return;
    if (ownsAddress) rememberInAddress(settings.history, question);
    // What was typed may be the next question by now: the session comes later than the reader.
    if (!isTyped) field.fill(question);
    await this.#show(question);
  }

  clear(): void {
    this.stop();
    this.#question = "";
    if (this.#answers === undefined) this.#shell.field.results.replaceChildren();
    else this.#answers.clear();
  }

  closeLists(): void {
    this.#combobox.close();
  }

  stop(): void {
    this.#early?.asking.abort();
    this.#early = undefined;
    this.#shell.field.setBusy(false);
    this.#answers?.stop();
  }

  follow(isOtherSource: boolean): void {
    if (isOtherSource) {
      this.#source = undefined;
      this.#answers?.forget();
      this.#finder.forget();
    }
    this.#relabel();
    void this.#loadLabels();
  }

  followAddress(): void {
    const { field, settings, ownsAddress } = this.#shell;
    if (!ownsAddress) return;
    const question = questionInAddress(settings.history);
    if (question === this.#question) return;
    field.fill(question);
    if (question === "") this.clear();
    else void this.#show(question);
  }

  retryOffline(): void {
    if (this.#answers !== undefined) this.#answers.retryOffline();
    else if (this.#question !== "") void this.#show(this.#question);
  }

  source(): AnswerSource {
    const { settings, home, head } = this.#shell;
    const { endpoint, src, filters, limit } = settings;
    this.#source ??= openSource({ endpoint, src, home }, { filters, limit }, head);
    return this.#source;
  }

  #labels(): Labels {
    return this.#wording.labels(this.#shell.ownLabels);
  }

  #prepare(): void {
    this.source().prepare();
    void this.#loadLabels();
  }

  /** Loads what answers are shown by, once. @returns undefined where it cannot be loaded */
  async #loadAnswers(): Promise<Answers | undefined> {
    if (this.#answers === undefined) {
      const module = await loadAnswers().catch(() => undefined);
      // Of several that waited for it, the first makes it ready.
      this.#answers ??= module?.startAnswers(
        this.#shell.kit,
        { placeNear, wrapped },
        {
          shell: this.#shell,
          source: () => this.source(),
          labels: () => this.#labels(),
          ready: () => this.#loadLabels(),
          ask: (question) => void this.ask(question, false),
          retry: (question) => {
            // The button is removed; move the focus first.
            this.#shell.field.input.focus();
            this.#shell.field.fill(question);
            void this.#show(question);
          },
          announce: (text) => this.#announce(text),
          retarget: (links) => this.#links.retarget(links),
        },
      );
    }
    return this.#answers;
  }

  async #loadLabels(): Promise<void> {
    const { lang } = this.#shell;
    const labels = await this.#wording.load(lang, (path) => this.source().link(path));
    if (labels === undefined || lang !== this.#shell.lang) return;
    this.#shell.say(labels);
    this.#relabel();
  }

  /** Says everything in the words of now. */
  #relabel(): void {
    this.#combobox.relabel();
    this.#answers?.redraw();
  }

  #choose(option: Option): void {
    if (option.kind !== "question" && option.kind !== "recent") {
      this.#links.follow(option.url);
      return;
    }
    this.#shell.field.fill(option.text);
    void this.ask(option.text, true);
  }

  /** Shows what comes of a question, and tells the page of it. */
  async #show(question: string): Promise<void> {
    const { field, open, fail } = this.#shell;
    this.#question = question;
    open();
    this.#early?.asking.abort();
    const early = this.#answers === undefined ? this.#askEarly(question) : undefined;
    this.#early = early;
    if (early !== undefined) field.setBusy(true);
    const answers = await this.#loadAnswers();
    if (this.#early !== early || this.#question !== question) return;
    field.setBusy(false);
    if (answers === undefined) fail(question);
    else await answers.ask(question, early);
  }

  /** Asks while the script of answers is on its way. */
  #askEarly(question: string): EarlyQuestion | undefined {
    if (question.length > maximumQuestionLength) return undefined;
    const asking = new AbortController();
    const outcome = this.source().ask(question, asking.signal);
    // Nobody may come for it.
    outcome.catch(() => undefined);
    return { outcome, asking };
  }

  #announce(text: string): void {
    this.#shell.field.status.textContent = text;
  }

  async #restore(kept: KeptState): Promise<void> {
    this.#question = kept.question;
    this.#shell.field.fill(kept.question);
    if (kept.isOpen) this.#shell.open();
    const answers = await this.#loadAnswers();
    if (this.#question === kept.question) answers?.restore(kept);
  }
}
