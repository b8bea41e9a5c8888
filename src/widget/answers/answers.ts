import { type KeptState, keepState } from "../kept-state.ts";
import { emit } from "../kit.ts";
import type { Labels } from "../labels/labels.ts";
import type { AnswerSource, EarlyQuestion } from "../session/source.ts";
import { stateName } from "../settings.ts";
import type { Shell } from "../shell.ts";
import type { ViewContext } from "./context.ts";
import { Conversation, type View } from "./conversation.ts";
import { addPreview } from "./preview.ts";
import { addressOfQuestion } from "./question-address.ts";
import { resultsView, spoken } from "./results.ts";
import { answersStyleSheet } from "./styles.ts";

/** What answers need of the session around them. */
export interface AnswersPorts {
  readonly shell: Shell;
  source(): AnswerSource;
  /** What the widget says now. */
  labels(): Labels;
  /** Resolves when it says all in its language. */
  ready(): Promise<unknown>;
  /** Asks a question that was not typed. */
  ask(question: string): void;
  /** Asks again what went wrong. */
  retry(question: string): void;
  /** Says something to screen readers. */
  announce(text: string): void;
  /** Lets links open where the page wants them. */
  retarget(links: Iterable<HTMLAnchorElement>): void;
}

/** What a session sees of the answers of a widget. */
export interface Answers {
  /** Asks, shows what comes of it, and tells the page. @param early the same question, where the source was asked already */
  ask(question: string, early: EarlyQuestion | undefined): Promise<void>;
  /** Asks again what could not be asked offline. */
  retryOffline(): void;
  /** Aborts a pending request and shows nothing. */
  clear(): void;
  /** Aborts a pending request. */
  stop(): void;
  /** Forgets the answers: they are of another source. */
  forget(): void;
  /** Shows the same in the words of now. */
  redraw(): void;
  /** Keeps the answer for a reader who leaves. */
  keep(): void;
  /** Shows what was kept. */
  restore(kept: KeptState): void;
}

/** All that is below the field of a widget. */
export class WidgetAnswers implements Answers {
  readonly #ports: AnswersPorts;
  readonly #conversation: Conversation;

  constructor(ports: AnswersPorts) {
    this.#ports = ports;
    const { element, results } = ports.shell.field;
    this.#conversation = new Conversation({
      source: ports.source,
      ready: ports.ready,
      show: (view) => this.#shown(view),
      setBusy: (isBusy) => ports.shell.field.setBusy(isBusy),
    });
    // Before the sheet of suggestions, whose rules of what opens over the page hold for previews as well.
    ports.shell.host.shadowRoot?.adoptedStyleSheets.splice(1, 0, answersStyleSheet());
    addPreview(element, (number) =>
      results.querySelector(`mark[data-number="${number}"]`)?.closest("[part=passage]")?.cloneNode(true),
    );
  }

  async ask(question: string, early: EarlyQuestion | undefined): Promise<void> {
    const { host } = this.#ports.shell;
    const outcome = await this.#conversation.ask(question, early);
    if (outcome === undefined) return;
    if (outcome.kind === "answer") emit(host, "footnote-answer", { question, answer: outcome.answer });
    else emit(host, "footnote-error", { question, problem: outcome });
  }

  retryOffline(): void {
    this.#conversation.retryOffline();
  }

  clear(): void {
    this.#conversation.clear();
  }

  stop(): void {
    this.#conversation.stop();
  }

  forget(): void {
    this.#conversation.forget();
  }

  redraw(): void {
    this.#draw(this.#conversation.view);
  }

  keep(): void {
    const { host, settings, isOpen } = this.#ports.shell;
    const { view, thread } = this.#conversation;
    if (view.kind !== "answer") return;
    keepState(stateName(host, settings), { question: view.question, found: view.found, isOpen, thread });
  }

  restore({ question, found, thread }: KeptState): void {
    this.#conversation.thread.push(...thread);
    this.#conversation.restore(question, found);
  }

  #shown(view: View): void {
    const { shell, announce, labels } = this.#ports;
    this.#draw(view);
    announce(spoken(view, labels()));
    shell.setAsked(view.kind !== "empty");
  }

  #draw(view: View): void {
    const { shell, retry, retarget, source } = this.#ports;
    const { field, host } = shell;
    field.empty.hidden = view.kind !== "empty";
    const results = resultsView(view, {
      context: this.#context(),
      thread: this.#conversation.thread,
      retry,
      next: () => {
        field.focus();
        field.form.scrollIntoView({ block: "nearest" });
      },
      vote: (id, question, helpful) => {
        if (emit(host, "footnote-vote", { question, helpful })) void source().vote(id, helpful);
      },
    });
    field.results.replaceChildren(...results);
    retarget(field.results.querySelectorAll("a"));
  }

  #context(): ViewContext {
    const { shell, labels, source, ask } = this.#ports;
    const { history, noAnswerUrl } = shell.settings;
    return {
      lang: shell.lang,
      labels: labels(),
      noAnswerUrl,
      link: (href) => source().link(href),
      questionLink: (question) => (history === "" ? undefined : addressOfQuestion(history, question)),
      ask,
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
    emit(this.#ports.shell.host, "footnote-copy", { text });
    return true;
  }
}
