import { inQuotes } from "../dom.ts";
import { searchOutline } from "../icons.ts";
import { button, type Child, create, icon, present } from "../kit.ts";
import type { Labels } from "../labels/labels.ts";
import { answerView } from "./answer-view.ts";
import type { ViewContext } from "./context.ts";
import type { View } from "./conversation.ts";
import { feedbackView } from "./feedback-view.ts";
import { problemText, problemView } from "./problem-view.ts";
import { questionsView } from "./refusal-view.ts";

/** What results need of the session around them. */
export interface ResultsPorts {
  readonly context: ViewContext;
  /** Questions that were asked before, the oldest first. */
  readonly thread: readonly string[];
  /** Asks again what went wrong. */
  retry(question: string): void;
  /** Leads back to the field for the next question. */
  next(): void;
  /** Called with the reader's vote. */
  vote(id: string, question: string, helpful: boolean): void;
}

/** What is shown below the field. */
export function resultsView(view: View, ports: ResultsPorts): (Node | string)[] {
  return present(contentOf(view, ports));
}

function contentOf(view: View, ports: ResultsPorts): Child[] {
  const { context, retry, vote } = ports;
  switch (view.kind) {
    case "empty":
      return [];
    case "loading":
      return [create("div", { part: "loading" }, create("i"), create("i"), create("i"))];
    case "problem":
      return [problemView(view.problem, context.labels, () => retry(view.question))];
    case "answer": {
      const { answer, id } = view.found;
      const feedback =
        id !== undefined && feedbackView(context.labels, (helpful) => vote(id, view.question, helpful));
      return [
        create("p", { class: "printed" }, inQuotes(view.question)),
        ...answerView(answer, feedback, context),
        threadView(view.question, ports),
      ];
    }
  }
}

/** The earlier questions of this tab, and a way back to the field for the next. */
function threadView(question: string, { context, thread, next }: ResultsPorts): HTMLElement {
  const { labels } = context;
  const earlier = thread.filter((other) => other !== question).slice(-5);
  return create(
    "div",
    { part: "thread" },
    button({ part: "another" }, next, icon(searchOutline), labels.another),
    earlier.length > 0 && questionsView(labels.earlier, earlier.reverse(), context),
  );
}

/** What screen readers say of a view. */
export function spoken(view: View, labels: Labels): string {
  switch (view.kind) {
    case "empty":
      return "";
    case "loading":
      return labels.loading;
    case "problem":
      return problemText(view.problem, labels);
    case "answer": {
      const { answered, answer } = view.found.answer;
      return answered ? `${labels.answer}: ${answer.map(({ quote }) => quote).join(" ")}` : labels.refused;
    }
  }
}
