import answer from "./styles/answer.css";
import base from "./styles/base.css";
import dialog from "./styles/dialog.css";
import form from "./styles/form.css";

let sheet: CSSStyleSheet | undefined;

/** The widget's style sheet, one for all its copies. A constructed one needs no leave from a content security policy. */
export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + form + answer + dialog);
  }
  return sheet;
}
