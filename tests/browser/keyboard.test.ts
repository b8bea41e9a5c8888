import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, open, useBrowser, widget } from "./fixture.ts";

useBrowser();

/** What has the focus, inside shadow trees too: its part, else its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.getAttribute("part") ?? element?.localName ?? "";
  });
}

describe("suggestions", () => {
  test("are chosen with the arrow keys and Enter", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("how do i dep");
    await part("suggestion").first().waitFor();
    expect(await input.getAttribute("aria-expanded")).toBe("true");
    await input.press("ArrowDown");
    const active = await input.getAttribute("aria-activedescendant");
    expect(await part("suggestion").first().getAttribute("id")).toBe(active);
    const suggestion = await part("suggestion").first().textContent();
    await input.press("Enter");
    await part("passages").waitFor();
    expect(await input.inputValue()).toBe(suggestion);
    expect(await part("suggestions").isVisible()).toBe(false);
    expect(await focused(page)).toBe("input");
  });

  test("go around from the last to the field", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("text fragment");
    await part("suggestion").first().waitFor();
    await input.press("ArrowUp");
    expect(await part("suggestion").last().getAttribute("aria-selected")).toBe("true");
    await input.press("ArrowDown");
    expect(await input.getAttribute("aria-activedescendant")).toBeNull();
  });

  test("are closed with Escape, and without a word", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("how");
    await part("suggestion").first().waitFor();
    await input.press("Escape");
    expect(await part("suggestions").isVisible()).toBe(false);
    expect(await input.inputValue()).toBe("how");
    await input.press("s");
    await part("suggestion").first().waitFor({ state: "detached" });
    await input.fill("");
    expect(await part("suggestions").isVisible()).toBe(false);
  });

  test("of a place in an article lead there", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("follow the link");
    await part("suggestion").first().waitFor();
    await input.press("ArrowDown");
    await input.press("Enter");
    await page.waitForURL(/\/articles\/docs\/citations\/#follow-the-link$/);
    expect(await page.locator(":target").textContent()).toBe("Follow the link");
  });
});

describe("an answer", () => {
  test("is reached and followed with the keyboard alone", async () => {
    const page = await open("/");
    await widget(page).input.focus();
    await page.keyboard.type("Why was the R2 model delayed?");
    await page.keyboard.press("Enter");
    await widget(page).part("quote").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("submit");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("citation");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/articles\//);
    await page.locator(":target").waitFor();
  });
});

describe("the dialog", () => {
  test.each(["Control+k", "Meta+k", "/"])("opens with %s and gives the focus back", async (keys) => {
    const page = await open("/articles/qwen3/");
    const link = page.locator("main a").first();
    await link.focus();
    await page.keyboard.press(keys);
    expect(await widget(page).part("dialog").isVisible()).toBe(true);
    expect(await focused(page)).toBe("input");
    expect(await widget(page).input.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    expect(await widget(page).part("dialog").isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("opens with its button, keeps the focus inside, and closes with its own", async () => {
    const page = await open("/articles/qwen3/");
    const { part } = widget(page);
    await part("button").click();
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press("Tab");
      // Between the last and the first, the browser's own controls have their turn.
      expect(["input", "submit", "close", "body"]).toContain(await focused(page));
    }
    await part("close").click();
    expect(await part("dialog").isVisible()).toBe(false);
    expect(await focused(page)).toBe("button");
  });

  test("leaves a slash alone where somebody writes", async () => {
    const page = await open("/embed/");
    await page.locator("[name=mode]").selectOption("dialog");
    await page.locator("[name=placeholder]").fill("a");
    await page.locator("[name=placeholder]").press("/");
    expect(await page.locator("[name=placeholder]").inputValue()).toBe("a/");
    expect(await widget(page).part("dialog").isVisible()).toBe(false);
  });

  test("closes when a citation leads into the page that it covers", async () => {
    const page = await open("/articles/r2-delay/");
    await page.keyboard.press("/");
    await ask(page, "What does Liang Wenfeng think of R2?");
    await widget(page).part("citation").first().click();
    await page.locator(":target").waitFor();
    expect(await widget(page).part("dialog").isVisible()).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
});
