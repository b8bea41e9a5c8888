import answer from "./answer.css";
import suggestions from "./suggestions.css";

let sheet: CSSStyleSheet | undefined;

/** The style sheet of answers and suggestions, one for all widgets of a page. */
export function sessionStyleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(answer + suggestions);
  }
  return sheet;
}
