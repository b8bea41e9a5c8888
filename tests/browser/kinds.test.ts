import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/model/index.ts";
import { ask, check, connectBrowser, open, serviceUrl, useBrowser, widget } from "./fixture.ts";
import { reportQuotes } from "./quotes.ts";
import { configurations, serviceOf } from "./setup/services.ts";

useBrowser();

let url = "";
beforeAll(async () => {
  url = await serviceOf({ config: configurations.arabic });
});

const questions = {
  english: [
    "Why was the R2 model delayed?",
    "How do I deploy Footnote?",
    "How do I allow my site to call the API?",
    "What is in a citation?",
    "Which options does the widget have?",
    "What does Liang Wenfeng think of R2?",
    "How do I ask a question over HTTP?",
  ],
  arabic: [
    "How do I preheat the oven from a script?",
    "What does the Crust plan cost?",
    "How do I clean the oven?",
    "كم ساعة تتخمر العجينة؟",
    "إلى كم درجة تُسخَّن الفرن؟",
    "酸面包可以保存多久？",
  ],
} as const;

describe.each(Object.entries(questions))("every quote of the articles in %s", (corpus, asked) => {
  test("is shown as what it is, is marked in its passage, and its number lands on its sentence", async () => {
    const base = corpus === "english" ? serviceUrl : url;
    const page = await open(new URL("/", base).href);
    const browser = await connectBrowser();
    try {
      const reader = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
      const reports = [];
      for (const question of asked) {
        const answer: Answer = await (
          await fetch(`${base}/api/ask?q=${encodeURIComponent(question)}`)
        ).json();
        expect(answer.answered).toBe(true);
        await ask(page, question);
        const textOf = async (id: string): Promise<string> => {
          const response = await fetch(`${base}/api/articles/${encodeURIComponent(id)}`);
          const { text }: { text: string } = await response.json();
          return text;
        };
        reports.push(...(await reportQuotes(widget(page).host, answer, reader, textOf)));
      }
      expect(reports.length).toBeGreaterThanOrEqual(asked.length);
      expect(
        reports.filter(({ lands, isProven, isOfItsKind }) => !lands || !isProven || !isOfItsKind),
      ).toEqual([]);
      const kinds = new Set(reports.map(({ kind }) => kind));
      if (corpus === "arabic")
        for (const kind of ["code", "list", "table"] as const) expect(kinds).toContain(kind);
    } finally {
      await browser.close();
    }
  }, 120_000);
});

test("code says its language, in the answer and on its article's page", async () => {
  const page = await open(`${url}/`);
  await ask(page, "How do I preheat the oven from a script?");
  const { part } = widget(page);
  expect(await part("quote").locator("[part=language]").first().textContent()).toBe("ts");
  await page.goto(`${url}/articles/oven-controller/`);
  expect(await page.locator(".framed").first().getAttribute("data-language")).toBe("ts");
});

describe("a collection in Arabic", () => {
  test("has its pages, labels, dates and links in its language and direction", async () => {
    const page = await open(`${url}/`);
    const root = page.locator("html");
    expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    expect(await page.locator("h1").textContent()).toBe("اسأل المقالات");
    expect(await page.locator(".lede").textContent()).toBe("اسأل عن الخبز والفرن.");
    expect(await page.locator(".cards time").last().textContent()).toContain("فبراير");
    expect(await page.getByRole("link", { name: "المدونة" }).getAttribute("href")).toBe(
      "https://blog.example/",
    );
    const left = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? 0;
    expect(await left(".brand")).toBeGreaterThan(await left(".top nav"));
    await check(page, "arabic-home");
  });

  test("quotes, passages and titles have the language and direction of their article", async () => {
    const page = await open(`${url}/`);
    await ask(page, "How do I clean the oven?");
    const { host, part } = widget(page);
    await expect.poll(() => part("evidence").locator("h2").textContent()).toBe("المقاطع");
    for (const name of ["quote", "excerpt"]) {
      const element = part(name).first();
      expect([await element.getAttribute("lang"), await element.getAttribute("dir")]).toEqual(["en", "ltr"]);
    }
    expect(await host.locator("[part=source] bdi").allTextContents()).toContain("Lena Haddad");
    await check(page, "arabic-answer");
    await page.goto(`${url}/articles/oven-controller/`);
    const beside = await page.locator(".beside").boundingBox();
    const article = await page.locator("article").boundingBox();
    expect(beside?.x).toBeGreaterThan(article?.x ?? 0);
    await page.goto(`${url}/articles/khubz/`);
    const mirrored = await page.locator(".beside").boundingBox();
    expect(mirrored?.x).toBeLessThan((await page.locator("article").boundingBox())?.x ?? 0);
    await check(page, "arabic-article");
  });
});
