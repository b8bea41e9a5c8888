import { FootnoteAsk } from "./element.ts";

/** Makes `<footnote-ask>` known to the page. Does nothing where a copy of the widget has done so, and on a server. */
export function register(): void {
  if (typeof customElements === "undefined" || customElements.get("footnote-ask") !== undefined) return;
  customElements.define("footnote-ask", FootnoteAsk);
}
