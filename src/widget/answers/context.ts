import type { Citation } from "../../model/index.ts";
import { dateText } from "../dom.ts";
import { create, directionOf } from "../kit.ts";
import type { Labels } from "../labels/index.ts";

/** What views need to know of the widget around them. */
export interface ViewContext {
  readonly lang: string;
  readonly labels: Labels;
  /** Makes a link of an answer absolute. */
  link(href: string): string;
  /** Address of this widget's page with a question asked; undefined where the page's address is left alone. */
  questionLink(question: string): string | undefined;
  /** Asks a question as if the reader had typed it. */
  ask(question: string): void;
  /** Copies a text. @returns whether it was copied */
  copy(text: string): Promise<boolean>;
  /** Where a reader without an answer can ask on; empty when nowhere. */
  readonly noAnswerUrl: string;
}

/** Language and direction of a text of an article, for the element that holds it. */
export function written(lang: string): { lang: string; dir: "ltr" | "rtl" } {
  return { lang, dir: directionOf(lang) };
}

/** Separators of headings, and of facts about an article. */
export const trailMark = " › ";
export const factMark = " · ";

/** Authors and date of an article. */
export function factsOf({ authors, updated, published }: Citation, lang: string): string[] {
  const date = updated ?? published;
  return [...authors, ...(date === undefined ? [] : [dateText(date, lang)])];
}

/** Authors and date of an article in one line. Each stands for itself, whatever direction the others are written in. */
export function factsView(citation: Citation, lang: string): HTMLElement | undefined {
  const facts = factsOf(citation, lang);
  if (facts.length === 0) return undefined;
  return create(
    "span",
    { part: "source" },
    ...facts.flatMap((fact, index) => [index > 0 && factMark, create("bdi", {}, fact)]),
  );
}
