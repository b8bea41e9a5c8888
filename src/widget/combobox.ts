import type { Suggestion } from "../model/index.ts";
import { create } from "./dom.ts";

/** Debounce of suggestions in milliseconds: a quick typist's pause between two words. */
const pause = 120;

interface ComboboxActions {
  suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]>;
  choose(suggestion: Suggestion): void;
}

/**
 * Suggestions below a text field: the editable combobox with list autocomplete of the ARIA Authoring Practices Guide
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Focus stays in the field; the arrow keys move through the list.
 */
export class Combobox {
  readonly list: HTMLUListElement;
  readonly #input: HTMLInputElement;
  readonly #actions: ComboboxActions;
  #suggestions: readonly Suggestion[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading = new AbortController();

  constructor(input: HTMLInputElement, name: string, actions: ComboboxActions) {
    this.#input = input;
    this.#actions = actions;
    this.list = create("ul", {
      id: "suggestions",
      role: "listbox",
      part: "suggestions",
      "aria-label": name,
      hidden: true,
    });
    for (const [attribute, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", this.list.id],
    ] as const) {
      input.setAttribute(attribute, value);
    }
    input.addEventListener("input", () => this.#schedule());
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("blur", () => this.close());
    // Keep the focus in the field when the list is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("li") : null;
      if (option !== null) this.#choose(Array.from(this.list.children).indexOf(option));
    });
  }

  /** Closes the list and cancels pending suggestions. */
  close(): void {
    clearTimeout(this.#timer);
    this.#loading.abort();
    this.#show([]);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#loading.abort();
    const text = this.#input.value.trim();
    if (text === "") this.#show([]);
    else this.#timer = setTimeout(() => void this.#load(text), pause);
  }

  async #load(text: string): Promise<void> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const suggestions = await this.#actions.suggest(text, signal).catch(() => []);
    if (!signal.aborted) this.#show(suggestions);
  }

  #show(suggestions: readonly Suggestion[]): void {
    this.#suggestions = suggestions;
    this.list.replaceChildren(
      ...suggestions.map(({ kind, text, title }, index) =>
        create(
          "li",
          {
            id: `suggestion-${index}`,
            role: "option",
            part: "suggestion",
            "data-kind": kind,
            "aria-selected": "false",
          },
          create("span", {}, text),
          kind === "heading" && create("small", {}, title),
        ),
      ),
    );
    this.list.hidden = suggestions.length === 0;
    this.#input.setAttribute("aria-expanded", `${!this.list.hidden}`);
    this.#activate(-1);
  }

  /** Activates an option; -1, before the first and after the last, is the field itself. */
  #activate(index: number): void {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.list.children[index];
    if (option === undefined) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  #press(event: KeyboardEvent): void {
    // An input method editor uses the same keys while composing.
    if (this.list.hidden || event.isComposing) return;
    const count = this.#suggestions.length + 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) this.#activate(((this.#active + 1 + step + count) % count) - 1);
    else if (event.key === "Enter" && this.#active >= 0) this.#choose(this.#active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(index: number): void {
    const suggestion = this.#suggestions[index];
    this.close();
    if (suggestion !== undefined) this.#actions.choose(suggestion);
  }
}
