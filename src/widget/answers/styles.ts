import answers from "./answers.css";

let sheet: CSSStyleSheet | undefined;

/** The style sheet of answers, one for all widgets of a page. */
export function answersStyleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(answers);
  }
  return sheet;
}
