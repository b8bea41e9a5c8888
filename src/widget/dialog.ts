import { create } from "./dom.ts";
import { icon } from "./icons.ts";
import type { Labels } from "./labels/index.ts";

/** A button and its modal dialog. The browser traps the focus inside, and returns it to the button. */
export interface AskDialog {
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  open(): void;
}

/** Wraps a search box in a dialog with a button to open it. */
export function askDialog(
  box: { readonly element: HTMLElement; readonly input: HTMLInputElement },
  name: string,
  labels: Labels,
): AskDialog {
  const shortcut = /^(?:Mac|iP)/.test(navigator.platform) ? "⌘K" : "Ctrl K";
  const close = create(
    "button",
    { type: "button", part: "close", "aria-label": labels.close },
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
    // A click on the dialog itself is on its backdrop; a link into this page leads to what the dialog covers.
    if (event.target === dialog || (link !== null && isThisPage(link))) dialog.close();
  });
  return { button, dialog, open };
}

/** Whether a link leads to a place in the current page. */
export function isThisPage({ origin, pathname, search }: HTMLAnchorElement | URL): boolean {
  return origin === location.origin && pathname === location.pathname && search === location.search;
}
