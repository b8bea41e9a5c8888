import { describe, expect, test } from "vitest";
import { ask, check, open, openWithoutScript, serviceUrl, useBrowser, widget } from "./fixture.ts";

useBrowser();

const paths = [
  "/",
  "/articles/",
  "/articles/r2-delay/",
  "/articles/docs/citations/",
  "/articles/docs/asking-over-http/",
  "/embed/",
];

describe.each(paths)("%s", (path) => {
  const name = `page${path.replaceAll("/", "-")}`;

  test.each(["light", "dark"] as const)("is accessible in the %s theme", async (colorScheme) => {
    const page = await open(path, { colorScheme });
    await check(page, `${name}${colorScheme}`);
  });

  test("fits a phone 320 pixels wide, and a page zoomed to 200%", async () => {
    const page = await open(path, { width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await check(page, `${name}phone`);
  });

  test("is readable without JavaScript", async () => {
    const page = await openWithoutScript(path);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("main").textContent()).toMatch(/\w{3}/);
  });
});

test("an answer fits a phone 320 pixels wide", async () => {
  const page = await open("/", { width: 320, height: 640 });
  await ask(page, "How do text fragment links work?");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await check(page, "answer-phone");
  await page.goto(`${serviceUrl}/articles/qwen3/`);
  await widget(page).part("button").click();
  await ask(page, "How do text fragment links work?");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await check(page, "dialog-phone");
});

test("the home page moves nothing as it loads and weighs less than 60 kB", async () => {
  const page = await open("about:blank");
  await page.goto(`${serviceUrl}/`, { waitUntil: "networkidle" });
  const moved = await page.evaluate(async () => {
    // The browser tells of what was before the observer as soon as it observes.
    const { promise, resolve } = Promise.withResolvers<number>();
    new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
      type: "layout-shift",
      buffered: true,
    });
    setTimeout(() => resolve(0), 500);
    return promise;
  });
  expect(moved).toBe(0);
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => ("encodedBodySize" in entry ? Number(entry.encodedBodySize) : 0))
      .reduce((sum, size) => sum + size, 0),
  );
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(60_000);
});

test.each([
  ["/sitemap.xml", "<urlset"],
  ["/llms.txt", "# Footnote"],
  ["/opensearch.xml", "<OpenSearchDescription"],
  ["/robots.txt", "Sitemap: "],
])("%s is served with the service's own address", async (path, content) => {
  const text = await (await fetch(serviceUrl + path)).text();
  expect(text).toContain(content);
  expect(text).toContain(serviceUrl);
  expect(text).not.toContain("origin.invalid");
});

test("pages come with a strict policy, and files named by their content for ever", async () => {
  const home = await fetch(serviceUrl);
  expect(home.headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'");
  const [, style = ""] = /href="(\/static\/[^"]+)"/.exec(await home.text()) ?? [];
  expect((await fetch(serviceUrl + style)).headers.get("Cache-Control")).toContain("immutable");
  const script = await fetch(`${serviceUrl}/widget.js`);
  expect(script.headers.get("Access-Control-Allow-Origin")).toBe("*");
});
