import { button, create } from "./dom.ts";
import { closeOutline, icon, searchOutline } from "./icons.ts";

/** A button and its modal dialog. The browser traps the focus inside. */
export class AskDialog {
  readonly button: HTMLButtonElement;
  readonly dialog = create("dialog", { part: "dialog" });
  readonly close: HTMLButtonElement;
  readonly #name = create("span");
  readonly #keys = create("kbd", { "aria-hidden": "true" });
  readonly #mayOpen: () => boolean;
  #unlock = (): void => undefined;
  #pressedOutside = false;

  /**
   * @param mayOpen asked before the dialog opens
   * @param closed called when it was closed
   */
  constructor(mayOpen: () => boolean, closed: () => void) {
    const { dialog } = this;
    this.#mayOpen = mayOpen;
    this.close = button({ part: "close" }, () => dialog.close(), icon(closeOutline));
    this.button = button(
      { part: "button", "aria-haspopup": "dialog" },
      () => this.open(),
      icon(searchOutline),
      this.#name,
      this.#keys,
    );
    // A press that begins inside, such as of a selection, does not close it where it ends.
    dialog.addEventListener("pointerdown", (event) => {
      this.#pressedOutside = event.target === dialog;
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog && this.#pressedOutside) dialog.close();
    });
    dialog.addEventListener("close", () => {
      this.#unlock();
      // Where nothing had the focus before, it is not lost: the field that is hidden now keeps it for a moment, and then the page has it.
      if (document.activeElement === document.body || dialog.matches(":focus-within")) this.button.focus();
      closed();
    });
  }

  /** Says everything in the widget's language of now. */
  relabel(name: string, close: string, keys: { readonly shown: string; readonly spoken: string }): void {
    this.dialog.setAttribute("aria-label", name);
    this.#name.textContent = name;
    this.close.setAttribute("aria-label", close);
    this.#keys.textContent = keys.shown;
    this.#keys.hidden = keys.shown === "";
    this.button.setAttribute("aria-keyshortcuts", keys.spoken);
  }

  open(): void {
    if (this.dialog.open || !this.dialog.isConnected || !this.#mayOpen()) return;
    this.dialog.showModal();
    this.#unlock = lockScroll();
  }
}

/** Keeps the page behind a dialog where it is. @returns what ends it */
function lockScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  const { overflow, paddingInlineEnd } = style;
  const bar = window.innerWidth - clientWidth;
  style.overflow = "hidden";
  if (bar > 0) style.paddingInlineEnd = `${bar}px`;
  return () => {
    style.overflow = overflow;
    style.paddingInlineEnd = paddingInlineEnd;
  };
}
