import { create } from "./dom.ts";
import { icon } from "./icons.ts";
import type { Labels } from "./labels.ts";

/** A button and the modal dialog that it opens. The browser keeps the focus inside, and gives it back to the button. */
export interface AskDialog {
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  open(): void;
}

/** Puts a box into a dialog with a button to open it. */
export function askDialog(
  box: { readonly element: HTMLElement; readonly input: HTMLInputElement },
  name: string,
  labels: Labels,
): AskDialog {
  const shortcut = /^(?:Mac|iP)/.test(navigator.platform) ? "⌘K" : "Ctrl K";
  const close = create(
    "button",
    { type: "button", part: "close", "aria-label": labels("close") },
    icon("close"),
  );
  const dialog = create("dialog", { part: "dialog", "aria-label": name }, box.element, close);
  const button = create(
    "button",
    { type: "button", part: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": "Control+K Meta+K /" },
    icon("search"),
    create("span", {}, name),
    create("kbd", { "aria-hidden": "true" }, shortcut),
  );
  const open = (): void => {
    if (!dialog.open) dialog.showModal();
    box.input.focus();
    box.input.select();
  };
  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    // The dialog itself is its backdrop; a link into this very page leads to what the dialog covers.
    if (event.target === dialog || (link !== null && isThisPage(link))) dialog.close();
  });
  return { button, dialog, open };
}

/** True when a link leads to another place in the page it is in. */
export function isThisPage({ origin, pathname, search }: HTMLAnchorElement | URL): boolean {
  return origin === location.origin && pathname === location.pathname && search === location.search;
}
