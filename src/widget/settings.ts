export { observedAttributes } from "./attribute-names.ts";

/** What the attributes of a widget say. */
export interface Settings {
  readonly endpoint: string;
  readonly src: string;
  readonly filters: string;
  readonly limit: string;
  readonly placeholder: string;
  readonly isDialog: boolean;
  /** Name of the URL parameter that holds the question; empty when the page's address is left alone. */
  readonly history: string;
  /** Where links open: a name as of `<a target>`; empty for this page. */
  readonly target: string;
  readonly shortcut: string;
  /** Where a reader without an answer can ask on; may hold `{question}`. */
  readonly noAnswerUrl: string;
  /** Whether questions are kept in this browser, to be offered again. */
  readonly keepsRecent: boolean;
}

/** What opens the dialog unless the page says otherwise. */
export const defaultShortcut = "mod+k";

/** URL parameter of the question, unless `history` names another. */
const defaultParameter = "ask";

/** Reads the attributes of a widget. */
export function readSettings(element: Element): Settings {
  const read = (name: string): string => element.getAttribute(name)?.trim() ?? "";
  return {
    endpoint: read("endpoint"),
    src: read("src"),
    filters: normalFilters(read("filters")),
    limit: read("limit"),
    placeholder: read("placeholder"),
    isDialog: read("mode") === "dialog",
    history: element.hasAttribute("history") ? read("history") || defaultParameter : "",
    // An article's page may not be shown in a frame.
    target: read("target") || (window.self === window.top ? "" : "_blank"),
    shortcut: element.hasAttribute("shortcut") ? read("shortcut") : defaultShortcut,
    noAnswerUrl: read("no-answer-url"),
    keepsRecent: read("recent") !== "off",
  };
}

/** The name under which a widget's state is kept: pages may have several. */
export const stateName = ({ id }: Element, { history }: Settings): string => id || history;

/** Filters as the API takes them: it knows `pt`, not `pt-BR`. */
function normalFilters(filters: string): string {
  const parameters = new URLSearchParams(filters);
  const lang = parameters.get("lang");
  if (lang !== null) parameters.set("lang", lang.toLowerCase().replace(/[-_].*/s, ""));
  return parameters.toString();
}
