import { thumbOutline } from "../icons.ts";
import { button, create, icon } from "../kit.ts";
import type { Labels } from "../labels/index.ts";

/** Asks once whether an answer helped. */
export function feedbackView(labels: Labels, vote: (helpful: boolean) => void): HTMLElement {
  const choice = (helpful: boolean): HTMLButtonElement =>
    button(
      { part: "vote", class: helpful ? "up" : "down" },
      () => {
        vote(helpful);
        box.replaceChildren(labels.thanks);
        box.focus();
      },
      icon(thumbOutline),
      helpful ? labels.yes : labels.no,
    );
  const box = create(
    "div",
    { part: "feedback", role: "group", tabindex: -1, "aria-label": labels.helpful },
    create("span", { "aria-hidden": "true" }, labels.helpful),
    choice(true),
    choice(false),
  );
  return box;
}
