import { FootnoteAsk } from "./element.ts";

/** Makes `<footnote-ask>` known to the page. Does nothing where a copy of the widget has done so. */
export function register(): void {
  if (customElements.get("footnote-ask") === undefined) customElements.define("footnote-ask", FootnoteAsk);
}
