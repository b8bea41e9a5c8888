import suggestions from "./suggestions.css";

let sheet: CSSStyleSheet | undefined;

/** The style sheet of suggestions, one for all widgets of a page. */
export function suggestionsStyleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(suggestions);
  }
  return sheet;
}
