import { build } from "esbuild";
import type { Page, Request } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, check, open, serviceUrl, useBrowser, widget } from "./fixture.ts";

useBrowser();

const question = "Why was the R2 model delayed?";
const unanswerable = "How do I train a horse?";

/** Waits until the page has shown whatever it has heard of. */
const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe("asking", () => {
  test("shows quotes with their citations first, then passages with what is said of them", async () => {
    const page = await open("/");
    await ask(page, question);
    const { part } = widget(page);
    expect(await part("quote").first().textContent()).toMatch(/^DeepSeek has delayed .*\.\s1$/);
    expect(await part("citation").first().getAttribute("href")).toContain(":~:text=");
    expect(await part("passage").count()).toBe(5);
    expect(await part("passage").first().locator("mark").allTextContents()).toContain("delayed");
    expect(await part("source").first().textContent()).toBe("The Footnote authors · Nov 24, 2026");
    await check(page, "answer");
  });

  test("says plainly that the articles do not answer, and shows what comes nearest", async () => {
    const page = await open("/");
    await ask(page, unanswerable);
    const { part } = widget(page);
    expect(await part("refusal").textContent()).toBe("No answer was found in these articles.");
    expect(await part("evidence").locator("h2").textContent()).toBe("Nearest passages");
    expect(await part("asked").textContent()).toBe(`“${unanswerable}”`);
    expect(await part("quote").count()).toBe(0);
    await check(page, "refused");
  });

  test("shows what was searched for in place of a misspelt word", async () => {
    const page = await open("/");
    await ask(page, "Why was R2 delyaed?");
    const { part } = widget(page);
    expect(await part("guess").textContent()).toBe("Showing answers for “delayed”, not “delyaed”.");
    await check(page, "guess");
  });

  test("says where a question asks for more than is searched at once", async () => {
    const page = await open("/");
    await page.route(/\/api\/ask\?/, async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, partial: true } });
    });
    await ask(page, question);
    expect(await widget(page).part("guess").textContent()).toContain("Ask in fewer words.");
    expect(await widget(page).part("quote").count()).toBeGreaterThan(0);
  });

  test("announces the outcome", async () => {
    const page = await open("/");
    await ask(page, question);
    const status = widget(page).host.getByRole("status");
    expect(await status.textContent()).toMatch(/^Answer: DeepSeek has delayed/);
    await ask(page, unanswerable);
    expect(await status.textContent()).toBe("No answer was found in these articles.");
  });

  test("lets the newest question win", async () => {
    const page = await open("/");
    const { part, input } = widget(page);
    const isOlder = (url: string): boolean => url.includes("horse");
    // The answer to the first comes when the second has been answered, unless nobody waits for it any more.
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const ended = (request: Request): void => {
      if (isOlder(request.url())) end();
    };
    page.on("requestfinished", ended).on("requestfailed", ended);
    await page.route(/\/api\/ask/, async (route) => {
      if (isOlder(route.request().url())) await answered;
      await route.continue().catch(() => undefined);
    });
    await input.fill(unanswerable);
    const asked = page.waitForRequest((request) => isOlder(request.url()));
    await input.press("Enter");
    await asked;
    await ask(page, question);
    answer();
    await over;
    await nextFrame(page);
    page.off("requestfinished", ended).off("requestfailed", ended);
    expect(await part("quote").first().textContent()).toContain("DeepSeek has delayed");
  });

  test("leaves what is being typed alone when an answer comes late", async () => {
    const page = await open("/");
    const { part, input } = widget(page);
    const { promise: typed, resolve: type } = Promise.withResolvers<void>();
    await page.route(/\/api\/ask/, async (route) => {
      await typed;
      await route.continue();
    });
    await input.fill(question);
    await input.press("Enter");
    await input.fill("and then");
    type();
    await part("quote").first().waitFor();
    expect(await input.inputValue()).toBe("and then");
  });

  test("keeps questions in the address and in the history", async () => {
    const page = await open("/");
    await ask(page, question);
    expect(new URL(page.url()).searchParams.get("ask")).toBe(question);
    await ask(page, unanswerable);
    await page.goBack();
    const { part, input } = widget(page);
    await part("quote").first().waitFor();
    expect(await input.inputValue()).toBe(question);
    await page.goBack();
    expect(await part("passages").count()).toBe(0);
    expect(await input.inputValue()).toBe("");
  });

  test("answers the question of a shared address", async () => {
    const page = await open(`/?ask=${encodeURIComponent(question)}`);
    await widget(page).part("quote").first().waitFor();
  });

  test("asks example questions in place", async () => {
    const page = await open("/");
    await page.locator(".questions a").first().click();
    await widget(page).part("passages").waitFor();
    expect(new URL(page.url()).searchParams.get("ask")).toBe(
      await page.locator(".questions a").first().textContent(),
    );
  });

  test("requests nothing before the reader does something", async () => {
    const page = await open("about:blank");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${serviceUrl}/`, { waitUntil: "networkidle" });
    expect(requests.filter((path) => path.startsWith("/api/"))).toEqual([]);
  });
});

describe("an answer", () => {
  test("is copied with its citations, and its link asks the question again", async () => {
    const page = await open("/");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, question);
    const { part } = widget(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const quote = (await part("text").first().textContent())?.replace(/\s\d$/, "") ?? "";
    await part("copy").first().click();
    await expect.poll(copied).toContain(`“${quote}”\n— Why DeepSeek's R2 was delayed · `);
    expect(await copied()).toContain(`${serviceUrl}/articles/r2-delay/#:~:text=`);
    await part("copy").nth(1).click();
    await expect
      .poll(copied)
      .toBe(`${serviceUrl}/?ask=${encodeURIComponent(question).replaceAll("%20", "+")}`);
  });

  test("is previewed at a number, by pointer and by keyboard, until Escape", async () => {
    const page = await open("/");
    await ask(page, question);
    const { part } = widget(page);
    const citation = part("citation").first();
    await citation.hover();
    await part("preview").waitFor();
    expect(await part("preview").locator("[part=proof]").first().textContent()).toMatch(
      /^DeepSeek has delayed/,
    );
    await part("preview").hover();
    await page.waitForTimeout(400);
    expect(await part("preview").isVisible()).toBe(true);
    await page.mouse.move(1000, 700);
    await part("preview").waitFor({ state: "hidden" });
    await part("submit").focus();
    await page.keyboard.press("Tab");
    await part("preview").waitFor();
    await page.keyboard.press("Escape");
    expect(await part("preview").isVisible()).toBe(false);
  });

  test("shows the rest of a passage when it is asked to, and keeps the focus", async () => {
    const page = await open("/");
    await ask(page, question);
    const { part } = widget(page);
    const excerpt = part("excerpt").first();
    const before = (await excerpt.textContent())?.length ?? 0;
    await part("more").first().click();
    expect((await excerpt.textContent())?.length).toBeGreaterThan(before);
    expect(await excerpt.evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  test("offers the earlier questions of the tab, without asking them again", async () => {
    const page = await open("/");
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().includes("/api/ask")) asked++;
    });
    await ask(page, question);
    await ask(page, "What is Footnote?");
    const { part } = widget(page);
    await part("thread").getByRole("button", { name: question }).click();
    await expect.poll(() => widget(page).input.inputValue()).toBe(question);
    expect(await part("quote").first().textContent()).toContain("DeepSeek has delayed");
    expect(asked).toBe(2);
  });

  test("is there again after Back, in the dialog where it was", async () => {
    const page = await open("/articles/qwen3/");
    await page.keyboard.press("Control+k");
    await ask(page, question);
    const { part, input } = widget(page);
    await part("citation").first().click();
    await page.waitForURL(/\/articles\/r2-delay\//);
    await page.goBack();
    await part("quote").first().waitFor();
    expect(await part("dialog").isVisible()).toBe(true);
    expect(await input.inputValue()).toBe(question);
  });
});

describe("following a citation", () => {
  test("lands on the sentence, highlighted", async () => {
    const page = await open("/");
    await ask(page, "What does Liang Wenfeng think of R2?");
    const quote = (await widget(page).part("quote").first().textContent()) ?? "";
    await widget(page).part("citation").first().click();
    await page.waitForURL(/\/articles\/r2-delay\//);
    const target = page.locator(":target");
    await target.waitFor();
    expect(await target.textContent()).toContain(quote.replace(/\s\d$/, ""));
    await check(page, "citation");
  });

  test("is done by a script in browsers that do not know text fragments", async () => {
    const { outputFiles } = await build({
      entryPoints: ["src/site/browser/cited.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "cited",
    });
    const page = await open("/articles/r2-delay/");
    const cited = await page.evaluate(
      `${outputFiles[0]?.text}; cited.showCited("#:~:text=Hardware%20was,longer%20than%20expected.");
       Array.from(CSS.highlights.get("cited"), String)`,
    );
    expect(cited).toEqual([expect.stringMatching(/^Hardware was not .* longer than expected\.$/)]);
    await page.waitForFunction(() => scrollY > 100);
  });
});
