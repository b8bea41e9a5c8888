/** A child of an element; `undefined` and `false` are skipped, for optional parts. */
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

/** The children without `undefined` and `false`. */
export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== undefined && child !== false);
}

/** Whether a key press goes into an editable element, where one-letter shortcuts must not apply. */
export function isEditing(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
  );
}
