/**
 * The widget as a package: importing it changes nothing, on a server too; `register()` makes `<footnote-ask>` known to the page.
 * Types of its tag for frameworks are beside it: `react.d.ts`, `vue.d.ts`, `svelte.d.ts`.
 */
import type { FootnoteAsk } from "./element.ts";
import type { FootnoteEventMap } from "./events.ts";

export type { Answer } from "../model/index.ts";
export { FootnoteAsk } from "./element.ts";
export type { FootnoteEventDetails, FootnoteEventMap, FootnoteEventName } from "./events.ts";
export type { Labels } from "./labels/index.ts";
export { register } from "./register.ts";

declare global {
  interface HTMLElementTagNameMap {
    "footnote-ask": FootnoteAsk;
  }
  interface HTMLElementEventMap extends FootnoteEventMap {}
  interface DocumentEventMap extends FootnoteEventMap {}
}
