import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { check, open, useBrowser } from "./fixture.ts";
import { ownerToken, recordingService } from "./setup/recording-service.ts";

useBrowser();

let serviceUrl = "";
let opened: Page | undefined;

beforeAll(async () => {
  serviceUrl = await recordingService();
}, 180_000);
afterEach(() => opened?.setExtraHTTPHeaders({}));

const today = new Date().toISOString().slice(0, 10);
const long = "x".repeat(400);

const report = {
  days: 30,
  daily: [{ day: today, asked: 40, answered: 30 }],
  channels: [
    { channel: "http", asked: 30 },
    { channel: "mcp", asked: 10 },
  ],
  unanswered: [
    { times: 4, questions: [{ question: "Is there an app?" }, { question: "mobile app" }] },
    { times: 2, questions: [{ question: long }] },
    ...Array.from({ length: 18 }, (_, index) => ({
      times: 1,
      questions: [{ question: `<b>Question</b> ${index}` }],
    })),
  ],
  asked: [
    { question: "How do I pay?", times: 12, answered: 1 },
    { question: "Is there an app?", times: 4, answered: 0 },
  ],
  worst: [{ question: "How do I cancel?", up: 1, down: 3 }],
  neverCited: [{ id: "bees", title: "Bees", url: "/articles/bees/" }],
};

const empty = { days: 30, daily: [], channels: [], unanswered: [], asked: [], worst: [], neverCited: [] };

const addressOf = (path: string): string => new URL(path, serviceUrl).href;

/** Opens the owner's page as the owner. What its policy forbids is an error in the console, and fails the test. */
async function openAsOwner(view: Parameters<typeof open>[1]): Promise<Page> {
  opened = await open("about:blank", view);
  await opened.setExtraHTTPHeaders({ Authorization: `Bearer ${ownerToken}` });
  const answered = opened.waitForResponse(addressOf("/insights"));
  await open(addressOf("/insights"), view);
  const policy = (await answered).headers()["content-security-policy"];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  await opened.locator("#status:not(:empty)").waitFor();
  return opened;
}

/** Opens it with a report in place of what the service has recorded. */
async function openInsights(
  body: unknown,
  view: Parameters<typeof open>[1] = {},
  status = 200,
): Promise<Page> {
  const page = await open("about:blank", view);
  await page.route("**/insights/report.json?*", (route) => route.fulfill({ status, json: body }));
  return openAsOwner(view);
}

describe("the owner's page", () => {
  test("shows what was asked and voted, under the policy that the Worker sends", async () => {
    const ask = (question: string): Promise<Response> =>
      fetch(addressOf(`/api/ask?q=${encodeURIComponent(question)}`));
    await ask("What is the capital of Peru?");
    const response = await ask("What is a passage?");
    await fetch(addressOf("/api/feedback"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ answer: response.headers.get("Footnote-Answer-Id"), helpful: false }),
    });
    const page = await openAsOwner({});
    expect(await page.locator("#status").textContent()).toMatch(/^2 questions in 30 days/);
    expect(await page.locator("#unanswered").textContent()).toContain("What is the capital of Peru?");
    expect(await page.locator("#worst li").textContent()).toBe("+0 −1What is a passage?");
    expect(await page.locator("#chart canvas").isVisible()).toBe(true);
    await check(page, "insights-recorded");
  });

  test.each(["light", "dark"] as const)("shows a report, accessible in the %s theme", async (colorScheme) => {
    const page = await openInsights(report, { colorScheme });
    expect(await page.locator("#status").textContent()).toBe(
      "40 questions in 30 days, 75 % answered. Asked 30 one by one, 10 by agents.",
    );
    expect(await page.locator("#unanswered li").first().textContent()).toBe("4Is there an app?mobile app");
    expect(await page.locator("#worst li").textContent()).toBe("+1 −3How do I cancel?");
    expect(await page.locator("#asked li").allTextContents()).toEqual([
      "12How do I pay?",
      "4Is there an app?not answered",
    ]);
    expect(await page.locator("#asked a").first().getAttribute("href")).toBe("./?ask=How%20do%20I%20pay%3F");
    expect(await page.getByRole("link", { name: "Bees" }).getAttribute("href")).toBe("/articles/bees/");
    expect(await page.locator("#chart canvas").isVisible()).toBe(true);
    await page.getByText("Figures by day").click();
    expect(await page.locator("#days tbody tr").allTextContents()).toEqual([`${today} so far4030`]);
    await check(page, `insights-${colorScheme}`);
  });

  test("shows the rest of a long list to whoever asks for it by keyboard", async () => {
    const page = await openInsights(report);
    const items = page.locator("#unanswered li");
    expect(await items.count()).toBe(15);
    const more = page.getByRole("button", { name: "Show 5 more" });
    await more.focus();
    await page.keyboard.press("Enter");
    expect(await items.count()).toBe(20);
    expect(await items.nth(15).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await more.count()).toBe(0);
    expect(await items.nth(15).textContent()).toContain("<b>Question</b>");
    await check(page, "insights-long");
  });

  test("asks for another period", async () => {
    const page = await openInsights(report);
    const asked = page.waitForRequest("**/insights/report.json?days=90");
    await page.getByLabel("Period").selectOption("90");
    await asked;
    await page.getByText("in 90 days").waitFor();
    expect(await page.getByRole("link", { name: "CSV" }).getAttribute("href")).toContain("days=90");
  });

  test("fits a phone 320 pixels wide, and a screen that is turned", async () => {
    const page = await openInsights(report, { width: 320, height: 640 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    await check(page, "insights-phone");
    await page.setViewportSize({ width: 640, height: 320 });
    await page.waitForFunction(() => (document.querySelector(".uplot")?.clientWidth ?? 0) > 400);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction(() => document.documentElement.scrollWidth === 320);
  });

  test("says so when nobody asked anything, and shows no empty lists", async () => {
    const page = await openInsights(empty);
    expect(await page.locator("#status").textContent()).toBe("Nobody asked anything in the last 30 days.");
    expect(await page.locator("#report").isVisible()).toBe(false);
    await check(page, "insights-empty");
  });

  test("says so when the report cannot be read", async () => {
    const page = await openInsights({}, {}, 503);
    expect(await page.locator("#status").textContent()).toMatch(/cannot be read.*Try again/);
    expect(await page.locator("#report").isVisible()).toBe(false);
  });
});
