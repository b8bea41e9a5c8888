/** A child of an element; `undefined`, `false` and `""` are skipped, for optional parts. */
export type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Creates an element. Text is always text, so no HTML parser and no Trusted Types policy is needed. An attribute that is `false`
 * or `undefined` is omitted; `true` sets it without a value.
 */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : `${value}`);
  }
  element.append(...present(children));
  return element;
}

/** The children that are there. */
export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => Boolean(child));
}

/** A button that does one thing. */
export function button(
  attributes: Attributes,
  act: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = create("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", act);
  return made;
}

/** Moves the focus to what has no use of a keyboard, where it will not be lost, and leaves the page where it is. */
export function focusQuietly(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** A text with `#` in it replaced. */
export function filled(label: string, value: string | number): string {
  return label.replace("#", () => `${value}`);
}

/** A word or question as it was typed. */
export const inQuotes = (text: string): string => `“${text}”`;

/**
 * A date in the reader's language, as exactly as it is given: it may be a month, or a year. UTC, so that a date without time is the
 * same day everywhere. Empty when it is none.
 */
export function dateText(iso: string, lang: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(lang, {
    year: "numeric",
    ...(iso.length > 4 && { month: "short" }),
    ...(iso.length > 7 && { day: "numeric" }),
    timeZone: "UTC",
  }).format(date);
}

/** Whether a key press is an input method's: it uses Enter and the arrows for itself. Safari says so by the code alone. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a click is one that leaves the page where it is: for another tab or window, or a download. */
export function isModified(event: MouseEvent): boolean {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

/** Whether a link leads to a place in the current page. */
export function isThisPage(href: string): boolean {
  const url = URL.parse(href, document.baseURI);
  return (
    url !== null &&
    url.hash !== "" &&
    url.origin === location.origin &&
    url.pathname === location.pathname &&
    url.search === location.search
  );
}
