import type { Suggestion } from "../../model/index.ts";
import { filled, isComposing, isModified } from "../dom.ts";
import { button, create } from "../kit.ts";
import type { Labels } from "../labels/index.ts";
import { inGroups, type Option, optionsView } from "./options-view.ts";
import { placeNear } from "./placement.ts";

/** How many options are shown. */
const shownOptions = 8;

interface ComboboxActions {
  labels(): Labels;
  suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]>;
  /** Questions of before, shown while nothing is typed. */
  recent(): readonly string[];
  clearRecent(): void;
  link(href: string): string;
  choose(option: Option): void;
  /** Says something to screen readers. */
  announce(text: string): void;
}

/**
 * What can be chosen below a text field: the editable combobox with list autocomplete of the ARIA Authoring Practices Guide
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Focus stays in the field; the arrow keys move through the list.
 */
export class Combobox {
  readonly popup: HTMLElement;
  readonly #list = create("div", { id: "options", role: "listbox", part: "options" });
  readonly #hints = create("p", { part: "hints", "aria-hidden": "true" });
  readonly #clear: HTMLButtonElement;
  readonly #input: HTMLInputElement;
  readonly #actions: ComboboxActions;
  #options: readonly Option[] = [];
  #active = -1;
  #loading = new AbortController();
  #stopPlacing = (): void => undefined;

  constructor(input: HTMLInputElement, actions: ComboboxActions) {
    this.#input = input;
    this.#actions = actions;
    this.#clear = button({ part: "clear" }, () => {
      actions.clearRecent();
      this.close();
    });
    this.popup = create(
      "div",
      { part: "suggestions", popover: "manual" },
      this.#list,
      create("div", { part: "popup-bar" }, this.#hints, this.#clear),
    );
    input.setAttribute("aria-controls", this.#list.id);
    input.addEventListener("input", () => {
      // An option that was active was one for another text.
      this.#activate(-1);
      void this.#load();
    });
    input.addEventListener("keydown", (event) => this.#press(event));
    // What was asked before is offered at once, suggestions for a text that stands there only when they are wanted.
    input.addEventListener("focus", () => input.value.trim() === "" && void this.#load());
    input.addEventListener("click", () => !this.#isOpen && void this.#load());
    input.addEventListener("blur", () => this.close());
    // Keep the focus in the field when the list is pressed.
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#click(event));
    this.relabel();
  }

  /** Offers what there is for a field that had the focus before this was loaded. */
  start(): void {
    void this.#load();
  }

  get #isOpen(): boolean {
    return this.popup.matches(":popover-open");
  }

  /** Says everything in the widget's language of now. */
  relabel(): void {
    const { suggestions, hints, clear } = this.#actions.labels();
    this.#list.setAttribute("aria-label", suggestions);
    this.#hints.textContent = hints;
    this.#clear.textContent = clear;
  }

  /** Closes the list and cancels pending suggestions. */
  close(): void {
    this.#loading.abort();
    this.#show([], "");
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const { recent, suggest } = this.#actions;
    const typed = this.#input.value.trim();
    if (typed === "") {
      this.#show(
        recent().map((text) => ({ kind: "recent", text })),
        "",
      );
      return;
    }
    const suggestions = await suggest(typed, signal).catch(() => []);
    if (!signal.aborted) this.#show(suggestions, typed);
  }

  #show(found: readonly Option[], typed: string): void {
    const { labels, link, announce } = this.#actions;
    const options = inGroups(found, shownOptions);
    const isShown = options.length > 0 && this.#input.isConnected;
    this.#options = options;
    this.#list.replaceChildren(...optionsView(options, typed, labels(), link));
    this.#clear.hidden = options[0]?.kind !== "recent";
    this.#stopPlacing();
    if (isShown !== this.#isOpen) this.popup.togglePopover(isShown);
    const field = this.#input.closest("form");
    if (isShown && field !== null) this.#stopPlacing = placeNear(this.popup, field, true);
    if (isShown) announce(filled(labels().found, options.length));
    this.#input.setAttribute("aria-expanded", `${isShown}`);
    this.#activate(-1);
  }

  get #elements(): readonly HTMLElement[] {
    return Array.from(this.#list.querySelectorAll<HTMLElement>("[role=option]"));
  }

  /** Activates an option; -1, before the first and after the last, is the field itself. */
  #activate(index: number): void {
    const elements = this.#elements;
    for (const [number, element] of elements.entries()) {
      element.setAttribute("aria-selected", `${number === index}`);
    }
    this.#active = index;
    const option = elements[index];
    if (option === undefined) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  #press(event: KeyboardEvent): void {
    if (isComposing(event)) {
      // An input method's Enter must not ask, either.
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.altKey && !this.#isOpen) {
      void this.#load();
      event.preventDefault();
      return;
    }
    if (!this.#isOpen) return;
    const count = this.#options.length + 1;
    if (step !== undefined) this.#activate(((this.#active + 1 + step + count) % count) - 1);
    else if (event.key === "Enter" && this.#active >= 0) this.#choose(this.#active);
    else if (event.key === "Escape" && this.#input.closest("dialog") === null) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #click(event: MouseEvent): void {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    if (option === null || (option.localName === "a" && isModified(event))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(this.#elements.indexOf(option));
  }

  #choose(index: number): void {
    const option = this.#options[index];
    this.close();
    if (option !== undefined) this.#actions.choose(option);
  }
}
