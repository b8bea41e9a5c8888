import type { Answer } from "../../model/index.ts";
import { inQuotes } from "../dom.ts";
import { button, type Child, create } from "../kit.ts";
import type { ViewContext } from "./context.ts";

/** What helps a reader on whose question found no answer: near questions that have one, and whom else to ask. */
export function refusalView(
  { question, related = [] }: Answer,
  vote: Child,
  context: ViewContext,
): HTMLElement {
  const { labels, noAnswerUrl } = context;
  return create(
    "section",
    { part: "no-answer", "aria-label": labels.answer, tabindex: -1 },
    create("p", { part: "refusal" }, labels.refused),
    create("p", { part: "asked", dir: "auto" }, inQuotes(question)),
    related.length > 0 && questionsView(labels.related, related, context),
    (noAnswerUrl !== "" || vote) &&
      create(
        "div",
        { part: "bar" },
        noAnswerUrl !== "" &&
          create(
            "a",
            { part: "contact", href: noAnswerUrl.replace("{question}", () => encodeURIComponent(question)) },
            labels.contact,
          ),
        vote,
      ),
  );
}

/** Questions under a heading; pressing one asks it. */
export function questionsView(
  heading: string,
  questions: readonly string[],
  { ask }: ViewContext,
): HTMLElement {
  return create(
    "div",
    { part: "related" },
    create("p", { part: "heading" }, heading),
    create(
      "ul",
      { class: "questions" },
      ...questions.map((question) =>
        create(
          "li",
          {},
          button({ part: "question", dir: "auto" }, () => ask(question), question),
        ),
      ),
    ),
  );
}
