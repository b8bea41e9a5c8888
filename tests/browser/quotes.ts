import type { Locator, Page } from "playwright-core";
import type { Answer, Quote } from "../../src/model/index.ts";
import { boxesOf, highlighted, highlightIn } from "./highlight.ts";

/** What is wrong with a quote that a widget shows. Empty when it keeps its promises. */
export interface QuoteReport {
  readonly question: string;
  readonly number: number;
  readonly kind: Quote["kind"];
  /** Whether its number lands on its sentence, highlighted from its first character to its last. */
  readonly lands: boolean;
  /** Whether its sentence is seen, marked, in a passage below. */
  readonly isProven: boolean;
  /** Whether code is in a code block, rows are in a table with a header, and items in a list. */
  readonly isOfItsKind: boolean;
  readonly link: string;
}

const solid = (text: string): string => text.replace(/[\s…]/g, "");

/** Elements that must be in a quote of a kind. */
const elementsOf: Readonly<Record<Quote["kind"], string>> = {
  sentence: "[part=text]",
  paragraph: "[part=text]",
  list: "ul > li",
  table: "table > thead > tr > th",
  code: "[part=code] pre > code",
};

/**
 * Looks at each quote of the answer that a widget shows.
 *
 * @param answer the answer, as the service gave it
 * @param reader another page, in which numbers are followed
 * @param textOf canonical text of an article
 */
export async function reportQuotes(
  host: Locator,
  answer: Answer,
  reader: Page,
  textOf: (article: string) => Promise<string>,
): Promise<QuoteReport[]> {
  // What fades in is looked at when it is there.
  await host.evaluate((element) =>
    Promise.allSettled(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []),
  );
  const reports: QuoteReport[] = [];
  for (const [index, quote] of answer.answer.entries()) {
    const number = index + 1;
    const { link = "", isOfItsKind } = await host
      .locator("[part=quote]")
      .nth(index)
      .evaluate(
        (element, { number, wanted }) => ({
          link: element.querySelector<HTMLAnchorElement>(`a[data-number="${number}"]`)?.href,
          isOfItsKind: element.querySelector(wanted) !== null,
        }),
        { number, wanted: elementsOf[quote.kind] },
      );
    const text = await textOf(answer.passages[quote.passage - 1]?.citation.article ?? "");
    reports.push({
      question: answer.question,
      number,
      kind: quote.kind,
      link,
      isOfItsKind,
      isProven: await isProven(host, number, text.slice(quote.focus.start, quote.focus.end)),
      lands: await lands(reader, link, text, quote),
    });
  }
  return reports;
}

/** Whether the text is marked in a passage, and each piece of it is drawn where nothing hides it. */
async function isProven(host: Locator, number: number, text: string): Promise<boolean> {
  const marked = await host.evaluate((element, wanted) => {
    const marks = element.shadowRoot?.querySelectorAll<HTMLElement>(
      `[part=excerpt] [data-number="${wanted}"]`,
    );
    return Array.from(marks ?? [], (mark) => {
      const isDrawn = mark.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      // What a box cuts off from above or below is not seen.
      const { top, bottom } = mark.getBoundingClientRect();
      const box = mark.closest("pre")?.getBoundingClientRect();
      const isInside = box === undefined || (top >= box.top - 1 && bottom <= box.bottom + 1);
      return { text: mark.textContent ?? "", isSeen: isDrawn && isInside };
    });
  }, number);
  return (
    marked.every(({ isSeen }) => isSeen) && solid(marked.map((mark) => mark.text).join("")) === solid(text)
  );
}

async function lands(page: Page, link: string, text: string, quote: Quote): Promise<boolean> {
  // From the same page it would be a step within it, which keeps what was found before.
  await page.goto("about:blank");
  await page.goto(link);
  for (let tries = 0; tries < 10; tries++) {
    await page.waitForTimeout(300);
    if (await isHighlighted(page, text, quote)) return true;
  }
  return false;
}

async function isHighlighted(page: Page, text: string, { focus }: Quote): Promise<boolean> {
  const [boxes = []] = await boxesOf(page, text, [focus]);
  const isMarked = await highlightIn(page);
  const [left, top] = await page.evaluate(() => [scrollX, scrollY]);
  const { height = 0 } = page.viewportSize() ?? {};
  const inWindow = boxes.map((box) => ({
    left: box.left - (left ?? 0),
    right: box.right - (left ?? 0),
    top: box.top - (top ?? 0),
    bottom: box.bottom - (top ?? 0),
  }));
  const seen = inWindow.filter((box) => box.top >= 0 && box.bottom <= height);
  const marks = highlighted(seen, isMarked);
  const share = marks.filter(Boolean).length / marks.length;
  return share > 0.9 && marks.at(0) === true && seen[0] === inWindow[0];
}
