import { AskBox } from "./ask-box.ts";
import { type AskDialog, askDialog, isThisPage } from "./dialog.ts";
import { create, isEditing } from "./dom.ts";
import { labelsFor } from "./labels/index.ts";
import { openSource } from "./open-source.ts";
import { styleSheet } from "./styles.ts";

/** URL parameter of the question, where the attribute `history` is set. */
const questionParameter = "ask";

const rightToLeft = new Set(["ar"]);

/**
 * `<footnote-ask>`: a field that answers questions from a Footnote service, or from the files of a static build. Its
 * attributes are its state:
 *
 * - `endpoint`: URL of the service; the one that the script came from by default.
 * - `src`: folder of a static build, such as `/footnote/`; no service is asked then.
 * - `lang`: language of the labels; that of the page, else of the browser, by default.
 * - `placeholder`: what the field says while it is empty.
 * - `mode`: `inline` (default), or `dialog`: a button that opens one, as do Ctrl+K, ⌘K and `/`.
 * - `limit`: how many passages to show, 1-20.
 * - `theme`: `light` or `dark`; by default as the page's `color-scheme` has it.
 * - `filters`: parameters that narrow the search, such as `tag=docs&lang=en`.
 * - `history`: when set, questions go into the page's address as `?ask=`, and into its history.
 */
export class FootnoteAsk extends HTMLElement {
  static readonly observedAttributes = ["endpoint", "filters", "lang", "limit", "mode", "placeholder", "src"];

  #box: AskBox | undefined;
  #dialog: AskDialog | undefined;
  #connection: AbortController | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#build();
    addEventListener("popstate", () => this.#followHistory(), { signal });
    document.addEventListener("keydown", (event) => this.#press(event), { signal });
    this.#followHistory();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#box?.clear();
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#box !== undefined) this.#build();
  }

  /** Asks a question as if the reader had. */
  ask(question: string): Promise<void> {
    this.#remember(question);
    return this.#show(question);
  }

  /** Opens the dialog, or moves the focus into the field where there is none. */
  open(): void {
    if (this.#dialog === undefined) this.#box?.input.focus();
    else this.#dialog.open();
  }

  #attribute(name: string): string {
    return this.getAttribute(name) ?? "";
  }

  #build(): void {
    const page = this.closest<HTMLElement>("[lang]")?.lang;
    const { lang, labels } = labelsFor(page ? [page, ...navigator.languages] : navigator.languages);
    const placeholder = this.#attribute("placeholder") || labels.placeholder;
    this.#box?.clear();
    this.#box = new AskBox({
      source: openSource(
        { src: this.#attribute("src"), endpoint: this.#attribute("endpoint") },
        { filters: this.#attribute("filters"), limit: this.#attribute("limit") },
      ),
      lang,
      labels,
      placeholder,
      onAsk: (question) => this.#remember(question),
      onFollow: (url) => this.#follow(url),
    });
    this.#dialog = undefined;
    const root = create("div", { class: "root", lang, dir: rightToLeft.has(lang) ? "rtl" : "ltr" });
    if (this.#attribute("mode") === "dialog") {
      this.#dialog = askDialog(this.#box, placeholder, labels);
      root.append(this.#dialog.button, this.#dialog.dialog);
    } else {
      root.append(this.#box.element);
    }
    this.shadowRoot?.replaceChildren(root);
  }

  async #show(question: string): Promise<void> {
    this.#dialog?.open();
    await this.#box?.ask(question);
  }

  #follow(url: string): void {
    if (isThisPage(new URL(url))) this.#dialog?.dialog.close();
    location.assign(url);
  }

  #remember(question: string): void {
    if (!this.hasAttribute("history")) return;
    const url = new URL(location.href);
    if (url.searchParams.get(questionParameter) === question) return;
    url.searchParams.set(questionParameter, question);
    history.pushState(history.state, "", url);
  }

  #followHistory(): void {
    if (!this.hasAttribute("history")) return;
    const question = new URL(location.href).searchParams.get(questionParameter)?.trim();
    if (question) void this.#show(question);
    else this.#box?.clear();
  }

  #press(event: KeyboardEvent): void {
    if (this.#dialog === undefined || event.defaultPrevented || event.altKey || event.shiftKey) return;
    const command = event.ctrlKey || event.metaKey;
    const isShortcut = command ? event.key.toLowerCase() === "k" : event.key === "/" && !isEditing(event);
    if (!isShortcut) return;
    // The first of several widgets on a page handles it; the others see `defaultPrevented`.
    event.preventDefault();
    this.#dialog.open();
  }
}
