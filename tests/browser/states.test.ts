import { describe, expect, test } from "vitest";
import { ask, check, open, useBrowser, widget } from "./fixture.ts";

useBrowser();

const question = "Why was the R2 model delayed?";

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test("every state is accessible", async () => {
    const page = await open("/", { colorScheme });
    const { input, part } = widget(page);
    await check(page, `home-${colorScheme}`);

    await input.pressSequentially("how do");
    await part("suggestion").first().waitFor();
    await input.press("ArrowDown");
    await check(page, `suggestions-${colorScheme}`);

    let release = (): void => undefined;
    await page.route(/\/api\/ask/, async (route) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      await route.continue();
    });
    await input.fill(question);
    await input.press("Enter");
    await part("loading").waitFor();
    await check(page, `loading-${colorScheme}`);
    release();
    await part("quote").first().waitFor();
    await check(page, `answer-${colorScheme}`);
    await page.unrouteAll();

    await ask(page, "How do I train a horse?");
    await check(page, `refused-${colorScheme}`);

    await page.route(/\/api\/ask/, (route) => route.fulfill({ status: 503, body: "{}" }));
    await input.press("Enter");
    await part("problem").waitFor();
    await check(page, `failed-${colorScheme}`);
  });

  test("the dialog is accessible", async () => {
    const page = await open("/articles/r2-delay/", { colorScheme });
    await page.keyboard.press("Control+k");
    await ask(page, question);
    await check(page, `dialog-${colorScheme}`);
  });
});

describe("problems say what to do", () => {
  test("offline, and asking again once back", async () => {
    const page = await open("/");
    await page.context().setOffline(true);
    const { input, part } = widget(page);
    await input.fill(question);
    await input.press("Enter");
    await part("problem").waitFor();
    expect(await part("problem").locator("p").textContent()).toBe(
      "You are offline. Connect, then try again.",
    );
    await check(page, "offline");
    await page.context().setOffline(false);
    await part("retry").click();
    await part("quote").first().waitFor();
    expect(await input.evaluate((element) => element.matches(":focus"))).toBe(true);
  });

  test.each([
    [{ status: 429, headers: { "Retry-After": "17" } }, "Too many questions. Try again in 17 seconds."],
    [{ status: 429, headers: {} }, "Too many questions. Try again in 60 seconds."],
    [{ status: 500, headers: {} }, "Something went wrong. Try again in a moment."],
  ])("%j", async (response, message) => {
    const page = await open("/");
    await page.route(/\/api\/ask/, (route) => route.fulfill(response));
    const { input, part } = widget(page);
    await input.fill(question);
    await input.press("Enter");
    expect(await part("problem").locator("p").textContent()).toBe(message);
    expect(await widget(page).host.getByRole("status").textContent()).toBe(message);
  });

  test("a service that cannot be reached", async () => {
    const page = await open("/");
    await page.route(/\/api\/(?:ask|suggest)/, (route) => route.abort());
    const { input, part } = widget(page);
    await input.pressSequentially("why was");
    await input.press("Enter");
    expect(await part("problem").locator("p").textContent()).toContain("Something went wrong.");
  });
});

describe("feedback", () => {
  test("is asked for where the service takes it, and sent once", async () => {
    const page = await open("/");
    const votes: unknown[] = [];
    await page.route(/\/api\/ask/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "Footnote-Answer-Id": "a1" } });
    });
    await page.route(/\/api\/feedback/, async (route) => {
      votes.push(route.request().postDataJSON());
      await route.fulfill({ status: 204 });
    });
    await ask(page, question);
    const { part } = widget(page);
    await check(page, "feedback");
    await part("vote").first().click();
    expect(await part("feedback").textContent()).toBe("Thank you.");
    expect(votes).toEqual([{ answer: "a1", helpful: true }]);
  });

  test("is not asked for where the service takes none", async () => {
    const page = await open("/");
    await ask(page, question);
    expect(await widget(page).part("feedback").count()).toBe(0);
  });
});

test("speaks Arabic from right to left", async () => {
  const page = await open("/");
  await page.evaluate(() => document.querySelector("footnote-ask")?.setAttribute("lang", "ar"));
  await ask(page, question);
  const { host } = widget(page);
  expect(await host.locator(".root").getAttribute("dir")).toBe("rtl");
  expect(await host.getByRole("button", { name: "اسأل" }).count()).toBe(1);
  await check(page, "right-to-left");
});

test("works with forced colours and reduced motion, and prints without its controls", async () => {
  const page = await open("/", { forcedColors: "active", reducedMotion: "reduce" });
  await ask(page, question);
  await check(page, "forced-colours");
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  expect(await widget(page).host.getByRole("search").isVisible()).toBe(false);
  expect(await widget(page).part("quote").first().isVisible()).toBe(true);
});
