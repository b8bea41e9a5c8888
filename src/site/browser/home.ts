import { focusQuietly, isModified } from "../../widget/dom.ts";
import type { FootnoteAsk } from "../../widget/element.ts";
import { rememberAnswer } from "./way-back.ts";

/** Asks a linked question in place. Without this script the link works too, with a page load. */
document.addEventListener("click", (event) => {
  if (isModified(event)) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-question]") : null;
  const widget = document.querySelector<FootnoteAsk>("footnote-ask:defined");
  if (link?.dataset["question"] === undefined || widget === null) return;
  event.preventDefault();
  void widget.ask(link.dataset["question"]);
  // The link is hidden beside an answer. On a phone the keyboard would cover it.
  if (matchMedia("(pointer: coarse)").matches) focusQuietly(widget);
  else widget.open();
});

rememberAnswer();
