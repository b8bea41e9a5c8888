import { addressOf, questionInAddress, rememberInAddress } from "./address.ts";
import { AskBox } from "./ask-box.ts";
import type { ViewContext } from "./context.ts";
import { Conversation, type View } from "./conversation.ts";
import { AskDialog } from "./dialog.ts";
import { directionOf } from "./direction.ts";
import { create } from "./dom.ts";
import { emit } from "./events.ts";
import { schemeBehind, watchGround } from "./ground.ts";
import { keepState, takeState } from "./kept-state.ts";
import type { Labels } from "./labels/index.ts";
import { Links } from "./links.ts";
import { openSource } from "./open-source.ts";
import { observedAttributes, readSettings, type Settings } from "./settings.ts";
import { isShortcut, readShortcuts, shortcutLabel, spokenShortcut } from "./shortcut.ts";
import type { AnswerSource, Outcome } from "./source.ts";
import { styleSheet } from "./styles.ts";
import { SuggestionFinder } from "./suggestion-finder.ts";
import { Wording } from "./wording.ts";

/** Where the script came from, for widgets that are told of no service; empty in somebody's bundle. */
export const home = { address: "" };

/** Widgets that put their questions into the page's address, by the name of the parameter: one has one. */
const histories = new Map<string, FootnoteAsk>();

// A server that renders a page imports this file too, and has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<footnote-ask>`: a field that answers questions from a Footnote service, or from the files of a static build. Its attributes are
 * listed, with its events, methods and parts, in `description.ts`. Changing one changes what it says, and leaves what was typed
 * and answered alone; so does moving the element.
 */
export class FootnoteAsk extends Base {
  static readonly observedAttributes = observedAttributes;

  readonly #internals = this.attachInternals?.();
  #settings: Settings | undefined;
  #source: AnswerSource | undefined;
  readonly #wording = new Wording();
  #root: HTMLElement | undefined;
  #connection: AbortController | undefined;
  readonly #links = new Links({
    host: this,
    target: () => this.#settings?.target ?? "",
    leave: () => this.#keep(),
    close: () => this.close(),
  });
  readonly #finder = new SuggestionFinder(() => this.#open());
  #dialog: AskDialog | undefined;
  #conversation: Conversation | undefined;
  #box: AskBox | undefined;

  /** Labels that replace the widget's own. */
  get labels(): Partial<Labels> {
    return this.#wording.own;
  }
  set labels(labels: Partial<Labels>) {
    this.#wording.own = labels;
    this.#relabel();
  }

  /** Whether the dialog is open. */
  get isOpen(): boolean {
    return this.#dialog?.dialog.open ?? false;
  }

  connectedCallback(): void {
    const isNew = this.#root === undefined;
    if (isNew) this.#build();
    this.#connection?.abort();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    addEventListener("popstate", () => this.#followAddress(), { signal });
    addEventListener("online", () => this.#conversation?.retryOffline(), { signal });
    document.addEventListener("keydown", (event) => this.#press(event), { signal });
    const unwatch = watchGround(() => this.#matchGround());
    signal.addEventListener("abort", unwatch);
    this.#matchGround();
    this.#claimHistory();
    if (!isNew) return;
    this.#restore();
    this.#followAddress();
    emit(this, "footnote-ready", {});
  }

  disconnectedCallback(): void {
    this.#box?.closeSuggestions();
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connection?.abort();
      this.#conversation?.stop();
      for (const [name, owner] of histories) if (owner === this) histories.delete(name);
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#root === undefined) return;
    this.#settings = readSettings(this);
    if (["endpoint", "src", "filters", "limit"].includes(name)) {
      this.#source = undefined;
      this.#conversation?.forget();
      this.#finder.forget();
    }
    if (name === "mode") this.#arrange();
    if (name === "theme") this.#matchGround();
    if (name === "history") this.#claimHistory();
    this.#relabel();
  }

  /** Asks a question as if the reader had. Resolves when the outcome is shown. An empty question moves the focus into the field. */
  async ask(question: string): Promise<void> {
    const text = question.trim();
    if (text === "") this.open();
    else if (this.#mayAsk(text)) await this.#show(text);
  }

  /** Opens the dialog, or moves the focus into the field where there is none. */
  open(): void {
    this.#dialog?.open();
    this.#box?.input.focus();
    this.#box?.input.select();
  }

  /** Closes the dialog. */
  close(): void {
    this.#dialog?.dialog.close();
  }

  /** Clears question and answer. */
  clear(): void {
    this.#box?.fill("");
    this.#conversation?.clear();
  }

  #build(): void {
    this.#settings = readSettings(this);
    this.#wording.choose(this);
    const conversation = new Conversation({
      source: () => this.#open(),
      ready: () => this.#loadLabels(),
      show: (view) => this.#shown(view),
      setBusy: (isBusy) => this.#box?.setBusy(isBusy),
    });
    this.#conversation = conversation;
    this.#box = new AskBox({
      conversation,
      finder: this.#finder,
      context: () => this.#context(),
      placeholder: () => this.#settings?.placeholder || this.#wording.labels.placeholder,
      keepsRecent: () => this.#settings?.keepsRecent ?? false,
      prepare: () => {
        this.#open().prepare();
        void this.#loadLabels();
      },
      ask: (question) => void this.ask(question),
      follow: (url) => this.#links.follow(this.#open().link(url)),
      vote: (id, question, helpful) => {
        if (emit(this, "footnote-vote", { question, helpful })) void this.#open().vote(id, helpful);
      },
    });
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#root = create("div", { class: "root" });
    this.#root.addEventListener("click", (event) => this.#links.click(event));
    shadow.replaceChildren(this.#root);
    this.#arrange();
    this.#relabel();
  }

  /** Puts the box into the page, or into a dialog with a button. What it shows stays. */
  #arrange(): void {
    const [root, box] = [this.#root, this.#box];
    if (root === undefined || box === undefined) return;
    this.#dialog?.dialog.close();
    this.#dialog?.close.remove();
    this.#dialog = undefined;
    if (!this.#settings?.isDialog) {
      root.replaceChildren(box.element);
      return;
    }
    const dialog = new AskDialog(
      () => emit(this, "footnote-open", {}),
      () => {
        box.closeSuggestions();
        emit(this, "footnote-close", {});
      },
    );
    dialog.button.addEventListener("click", () => this.open());
    box.bar.append(dialog.close);
    dialog.dialog.append(box.element);
    root.replaceChildren(dialog.button, dialog.dialog);
    this.#dialog = dialog;
  }

  #open(): AnswerSource {
    const { endpoint = "", src = "", filters = "", limit = "" } = this.#settings ?? {};
    this.#source ??= openSource({ endpoint, src, home: home.address }, { filters, limit });
    return this.#source;
  }

  async #loadLabels(): Promise<void> {
    if (await this.#wording.load((path) => this.#open().link(path))) this.#relabel();
  }

  #relabel(): void {
    const [root, box, settings] = [this.#root, this.#box, this.#settings];
    if (root === undefined || box === undefined || settings === undefined) return;
    this.#wording.choose(this);
    root.lang = this.#wording.lang;
    root.dir = directionOf(this.#wording.lang);
    const shortcuts = readShortcuts(settings.shortcut);
    this.#dialog?.relabel(
      settings.placeholder || this.#wording.labels.placeholder,
      this.#wording.labels.close,
      {
        shown: shortcuts.slice(0, 1).map(shortcutLabel).join(""),
        spoken: shortcuts.map(spokenShortcut).join(" "),
      },
    );
    box.relabel();
    this.#retarget();
    if (this.#conversation?.view.kind !== "empty") void this.#loadLabels();
  }

  #context(): ViewContext {
    const { history = "", noAnswerUrl = "" } = this.#settings ?? {};
    return {
      lang: this.#wording.lang,
      labels: this.#wording.labels,
      noAnswerUrl,
      link: (href) => this.#open().link(href),
      questionLink: (question) => (history === "" ? undefined : addressOf(history, question)),
      ask: (question) => void this.ask(question),
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
    emit(this, "footnote-copy", { text });
    return true;
  }

  #mayAsk(question: string): boolean {
    if (!emit(this, "footnote-ask", { question })) return false;
    const { history = "" } = this.#settings ?? {};
    if (histories.get(history) === this) rememberInAddress(history, question);
    return true;
  }

  async #show(question: string): Promise<void> {
    if (this.#dialog !== undefined && !this.isOpen) this.open();
    this.#box?.fill(question);
    const outcome = await this.#conversation?.ask(question);
    if (outcome !== undefined) this.#tell(question, outcome);
  }

  #tell(question: string, outcome: Outcome): void {
    if (outcome.kind === "answer") emit(this, "footnote-answer", { question, answer: outcome.answer });
    else emit(this, "footnote-error", { question, problem: outcome });
  }

  #shown(view: View): void {
    this.#box?.show(view, true);
    // For pages that make room for an answer: footnote-ask:state(asked).
    if (view.kind === "empty") this.#internals?.states.delete("asked");
    else this.#internals?.states.add("asked");
    this.#retarget();
  }

  #retarget(): void {
    this.#links.retarget(this.shadowRoot?.querySelectorAll("a") ?? []);
  }

  get #stateName(): string {
    return this.id || this.#settings?.history || "";
  }

  #keep(): void {
    const view = this.#conversation?.view;
    if (view?.kind !== "answer" || this.#conversation === undefined) return;
    const { thread } = this.#conversation;
    keepState(this.#stateName, { question: view.question, found: view.found, isOpen: this.isOpen, thread });
  }

  #restore(): void {
    const kept = takeState(this.#stateName);
    if (kept === undefined || this.#conversation === undefined) return;
    this.#conversation.thread.push(...kept.thread);
    this.#box?.fill(kept.question);
    this.#conversation.restore(kept.question, kept.found);
    if (kept.isOpen) this.open();
  }

  #claimHistory(): void {
    for (const [name, owner] of histories) if (owner === this) histories.delete(name);
    const { history = "" } = this.#settings ?? {};
    if (history !== "" && !histories.has(history)) histories.set(history, this);
  }

  #followAddress(): void {
    const { history = "" } = this.#settings ?? {};
    if (histories.get(history) !== this) return;
    const question = questionInAddress(history);
    if (question === (this.#conversation?.question ?? "")) return;
    if (question === "") this.clear();
    else void this.#show(question);
  }

  /** Follows the page between light and dark, unless it is told which. */
  #matchGround(): void {
    if (this.#root === undefined) return;
    const theme = this.getAttribute("theme");
    const scheme = theme === "light" || theme === "dark" ? theme : schemeBehind(this);
    if (scheme === undefined) delete this.#root.dataset["scheme"];
    else this.#root.dataset["scheme"] = scheme;
  }

  #press(event: KeyboardEvent): void {
    if (this.#dialog === undefined || this.isOpen) return;
    if (!isShortcut(event, readShortcuts(this.#settings?.shortcut ?? ""))) return;
    // The first of several widgets on a page handles it; the others see `defaultPrevented`.
    event.preventDefault();
    this.open();
  }
}
