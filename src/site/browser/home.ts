import type { FootnoteAsk } from "../../widget/element.ts";

/** Asks a linked question in place. Without this script the link works too, with a page load. */
document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-question]") : null;
  const widget = document.querySelector<FootnoteAsk>("footnote-ask:defined");
  if (link?.dataset["question"] === undefined || widget === null) return;
  event.preventDefault();
  void widget.ask(link.dataset["question"]);
  widget.open();
});
