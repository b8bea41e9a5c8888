/** Attributes that a widget follows while it is in a page. */
export const observedAttributes = [
  "endpoint",
  "filters",
  "history",
  "lang",
  "limit",
  "mode",
  "no-answer-url",
  "placeholder",
  "recent",
  "shortcut",
  "src",
  "target",
  "theme",
  "webmcp",
] as const;

/** Name of an attribute of the widget. */
export type AttributeName = (typeof observedAttributes)[number];
