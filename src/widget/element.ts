import { claimParameter, ownsParameter, questionInAddress } from "./address.ts";
import { AskDialog } from "./dialog.ts";
import { directionOf } from "./direction.ts";
import { button, create, present } from "./dom.ts";
import { askForHead } from "./early-head.ts";
import { emit } from "./events.ts";
import { QuestionField } from "./field.ts";
import { schemeBehind, watchGround } from "./ground.ts";
import { icon } from "./icons.ts";
import { type KeptState, takeState } from "./kept-state.ts";
import { chooseLanguage, type Labels, type RestingLabels, restingLabels } from "./labels/index.ts";
import { loadSession } from "./load-session.ts";
import { offerToAgents } from "./offer.ts";
import { observedAttributes, readSettings, type Settings, stateName } from "./settings.ts";
import type { Session, Shell } from "./shell.ts";
import { isShortcut, readShortcuts, shortcutsLabel } from "./shortcut.ts";
import { styleSheet } from "./styles.ts";

/** Where the script came from, for widgets that are told of no service; empty in somebody's bundle. */
export const home = { address: "" };

/** Said where the session cannot be loaded, which has all other words. */
const unavailable = "The answer could not be loaded. Check the connection, then ask again.";

/** Attributes that decide where answers come from. */
const sourceAttributes = new Set(["endpoint", "src", "filters", "limit"]);

// A server that renders a page imports this file too, and has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<footnote-ask>`: a field that answers questions from a Footnote service, or from the files of a static build. Its attributes are
 * listed, with its events, methods and parts, in `description.ts`. Changing one changes what it says, and leaves what was typed
 * and answered alone; so does moving the element.
 *
 * It is the field and its button. Answers and suggestions are a session, which is loaded when a reader comes to the field.
 */
export class FootnoteAsk extends Base {
  static readonly observedAttributes = observedAttributes;

  readonly #internals = this.attachInternals?.();
  #settings: Settings = readSettings(this);
  #lang = "en";
  #own: Partial<Labels> = {};
  /** What the session says, once it has loaded the words of a language. */
  #said: { readonly lang: string; readonly labels: RestingLabels } | undefined;
  #root: HTMLElement | undefined;
  #connection: AbortController | undefined;
  #head: Promise<Response> | undefined;
  #offer: AbortController | undefined;
  #dialog: AskDialog | undefined;
  #session: Session | undefined;
  #loading: Promise<Session> | undefined;
  readonly #field = new QuestionField({
    wake: () => void this.#wake().catch(() => undefined),
    submit: () => void this.#ask(this.#field.input.value.trim(), true),
  });

  /** Labels that replace the widget's own. */
  get labels(): Partial<Labels> {
    return this.#own;
  }
  set labels(labels: Partial<Labels>) {
    this.#own = labels;
    this.#relabel();
    this.#session?.follow(false);
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
    addEventListener("online", () => this.#session?.retryOffline(), { signal });
    document.addEventListener("keydown", (event) => this.#press(event), { signal });
    const unwatch = watchGround(() => this.#matchGround());
    signal.addEventListener("abort", unwatch);
    this.#matchGround();
    claimParameter(this, this.#settings.history);
    this.#offerToAgents();
    signal.addEventListener("abort", () => this.#offer?.abort());
    if (!isNew) return;
    const kept = takeState(stateName(this, this.#settings));
    if (kept !== undefined) this.#wake(kept).catch(() => undefined);
    this.#followAddress();
    emit(this, "footnote-ready", {});
  }

  disconnectedCallback(): void {
    this.#session?.closeLists();
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connection?.abort();
      this.#session?.stop();
      claimParameter(this, "");
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#root === undefined) return;
    this.#settings = readSettings(this);
    if (name === "mode") this.#arrange();
    if (name === "theme") this.#matchGround();
    if (name === "webmcp") this.#offerToAgents();
    if (name === "history") claimParameter(this, this.#settings.history);
    this.#relabel();
    this.#session?.follow(sourceAttributes.has(name));
  }

  /** Asks a question as if the reader had. Resolves when the outcome is shown. An empty question moves the focus into the field. */
  async ask(question: string): Promise<void> {
    const text = question.trim();
    if (text === "") this.open();
    else await this.#ask(text, false);
  }

  /** Opens the dialog, or moves the focus into the field where there is none. */
  open(): void {
    this.#dialog?.open();
    this.#field.focus();
  }

  /** Closes the dialog. */
  close(): void {
    this.#dialog?.dialog.close();
  }

  /** Clears question and answer. */
  clear(): void {
    this.#field.fill("");
    this.#session?.clear();
  }

  #build(): void {
    this.#settings = readSettings(this);
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#root = create("div", { class: "root" });
    shadow.replaceChildren(this.#root);
    this.#arrange();
    this.#relabel();
  }

  /** Puts the field into the page, or into a dialog with a button. What it shows stays. */
  #arrange(): void {
    const field = this.#field;
    this.#dialog?.dialog.close();
    this.#dialog?.close.remove();
    this.#dialog = undefined;
    if (!this.#settings.isDialog) {
      this.#root?.replaceChildren(field.element);
      return;
    }
    const dialog = new AskDialog(
      () => emit(this, "footnote-open", {}),
      () => {
        this.#session?.closeLists();
        emit(this, "footnote-close", {});
      },
    );
    dialog.button.addEventListener("click", () => this.open());
    field.bar.append(dialog.close);
    dialog.dialog.append(field.element);
    this.#root?.replaceChildren(dialog.button, dialog.dialog);
    this.#dialog = dialog;
  }

  #relabel(): void {
    const [root, settings] = [this.#root, this.#settings];
    if (root === undefined) return;
    const page = this.closest<HTMLElement>("[lang]")?.lang;
    this.#lang = chooseLanguage(page ? [page, ...navigator.languages] : navigator.languages);
    root.lang = this.#lang;
    root.dir = directionOf(this.#lang);
    const said = this.#said?.lang === this.#lang ? this.#said.labels : restingLabels(this.#lang);
    const labels = { ...said, ...this.#own };
    const placeholder = settings.placeholder || labels.placeholder;
    this.#dialog?.relabel(placeholder, labels.close, shortcutsLabel(readShortcuts(settings.shortcut)));
    this.#field.relabel(labels, placeholder);
  }

  /** Loads the session once. A failure is forgotten, so that the next question tries again. */
  #wake(kept?: KeptState): Promise<Session> {
    // On a slow line, what waits for the session would take as long again.
    const { src } = this.#settings;
    if (src !== "") this.#head ??= askForHead(src);
    this.#loading ??= loadSession().then(
      ({ startSession }) => {
        this.#session = startSession(this.#shell(), kept);
        return this.#session;
      },
      (error) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  async #ask(question: string, isTyped: boolean): Promise<void> {
    this.#field.setBusy(true);
    const session = await this.#wake().catch(() => undefined);
    this.#field.setBusy(false);
    if (session === undefined) this.#fail(question);
    else await session.ask(question, isTyped);
  }

  #offerToAgents(): void {
    this.#offer?.abort();
    this.#offer = offerToAgents(this, () => this.#wake());
  }

  #fail(question: string): void {
    this.#field.results.replaceChildren(
      create("p", { part: "problem", role: "alert", lang: "en" }, unavailable),
    );
    const kind = navigator.onLine ? "failed" : "offline";
    emit(this, "footnote-error", { question, problem: { kind } });
  }

  #shell(): Shell {
    const element = this;
    return {
      host: element,
      field: element.#field,
      kit: { button, create, directionOf, emit, icon, present },
      home: home.address,
      head: element.#head,
      get settings() {
        return element.#settings;
      },
      get lang() {
        return element.#lang;
      },
      get ownLabels() {
        return element.#own;
      },
      get isOpen() {
        return element.isOpen;
      },
      get ownsAddress() {
        return ownsParameter(element, element.#settings.history);
      },
      open: () => {
        if (element.#dialog !== undefined && !element.isOpen) element.open();
      },
      close: () => element.close(),
      fail: (question) => element.#fail(question),
      say: (labels) => {
        element.#said = { lang: element.#lang, labels };
        element.#relabel();
      },
      setAsked: (isAsked) => {
        // For pages that make room for an answer: footnote-ask:state(asked).
        if (isAsked) element.#internals?.states.add("asked");
        else element.#internals?.states.delete("asked");
      },
    };
  }

  #followAddress(): void {
    if (this.#session !== undefined) this.#session.followAddress();
    else if (
      ownsParameter(this, this.#settings.history) &&
      questionInAddress(this.#settings.history) !== ""
    ) {
      this.#wake().then(
        (session) => session.followAddress(),
        () => undefined,
      );
    }
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
    if (!isShortcut(event, readShortcuts(this.#settings.shortcut))) return;
    // The first of several widgets on a page handles it; the others see `defaultPrevented`.
    event.preventDefault();
    this.open();
  }
}
