import { filled } from "../dom.ts";
import { button, create } from "../kit.ts";
import type { Labels } from "../labels/index.ts";
import { type AskProblem, maximumQuestionLength } from "../session/source.ts";

/** What went wrong, in one sentence. */
export function problemText(problem: AskProblem, labels: Labels, seconds = 0): string {
  if (problem.kind === "tooLong") return filled(labels.tooLong, maximumQuestionLength);
  if (problem.kind === "limited" || problem.kind === "busy")
    return filled(labels[problem.kind], seconds || problem.seconds);
  return labels[problem.kind];
}

/** What went wrong and what can be done; where a wait helps, its seconds are counted down. */
export function problemView(problem: AskProblem, labels: Labels, retry: () => void): HTMLElement {
  const text = create("p", {}, problemText(problem, labels));
  const again = button({ part: "retry" }, retry, labels.retry);
  const detail =
    "detail" in problem && problem.kind !== "limited" && problem.kind !== "busy" ? problem.detail : undefined;
  const view = create(
    "div",
    { part: "problem" },
    create(
      "div",
      {},
      text,
      detail !== undefined && create("p", { part: "detail", lang: "en", dir: "ltr" }, detail),
    ),
    problem.kind !== "tooLong" && problem.kind !== "invalid" && again,
  );
  if ("seconds" in problem)
    countDown(problem.seconds, view, (left) => {
      again.disabled = left > 0;
      text.textContent = left > 0 ? problemText(problem, labels, left) : labels.ready;
    });
  return view;
}

/** Calls a function with the seconds that are left, now and every second while an element is in the page. */
function countDown(seconds: number, element: Element, show: (left: number) => void): void {
  const end = Date.now() + seconds * 1000;
  show(seconds);
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (element.isConnected) show(left);
    if (left === 0 || !element.isConnected) clearInterval(timer);
  }, 1000);
}
