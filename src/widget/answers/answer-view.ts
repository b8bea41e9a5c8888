import type { Answer } from "../../model/index.ts";
import { inQuotes } from "../dom.ts";
import { type Child, create } from "../kit.ts";
import { actionsView } from "./actions-view.ts";
import type { ViewContext } from "./context.ts";
import { passagesView } from "./passage-view.ts";
import { type NumberedQuote, numbered, sourceView } from "./quote-view.ts";
import { refusalView } from "./refusal-view.ts";

/** The quotes or a refusal, and the passages below. `vote` is a question whether the answer helped, where votes are taken. */
export function answerView(answer: Answer, vote: Child, context: ViewContext): Child[] {
  const { answered, passages, partial, searchedFor = [] } = answer;
  const { labels } = context;
  const quotes = numbered(answer.answer, passages);
  return [
    ...searchedFor.map(({ asked, instead }) => guessView(asked, instead, context)),
    partial && create("p", { part: "guess" }, labels.partial),
    answered
      ? create(
          "section",
          { part: "answer", "aria-label": labels.answer, tabindex: -1 },
          ...runs(quotes).map((run) => sourceView(run, context)),
          create("div", { part: "bar" }, actionsView(answer, quotes, context), vote),
        )
      : refusalView(answer, vote, context),
    passages.length > 0 &&
      create(
        "section",
        { part: "evidence" },
        create("h2", { part: "heading" }, answered ? labels.passages : labels.nearest),
        passagesView(passages, quotes, context),
      ),
  ];
}

function guessView(asked: string, instead: readonly string[], { labels }: ViewContext): HTMLElement {
  const words: Readonly<Record<string, string>> = {
    "#": instead.map(inQuotes).join(", "),
    "@": inQuotes(asked),
  };
  return create(
    "p",
    { part: "guess" },
    labels.guessed.replace(/[#@]/g, (mark) => words[mark] ?? mark),
  );
}

/** Quotes in a row that stand under one heading of one article. */
function runs(quotes: readonly NumberedQuote[]): NumberedQuote[][] {
  const found: NumberedQuote[][] = [];
  let place = "";
  for (const entry of quotes) {
    const { article, headings } = entry.citation;
    const own = [article, ...headings].join("\n");
    if (own === place) found.at(-1)?.push(entry);
    else found.push([entry]);
    place = own;
  }
  return found;
}
