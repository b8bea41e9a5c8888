import type { Answer } from "../model/index.ts";
import type { DescribedEventName } from "./description.ts";
import type { AskProblem } from "./session/source.ts";

/** The events of a widget, by name, with their details. They bubble, out of shadow trees too. */
export interface FootnoteEventDetails {
  /** The widget is in the page and can be used. */
  "footnote-ready": Record<string, never>;
  /** A question is about to be asked; cancel it to answer otherwise. */
  "footnote-ask": { readonly question: string };
  /** An answer or a refusal is shown. */
  "footnote-answer": { readonly question: string; readonly answer: Answer };
  /** A link is about to be followed; cancel it to go there by a router. */
  "footnote-select": {
    readonly url: string;
    readonly kind: "citation" | "passage" | "suggestion" | "contact";
  };
  /** A text was copied. */
  "footnote-copy": { readonly text: string };
  /** A reader is about to vote on an answer; cancel it to keep the vote from the service. */
  "footnote-vote": { readonly question: string; readonly helpful: boolean };
  /** A question has no answer because something went wrong. */
  "footnote-error": { readonly question: string; readonly problem: AskProblem };
  /** The dialog is about to open; cancel it to keep it closed. */
  "footnote-open": Record<string, never>;
  /** The dialog was closed. */
  "footnote-close": Record<string, never>;
}

/** Name of an event of the widget. */
export type FootnoteEventName = keyof FootnoteEventDetails & DescribedEventName;

/** The events by name, as a DOM event map. */
export type FootnoteEventMap = {
  [Name in FootnoteEventName]: CustomEvent<FootnoteEventDetails[Name]>;
};

const cancelable: ReadonlySet<FootnoteEventName> = new Set([
  "footnote-ask",
  "footnote-select",
  "footnote-vote",
  "footnote-open",
]);

/** Dispatches an event of the widget. @returns false when a listener cancelled it */
export function emit<Name extends FootnoteEventName>(
  target: EventTarget,
  name: Name,
  detail: FootnoteEventDetails[Name],
): boolean {
  const event = new CustomEvent(name, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: cancelable.has(name),
  });
  return target.dispatchEvent(event);
}
