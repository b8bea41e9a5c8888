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
  "/docs/",
  "/ask?q=Why%20was%20the%20R2%20model%20delayed%3F",
  "/articles/no-such-article/",
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
    // A heading that breaks at each letter fits, too.
    expect((await page.locator("h1").boundingBox())?.width).toBeGreaterThan(100);
    await check(page, `${name}phone`);
  });

  test("is readable without JavaScript", async () => {
    const page = await openWithoutScript(path);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("main").textContent()).toMatch(/\w{3}/);
  });
});

describe("without JavaScript", () => {
  test("a question is answered on a page of its own, with quotes and links to their sentences", async () => {
    const page = await openWithoutScript("/");
    await page.locator("main form input").fill("How do I deploy it?");
    await page.locator("main form button").click();
    expect(new URL(page.url()).pathname).toBe("/ask");
    expect(await page.locator("main form input").inputValue()).toBe("How do I deploy it?");
    // Its question mark stands at the end in a page from right to left too.
    expect(await page.locator("main form input").getAttribute("dir")).toBe("auto");
    expect(await page.locator("blockquote pre").first().textContent()).toContain("npx wrangler deploy");
    await page.locator("blockquote a.number").first().click();
    expect(new URL(page.url()).pathname).toBe("/articles/docs/deploying/");
  });

  test("what is asked is text wherever it is shown", async () => {
    const response = await fetch(`${serviceUrl}/ask?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const html = await response.text();
    expect(html).not.toContain("<script>alert");
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  test("an empty question leads home", async () => {
    const response = await fetch(`${serviceUrl}/ask?q=%20`, { redirect: "manual" });
    expect(response.headers.get("Location")).toBe("./");
  });
});

describe("the list of articles", () => {
  test("is filtered by words and by tags, which are in the address", async () => {
    const page = await open("/articles/");
    const shown = page.locator(".index > li:visible");
    const all = await shown.count();
    await page.locator("#filter input").fill("qwen");
    expect(await shown.count()).toBe(1);
    await page.locator("#filter input").fill("no such words");
    expect(await page.locator("#nothing").textContent()).toBe("No article matches.");
    await page.locator("#filter input").fill("");
    expect(await shown.count()).toBe(all);
    const tag = (await page.locator("#tags a").first().textContent()) ?? "";
    await page.locator("#tags a").first().click();
    expect(new URL(page.url()).searchParams.get("tag")).toBe(tag);
    const filtered = await shown.count();
    expect(filtered).toBeLessThan(all);
    await page.reload();
    expect(await shown.count()).toBe(filtered);
    await page.locator("#tags a[aria-current]").click();
    expect(await shown.count()).toBe(all);
  });
});

describe("an article that was cited", () => {
  test("says in which answer, and leads back to it as it was", async () => {
    const page = await open("/");
    await ask(page, "Why was the R2 model delayed?");
    await widget(page).part("citation").first().click();
    await page.waitForURL(/\/articles\/r2-delay\//);
    expect(await page.locator("#came-from p").textContent()).toBe(
      "Cited in the answer to “Why was the R2 model delayed?”",
    );
    await check(page, "came-from");
    await page.locator("#came-from a").click();
    await widget(page).part("quote").first().waitFor();
    expect(await widget(page).input.inputValue()).toBe("Why was the R2 model delayed?");
    await page.goto(`${serviceUrl}/articles/qwen3/`);
    expect(await page.locator("#came-from").isVisible()).toBe(false);
  });

  test("is copied from, and has its headings at hand on a phone", async () => {
    const page = await open("/articles/docs/asking-over-http/", { width: 390, height: 800 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const pre = page.locator(".text pre").first();
    await page.locator(".text .copy").first().click();
    await page.locator(".copy[title=Copied]").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await pre.textContent());
    expect(await page.locator("#contents").isVisible()).toBe(false);
    await page.locator(".to-contents").click();
    expect(await page.locator("#contents a").first().isVisible()).toBe(true);
    await check(page, "contents-phone");
  });
});

describe("an image of an article", () => {
  test("is shown, with what it is for those who do not see it, and moves nothing as it loads", async () => {
    const page = await open("about:blank", { width: 800, height: 700 });
    await page.route("**/static/images/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto(`${serviceUrl}/articles/docs/embedding-answers/`);
    const image = page.locator("article img").first();
    await image.scrollIntoViewIfNeeded();
    const heightOf = async () => (await image.boundingBox())?.height;
    const before = await heightOf();
    expect(before).toBeGreaterThan(100);
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>("article img")?.complete);
    expect(await image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(500);
    expect(await heightOf()).toBe(before);
    expect(await image.getAttribute("alt")).toMatch(/^The widget with an answer/);
    await check(page, "image");
  });

  test("is kept for ever, and a drawing runs nothing when it is opened by itself", async () => {
    const html = await (await fetch(`${serviceUrl}/articles/docs/embedding-answers/`)).text();
    const [, address = ""] = /<img src="(\/static\/images\/[0-9a-f]{32}\.png)"/.exec(html) ?? [];
    const { status, headers } = await fetch(serviceUrl + address);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("image/png");
    expect(headers.get("Cache-Control")).toContain("immutable");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    const script = "document.documentElement.setAttribute('class', 'ran')";
    const body = `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`;
    const page = await open("about:blank");
    const ran = async (given: Record<string, string>) => {
      await page.route("**/drawing.svg", (route) =>
        route.fulfill({ headers: { "Content-Type": "image/svg+xml", ...given }, body }),
      );
      await page.goto(`${serviceUrl}/drawing.svg`);
      return page.evaluate(() => document.documentElement.getAttribute("class"));
    };
    expect(await ran({})).toBe("ran");
    expect(await ran(Object.fromEntries(headers))).toBe(null);
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

describe("an address that names nothing", () => {
  test("is 404 with a page that asks on", async () => {
    for (const path of ["/nothing", "/articles/no-such-article/", "/wp-login.php"]) {
      const response = await fetch(serviceUrl + path, { headers: { Accept: "text/html" } });
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    }
    const page = await open("/nothing");
    await ask(page, "How do text fragment links work?");
    expect(await widget(page).part("passages").isVisible()).toBe(true);
    await page.evaluate(() => document.querySelector("footnote-ask")?.clear());
    await page.getByRole("link", { name: "All articles" }).click();
    expect(new URL(page.url()).pathname).toBe("/articles/");
  });

  test.each(["/api", "/api/none", "/api/articles/none", "/mcp/none", "/healthz/", "/insights/"])(
    "is a problem document at %s, for browsers too",
    async (path) => {
      const response = await fetch(serviceUrl + path, { headers: { Accept: "text/html" } });
      expect([401, 404]).toContain(response.status);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    },
  );
});

test.each(["/", "/articles/", "/articles/qwen3/", "/docs/", "/embed/"])(
  "%s moves nothing as it loads and weighs less than 75 kB, 51 of them the font",
  async (path) => {
    const page = await open("about:blank");
    await page.goto(serviceUrl + path, { waitUntil: "networkidle" });
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
    expect(bytes).toBeLessThan(75_000);
  },
);

test.each([
  ["/sitemap.xml", "<urlset"],
  ["/llms.txt", "# Footnote"],
  ["/opensearch.xml", "<OpenSearchDescription"],
  ["/robots.txt", "Allow: /api/ask?\nDisallow: /api/\n"],
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

test("pages are in the font that they bring, which moves nothing when it comes", async () => {
  const page = await open("/");
  await page.reload();
  const isLoaded = () => page.evaluate(() => document.fonts.check('600 20px "Source Serif 4"'));
  await expect.poll(isLoaded).toBe(true);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
  expect(shift).toBe(0);
});
