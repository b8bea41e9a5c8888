import type { Page } from "playwright-core";

/** The services that are looked at: the tests' articles in English, and a corpus in Arabic with code, tables and lists. */
export type Corpus = "english" | "arabic";

/** A state in which a reader sees the site or the widget. */
export interface Look {
  readonly name: string;
  readonly corpus: Corpus;
  readonly path: string;
  /** Width of the window and colour scheme in which it is held against how it looked before. */
  readonly width: 1440 | 768 | 390 | 320;
  readonly scheme: "light" | "dark";
  /** Whether the service writes the answer into the page: it looks as the answers of today have it. */
  readonly isWritten?: true;
  /** What a reader does to get there. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Widths and schemes in which each state is looked at. */
export const widths = [1440, 768, 390, 320] as const;
export const schemes = ["light", "dark"] as const;

const field = (page: Page) => page.locator("footnote-ask").first().getByRole("combobox");
const part = (page: Page, name: string) => page.locator(`footnote-ask [part="${name}"]`).first();

const ask =
  (question: string, awaited = "passages") =>
  async (page: Page): Promise<void> => {
    await field(page).fill(question);
    await field(page).press("Enter");
    await part(page, awaited).waitFor();
    // The pointer and the caret are not looked at.
    await field(page).blur();
  };

const type =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await field(page).pressSequentially(text);
    await part(page, "suggestion").waitFor();
  };

const openDialog = async (page: Page): Promise<void> => {
  await part(page, "button").click();
  await part(page, "dialog").waitFor();
};

const fail =
  (status: number, headers: Record<string, string> = {}) =>
  async (page: Page): Promise<void> => {
    await page.route(/\/api\/ask/, (route) => route.fulfill({ status, headers }));
    await ask("Why was the R2 model delayed?", "problem")(page);
  };

const english = { corpus: "english", path: "/", scheme: "light" } as const;
const arabic = { corpus: "arabic", path: "/", scheme: "light" } as const;
const article = "/articles/docs/asking-over-http/";

/** All states. */
export const looks: readonly Look[] = [
  { ...english, name: "home", width: 1440 },
  { ...english, name: "home-phone", width: 390, scheme: "dark" },
  { ...arabic, name: "home-arabic", width: 1440 },
  { ...english, name: "suggestions", width: 768, prepare: type("how do") },
  { ...english, name: "suggestions-sections", width: 320, scheme: "dark", prepare: type("cit") },
  {
    ...english,
    name: "recent",
    width: 768,
    prepare: async (page) => {
      await ask("What is Footnote?")(page);
      await field(page).fill("");
      await field(page).click();
      await part(page, "suggestion").waitFor();
    },
  },
  { ...english, name: "answer", width: 1440, prepare: ask("Why was the R2 model delayed?") },
  { ...english, name: "answer-phone", width: 390, prepare: ask("How do I deploy Footnote?") },
  { ...english, name: "answer-narrow", width: 320, scheme: "dark", prepare: ask("What is in a citation?") },
  { ...arabic, name: "answer-arabic", width: 390, prepare: ask("كم ساعة تتخمر العجينة؟") },
  { ...arabic, name: "answer-chinese", width: 390, prepare: ask("酸面包可以保存多久？") },
  { ...arabic, name: "code", width: 768, prepare: ask("How do I preheat the oven from a script?") },
  { ...arabic, name: "table", width: 1440, scheme: "dark", prepare: ask("What does the Crust plan cost?") },
  { ...arabic, name: "list", width: 390, prepare: ask("How do I clean the oven?") },
  { ...english, name: "guess", width: 768, prepare: ask("Why was R2 delyaed?") },
  { ...english, name: "refused", width: 1440, scheme: "dark", prepare: ask("How do I train a horse?") },
  { ...english, name: "limited", width: 390, prepare: fail(429, { "Retry-After": "42" }) },
  { ...english, name: "failed", width: 768, scheme: "dark", prepare: fail(500) },
  {
    ...english,
    name: "loading",
    width: 768,
    prepare: async (page) => {
      await page.route(/\/api\/ask/, () => undefined);
      await ask("Why was the R2 model delayed?", "loading")(page);
    },
  },
  { ...english, name: "dialog", path: article, width: 768, prepare: openDialog },
  {
    ...english,
    name: "dialog-answer",
    path: article,
    width: 390,
    scheme: "dark",
    prepare: async (page) => {
      await openDialog(page);
      await ask("Why was the R2 model delayed?")(page);
    },
  },
  {
    ...english,
    name: "preview",
    width: 768,
    prepare: async (page) => {
      await ask("Why was the R2 model delayed?")(page);
      await part(page, "citation").hover();
      await part(page, "preview").waitFor();
    },
  },
  { ...english, name: "article", path: article, width: 1440 },
  { ...english, name: "article-phone", path: article, width: 390, scheme: "dark" },
  { ...arabic, name: "article-arabic", path: "/articles/khubz/", width: 1440 },
  { ...english, name: "articles", path: "/articles/", width: 768 },
  {
    ...english,
    name: "ask-page",
    isWritten: true,
    path: "/ask?q=How%20do%20I%20deploy%20Footnote%3F",
    width: 768,
  },
  { ...english, name: "embed", path: "/embed/", width: 1440 },
  { ...english, name: "docs", path: "/docs/", width: 1440 },
  { ...english, name: "not-found", path: "/nothing", width: 390 },
];

/** Waits until whatever moves or fades in is there. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const trees = Array.from(document.querySelectorAll("*"), ({ shadowRoot }) => shadowRoot ?? []).flat();
    const animations = [document, ...trees].flatMap((tree) => tree.getAnimations());
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await document.fonts.ready;
  });
}
