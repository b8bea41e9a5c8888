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
    await input.fill("What is Footnote?");
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
  test("offline, and asks again once back", async () => {
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
    await part("quote").first().waitFor();
  });

  test.each([
    [{ status: 429, headers: { "Retry-After": "17" } }, "Too many questions. Try again in 17 seconds."],
    [{ status: 429, headers: {} }, "Too many questions. Try again in 60 seconds."],
    [{ status: 503, headers: { "Retry-After": "9" } }, "The service is busy. Try again in 9 seconds."],
    [{ status: 504, headers: {} }, "The answer took too long. Try again."],
    [{ status: 400, headers: {} }, "This question cannot be answered as it is."],
    [{ status: 500, headers: {} }, "Something went wrong. Try again in a moment."],
  ])("%j", async (response, message) => {
    const page = await open("/");
    await page.route(/\/api\/ask/, (route) => route.fulfill(response));
    const { host, input, part } = widget(page);
    await input.fill(question);
    await input.press("Enter");
    await part("problem").waitFor();
    expect(await host.getByRole("status").textContent()).toBe(message);
    // Seconds may have passed.
    const pattern = message.replace(/\d+/, "\\d+").replaceAll(".", "\\.");
    expect(await part("problem").locator("p").first().textContent()).toMatch(new RegExp(`^${pattern}$`));
  });

  test("a wait is counted down, and then the question can be asked again", async () => {
    const page = await open("/");
    await page.route(
      /\/api\/ask/,
      (route) => route.fulfill({ status: 429, headers: { "Retry-After": "2" } }),
      { times: 1 },
    );
    const { input, part } = widget(page);
    await input.fill(question);
    await input.press("Enter");
    await part("problem").waitFor();
    expect(await part("retry").isDisabled()).toBe(true);
    await page.waitForFunction(
      () =>
        !document.querySelector("footnote-ask")?.shadowRoot?.querySelector<HTMLButtonElement>("[part=retry]")
          ?.disabled,
    );
    expect(await part("problem").locator("p").textContent()).toBe("You can ask again now.");
    await part("retry").click();
    await part("quote").first().waitFor();
    expect(await input.evaluate((element) => element.matches(":focus"))).toBe(true);
  });

  test("a session that cannot be loaded is told of, and tried again with the next question", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await page.route(/widget-session/, (route) => route.abort());
    const problem = await page.evaluateHandle(() => ({
      told: new Promise((resolve) => {
        document.addEventListener("footnote-error", ({ detail }) => resolve(detail), { once: true });
      }),
    }));
    await input.fill(question);
    await input.press("Enter");
    await part("problem").waitFor();
    expect(await part("problem").textContent()).toContain("Check the connection");
    expect(await problem.evaluate(({ told }) => told)).toEqual({ question, problem: { kind: "failed" } });
    await check(page, "no-session");
    await page.unroute(/widget-session/);
    await input.press("Enter");
    await part("quote").first().waitFor();
  });

  test("answers that cannot be shown are told of, and tried again with the next question", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await page.route(/widget-answers/, (route) => route.abort());
    const problem = await page.evaluateHandle(() => ({
      told: new Promise((resolve) => {
        document.addEventListener("footnote-error", ({ detail }) => resolve(detail), { once: true });
      }),
    }));
    await input.fill(question);
    await input.press("Enter");
    await part("problem").waitFor();
    expect(await part("problem").textContent()).toContain("Check the connection");
    expect(await problem.evaluate(({ told }) => told)).toEqual({ question, problem: { kind: "failed" } });
    await page.unroute(/widget-answers/);
    await input.press("Enter");
    await part("quote").first().waitFor();
    expect(await part("problem").count()).toBe(0);
  });

  test("a question does not wait for what its answer is shown by, and the last one wins", async () => {
    const page = await open("/");
    const { part } = widget(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/widget-answers/, async (route) => {
      await held;
      await route.continue();
    });
    const asked: (string | null)[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname === "/api/ask") asked.push(url.searchParams.get("q"));
    });
    const answered = page.evaluate(() => {
      const node = document.querySelector("footnote-ask");
      return Promise.all([node?.ask("What is Footnote?"), node?.ask("Why was the R2 model delayed?")]);
    });
    await expect.poll(() => asked).toEqual(["What is Footnote?", question]);
    expect(await part("results").getAttribute("aria-busy")).toBe("true");
    release();
    await answered;
    expect(await part("results").getAttribute("aria-busy")).toBe("false");
    expect(await page.locator("footnote-ask .printed").first().textContent()).toContain(question);
    expect(asked).toHaveLength(2);
    page.removeAllListeners("request");
  });

  test("what is cleared before it can be shown stays so", async () => {
    const page = await open("/");
    const { part } = widget(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/widget-answers/, async (route) => {
      await held;
      await route.continue();
    });
    const asking = page.waitForRequest(/\/api\/ask/);
    const answered = page.evaluate(() => document.querySelector("footnote-ask")?.ask("What is Footnote?"));
    await asking;
    await page.evaluate(() => document.querySelector("footnote-ask")?.clear());
    release();
    await answered;
    expect(await part("results").getAttribute("aria-busy")).toBe("false");
    expect(await part("quote").count()).toBe(0);
  });

  test("what was typed before the session came is not lost", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/widget-session/, async (route) => {
      await held;
      await route.continue();
    });
    await input.pressSequentially("how do");
    release();
    await part("suggestion").first().waitFor();
    await input.fill(question);
    await input.press("Enter");
    await part("quote").first().waitFor();
  });

  test("the service's own words are shown as text", async () => {
    const page = await open("/");
    const detail = "q: the question is <b>wrong</b>";
    await page.route(/\/api\/ask/, (route) => route.fulfill({ status: 400, json: { detail } }));
    const { input, part } = widget(page);
    await input.fill(question);
    await input.press("Enter");
    expect(await part("detail").textContent()).toBe(detail);
  });

  test("a question that is too long is not sent, and keeps its text", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.fill("why ".repeat(600));
    await input.press("Enter");
    expect(await part("problem").locator("p").textContent()).toBe(
      "The question is too long: 2000 characters at most.",
    );
    expect(await input.inputValue()).toHaveLength(2400);
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

test("an answer that comes at once has no loading state before it", async () => {
  const page = await open("/");
  await ask(page, question);
  const isLoading = page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const root = document.querySelector("footnote-ask")?.shadowRoot;
        if (root === null || root === undefined) throw new Error("There is no widget.");
        new MutationObserver(() => resolve(root.querySelector("[part=loading]") !== null)).observe(root, {
          childList: true,
          subtree: true,
        });
      }),
  );
  // What was asked before is shown without asking.
  await ask(page, question);
  expect(await isLoading).toBe(false);
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
