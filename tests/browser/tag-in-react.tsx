/** The tag as a React project writes it. Nothing runs it: that its types check is the test. */
import type { Answer, FootnoteAsk } from "../../src/widget/index.ts";
import type {} from "../../src/widget/types/react.ts";

const answers: Answer[] = [];

export const tag = (
  <footnote-ask
    endpoint="https://footnote.example"
    mode="dialog"
    limit={3}
    history
    labels={{ ask: "Go" }}
    className="search"
    onfootnote-answer={(event) => answers.push(event.detail.answer)}
  />
);

// @ts-expect-error There is no such label.
export const mistaken = <footnote-ask labels={{ nothing: "Go" }} />;

const element: FootnoteAsk | null = document.querySelector("footnote-ask");
void element?.ask("What is typed?");
element?.addEventListener("footnote-select", (event) => event.detail.url.startsWith("https:"));
