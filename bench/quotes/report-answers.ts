import type { Browser, Page } from "playwright-core";
import { progressLine } from "../../src/build/progress.ts";
import type { Answer } from "../../src/model/index.ts";
import { type QuoteReport, reportQuotes } from "../../tests/browser/quotes.ts";

/** Text of an article, asked of the service once. */
function articleTexts(base: string): (id: string) => Promise<string> {
  const texts = new Map<string, Promise<string>>();
  const load = async (id: string): Promise<string> => {
    const response = await fetch(`${base}/api/articles/${encodeURIComponent(id)}`);
    const { text }: { text: string } = await response.json();
    return text;
  };
  return (id) => {
    const text = texts.get(id) ?? load(id);
    texts.set(id, text);
    return text;
  };
}

/** Asks the page's widget. @returns the answer that it was given, once it shows it */
async function askedIn(page: Page, question: string): Promise<Answer> {
  await page.evaluate(() => {
    window.shown = new Promise((resolve) => {
      document.addEventListener("footnote-answer", ({ detail }) => resolve(detail.answer), { once: true });
    });
  });
  const field = page.locator("footnote-ask").first().getByRole("combobox");
  await field.fill(question);
  await field.press("Enter");
  const answer = await page.evaluate(() => window.shown);
  if (answer === undefined) throw new Error("The page was left before it had an answer.");
  return answer;
}

/** Asks questions in the widget of a service's home page, one after another, and looks at each quote. */
export async function reportAnswers(
  browser: Browser,
  base: string,
  questions: readonly string[],
): Promise<{ answered: number; quotes: QuoteReport[] }> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  const reader = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  const textOf = articleTexts(base);
  await page.goto(base);
  const progress = progressLine(`${base}: asking`);
  const quotes: QuoteReport[] = [];
  let answered = 0;
  for (const [index, question] of questions.entries()) {
    progress.update(index, questions.length);
    const answer = await askedIn(page, question);
    if (!answer.answered) continue;
    answered++;
    quotes.push(...(await reportQuotes(page.locator("footnote-ask").first(), answer, reader, textOf)));
  }
  progress.end();
  return { answered, quotes };
}

declare global {
  interface Window {
    shown?: Promise<Answer>;
  }
}
