import { questionInAddress } from "../address.ts";
import { emit } from "../events.ts";
import { type KeptState, keepState } from "../kept-state.ts";
import { stateName } from "../settings.ts";
import type { Session, Shell } from "../shell.ts";
import { Combobox } from "./combobox.ts";
import type { ViewContext } from "./context.ts";
import { Conversation, type View } from "./conversation.ts";
import { Links } from "./links.ts";
import { openSource } from "./open-source.ts";
import type { Option } from "./options-view.ts";
import { addPreview } from "./preview.ts";
import { addressOfQuestion, rememberInAddress } from "./question-address.ts";
import { recentQuestions } from "./recent-questions.ts";
import { resultsView, spoken } from "./results.ts";
import type { AnswerSource } from "./source.ts";
import { sessionStyleSheet } from "./styles.ts";
import { SuggestionFinder } from "./suggestion-finder.ts";
import { Wording } from "./wording.ts";

/** A reader at one widget: what is offered while typing, asked, shown, followed and kept. */
export class WidgetSession implements Session {
  readonly #shell: Shell;
  readonly #wording = new Wording();
  readonly #finder = new SuggestionFinder(() => this.#open());
  readonly #conversation = new Conversation({
    source: () => this.#open(),
    ready: () => this.#loadLabels(),
    show: (view) => this.#shown(view),
    setBusy: (isBusy) => this.#shell.field.setBusy(isBusy),
  });
  readonly #combobox: Combobox;
  readonly #links: Links;
  #source: AnswerSource | undefined;

  constructor(shell: Shell, kept: KeptState | undefined) {
    this.#shell = shell;
    const { field, host } = shell;
    host.shadowRoot?.adoptedStyleSheets.push(sessionStyleSheet());
    this.#links = new Links({
      host,
      target: () => shell.settings.target,
      leave: () => this.#keep(),
      close: () => shell.close(),
    });
    field.element.addEventListener("click", (event) => this.#links.click(event));
    this.#combobox = new Combobox(field.input, {
      labels: () => this.#wording.labels(shell.ownLabels),
      suggest: (text, signal) => this.#finder.find(text, signal),
      recent: () => (shell.settings.keepsRecent ? recentQuestions.read() : []),
      clearRecent: recentQuestions.clear,
      link: (href) => this.#open().link(href),
      choose: (option) => this.#choose(option),
      announce: (text) => this.#announce(text),
    });
    field.bar.after(this.#combobox.popup);
    field.input.addEventListener("focus", () => this.#prepare());
    field.input.addEventListener("input", () => {
      if (field.input.value === "") this.#finder.renew();
    });
    addPreview(field.element, (number) =>
      field.results
        .querySelector(`mark[data-number="${number}"]`)
        ?.closest("[part=passage]")
        ?.cloneNode(true),
    );
    this.#prepare();
    if (kept !== undefined) this.#restore(kept);
    else if (field.input.matches(":focus")) this.#combobox.start();
  }

  async ask(question: string, isTyped: boolean): Promise<void> {
    const { host, field, settings, ownsAddress } = this.#shell;
    if (isTyped) {
      this.#combobox.close();
      this.#finder.renew();
      if (settings.keepsRecent) recentQuestions.add(question);
      // A keyboard on the screen would cover the answer.
      if (matchMedia("(pointer: coarse)").matches) field.input.blur();
    }
    if (!emit(host, "footnote-ask", { question })) return;
    if (ownsAddress) rememberInAddress(settings.history, question);
    // What was typed may be the next question by now: the session comes later than the reader.
    if (!isTyped) field.fill(question);
    await this.#show(question);
  }

  clear(): void {
    this.#conversation.clear();
  }

  closeLists(): void {
    this.#combobox.close();
  }

  stop(): void {
    this.#conversation.stop();
  }

  follow(isOtherSource: boolean): void {
    if (isOtherSource) {
      this.#source = undefined;
      this.#conversation.forget();
      this.#finder.forget();
    }
    this.#relabel();
    void this.#loadLabels();
  }

  followAddress(): void {
    const { field, settings, ownsAddress } = this.#shell;
    if (!ownsAddress) return;
    const question = questionInAddress(settings.history);
    if (question === this.#conversation.question) return;
    field.fill(question);
    if (question === "") this.clear();
    else void this.#show(question);
  }

  retryOffline(): void {
    this.#conversation.retryOffline();
  }

  #open(): AnswerSource {
    const { settings, home } = this.#shell;
    const { endpoint, src, filters, limit } = settings;
    this.#source ??= openSource({ endpoint, src, home }, { filters, limit });
    return this.#source;
  }

  #prepare(): void {
    this.#open().prepare();
    void this.#loadLabels();
  }

  async #loadLabels(): Promise<void> {
    const { lang } = this.#shell;
    const labels = await this.#wording.load(lang, (path) => this.#open().link(path));
    if (labels === undefined || lang !== this.#shell.lang) return;
    this.#shell.say(labels);
    this.#relabel();
  }

  /** Says everything in the words of now. */
  #relabel(): void {
    this.#combobox.relabel();
    this.#draw(this.#conversation.view);
  }

  #context(): ViewContext {
    const { lang, ownLabels, settings } = this.#shell;
    const { history, noAnswerUrl } = settings;
    return {
      lang,
      labels: this.#wording.labels(ownLabels),
      noAnswerUrl,
      link: (href) => this.#open().link(href),
      questionLink: (question) => (history === "" ? undefined : addressOfQuestion(history, question)),
      ask: (question) => void this.ask(question, false),
      copy: (text) => this.#copy(text),
    };
  }

  async #copy(text: string): Promise<boolean> {
    try {
      // Pages that are not secure have no clipboard.
      await navigator.clipboard.writeText(text);
    } catch {
      return false;
    }
    emit(this.#shell.host, "footnote-copy", { text });
    return true;
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
    const { host, open } = this.#shell;
    open();
    const outcome = await this.#conversation.ask(question);
    if (outcome === undefined) return;
    if (outcome.kind === "answer") emit(host, "footnote-answer", { question, answer: outcome.answer });
    else emit(host, "footnote-error", { question, problem: outcome });
  }

  #shown(view: View): void {
    this.#draw(view);
    this.#announce(spoken(view, this.#wording.labels(this.#shell.ownLabels)));
    this.#shell.setAsked(view.kind !== "empty");
  }

  #draw(view: View): void {
    const { field } = this.#shell;
    field.empty.hidden = view.kind !== "empty";
    const results = resultsView(view, {
      context: this.#context(),
      thread: this.#conversation.thread,
      retry: (question) => {
        // The button is removed; move the focus first.
        field.input.focus();
        field.fill(question);
        void this.#show(question);
      },
      next: () => {
        field.focus();
        field.form.scrollIntoView({ block: "nearest" });
      },
      vote: (id, question, helpful) => {
        if (emit(this.#shell.host, "footnote-vote", { question, helpful }))
          void this.#open().vote(id, helpful);
      },
    });
    field.results.replaceChildren(...results);
    this.#links.retarget(field.results.querySelectorAll("a"));
  }

  #announce(text: string): void {
    this.#shell.field.status.textContent = text;
  }

  #keep(): void {
    const { host, settings, isOpen } = this.#shell;
    const { view, thread } = this.#conversation;
    if (view.kind !== "answer") return;
    keepState(stateName(host, settings), { question: view.question, found: view.found, isOpen, thread });
  }

  #restore({ question, found, isOpen, thread }: KeptState): void {
    this.#conversation.thread.push(...thread);
    this.#shell.field.fill(question);
    this.#conversation.restore(question, found);
    if (isOpen) this.#shell.open();
  }
}
