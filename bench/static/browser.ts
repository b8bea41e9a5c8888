/** Readers of static sites in Chromium. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Host } from "../../tests/static/host.ts";
import { slow4G } from "../slow-line.ts";
import { isOfQuestion, sentBytes } from "./sent.ts";

/** A page with an engine, and how a reader of it is answered. */
export interface AskingPage {
  readonly name: string;
  readonly html: string;
  /** Asks on the loaded page. Resolves once what it finds is there. */
  ask(page: Page, question: string): Promise<void>;
}

const around = (content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ask</title><link rel="icon" href="data:,"></head><body>${content}</body></html>`;

export const footnotePage: AskingPage = {
  name: "ask-footnote.html",
  html: around(
    '<script type="module" src="/footnote/widget.js"></script><footnote-ask src="/footnote/"></footnote-ask>',
  ),
  async ask(page, question) {
    // As text: these types know no documents.
    await page.evaluate(
      'globalThis.answered = new Promise((done) => document.addEventListener("footnote-answer", done, { once: true })).then(() => 0); 0',
    );
    const field = page.locator("footnote-ask input");
    await field.fill(question);
    await field.press("Enter");
    await page.evaluate("globalThis.answered");
  },
};

/** How many of its results Pagefind is asked to load: as many as Footnote shows passages. */
const shown = 5;

export const pagefindPage: AskingPage = {
  name: "ask-pagefind.html",
  html: around('<main data-pagefind-ignore><input name="q"></main>'),
  async ask(page, question) {
    await page.evaluate(
      async ({ question, shown }) => {
        const path = "/pagefind/pagefind.js";
        const pagefind = await import(path);
        const { results } = await pagefind.search(question);
        await Promise.all(
          results.slice(0, shown).map((result: { data(): Promise<unknown> }) => result.data()),
        );
      },
      { question, shown },
    );
  },
};

/** A reader's first question. */
export interface Asked {
  /** From the start of the navigation until the answer is there. */
  readonly milliseconds: number;
  /** Bytes that later questions do not load again. */
  readonly once: number;
  /** Bytes that the question asked for. */
  readonly question: number;
}

async function askOnce(
  browser: Browser,
  folder: string,
  host: Host,
  { name, ask }: AskingPage,
  question: string,
  isSlow: boolean,
): Promise<Asked> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (isSlow) {
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", slow4G);
    }
    const before = host.requested.length;
    const started = performance.now();
    await page.goto(`${host.url}${name}`, { waitUntil: "load" });
    await ask(page, question);
    const milliseconds = performance.now() - started;
    const sent = host.requested.slice(before).filter((path) => path !== name);
    const ofQuestion = sent.filter(isOfQuestion);
    return {
      milliseconds,
      once: sentBytes(
        folder,
        sent.filter((path) => !isOfQuestion(path)),
      ),
      question: sentBytes(folder, ofQuestion),
    };
  } finally {
    await context.close();
  }
}

/** First questions on a slow line, each with an empty cache. */
export async function firstAnswers(
  browser: Browser,
  folder: string,
  host: Host,
  page: AskingPage,
  questions: readonly string[],
): Promise<Asked[]> {
  writeFileSync(join(folder, page.name), page.html);
  const asked: Asked[] = [];
  for (const question of questions) asked.push(await askOnce(browser, folder, host, page, question, true));
  return asked;
}

/** Bytes that each question asks of Pagefind, with an empty cache. */
export async function pagefindQuestions(
  browser: Browser,
  folder: string,
  host: Host,
  questions: readonly string[],
): Promise<number[]> {
  writeFileSync(join(folder, pagefindPage.name), pagefindPage.html);
  const bytes: number[] = [];
  for (const question of questions) {
    bytes.push((await askOnce(browser, folder, host, pagefindPage, question, false)).question);
  }
  return bytes;
}
