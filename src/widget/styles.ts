import text from "./widget.css";

let sheet: CSSStyleSheet | undefined;

/** The widget's style sheet, one for all its copies. A constructed one needs no leave from a content security policy. */
export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  return sheet;
}
