import { create } from "./dom.ts";
import { icon } from "./icons.ts";
import type { Labels } from "./labels/index.ts";

/** Asks once whether an answer helped. */
export function feedbackView(labels: Labels, vote: (helpful: boolean) => void): HTMLElement {
  const button = (helpful: boolean): HTMLButtonElement => {
    const made = create(
      "button",
      { type: "button", part: "vote", class: helpful ? "up" : "down" },
      icon("thumb"),
      helpful ? labels.yes : labels.no,
    );
    made.addEventListener("click", () => {
      vote(helpful);
      box.replaceChildren(labels.thanks);
      box.focus();
    });
    return made;
  };
  const box = create(
    "div",
    { part: "feedback", role: "group", tabindex: -1, "aria-label": labels.helpful },
    create("span", { "aria-hidden": "true" }, labels.helpful),
    button(true),
    button(false),
  );
  return box;
}
