import base from "./styles/base.css";
import dialog from "./styles/dialog.css";
import form from "./styles/form.css";

let sheet: CSSStyleSheet | undefined;

/**
 * The style sheet of what is there before the reader does anything, one for all widgets of a page. A constructed one needs no leave
 * from a content security policy.
 */
export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + form + dialog);
  }
  return sheet;
}
