import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, open, openOnPhone, useBrowser, widget } from "./fixture.ts";

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
    await page.waitForTimeout(300);
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

describe("the field", () => {
  test("opens its suggestions with the arrow, and says how many there are", async () => {
    const page = await open("/");
    const { host, input, part } = widget(page);
    await input.pressSequentially("how do");
    await part("suggestion").first().waitFor();
    await input.press("Escape");
    await input.press("ArrowDown");
    await part("suggestion").first().waitFor();
    const count = await part("suggestion").count();
    expect(await host.getByRole("status").textContent()).toBe(`Suggestions: ${count}`);
    expect(await host.getByRole("option", { name: "How do I deploy Footnote?" }).count()).toBe(1);
    expect(await part("group").first().textContent()).toBe("Questions");
    expect(await part("suggestion").first().locator("b").allTextContents()).toEqual(["How", "do"]);
  });

  test("never chooses an option that was for another text", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("how do");
    await part("suggestion").first().waitFor();
    await input.press("ArrowDown");
    await input.fill("Why was the R2 model delayed?");
    await input.press("Enter");
    await part("quote").first().waitFor();
    expect(await part("quote").first().textContent()).toContain("DeepSeek has delayed");
  });

  test("asks for suggestions three times a question at most", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    const requests: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/suggest")) requests.push(request.url());
    });
    await input.pressSequentially("how do I embed answers with a key in a page of mine", { delay: 90 });
    await page.waitForTimeout(400);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.length).toBeLessThanOrEqual(3);
    await input.press("Enter");
    await part("passages").waitFor();
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  test("leaves Enter to an input method, as Safari tells it", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.fill("かな");
    await input.evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true })),
    );
    await page.waitForTimeout(200);
    expect(await part("passages").count()).toBe(0);
  });

  test("offers what was asked before, which can be cleared or turned off", async () => {
    const page = await open("/");
    const { host, input, part } = widget(page);
    await ask(page, "Why was the R2 model delayed?");
    await input.fill("");
    await input.click();
    await part("suggestion").first().waitFor();
    expect(await part("group").textContent()).toBe("Asked before");
    expect(await part("suggestion").allTextContents()).toEqual(["Why was the R2 model delayed?"]);
    await part("clear").click();
    await input.press("ArrowDown");
    await page.waitForTimeout(100);
    expect(await part("suggestions").isVisible()).toBe(false);
    await host.evaluate((element) => element.setAttribute("recent", "off"));
    await ask(page, "What is Footnote?");
    expect(await page.evaluate(() => localStorage.getItem("footnote-recent"))).toBeNull();
  });

  test("opens a suggested place in another tab when it is asked to", async () => {
    const page = await open("/");
    const { input, part } = widget(page);
    await input.pressSequentially("follow the link");
    const option = part("suggestions").locator("a").first();
    await option.waitFor();
    const [other] = await Promise.all([
      page.context().waitForEvent("page"),
      option.click({ modifiers: ["ControlOrMeta"] }),
    ]);
    await other.close();
    expect(new URL(page.url()).pathname).toBe("/");
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
  test("opens with Ctrl+K and gives the focus back", async () => {
    const page = await open("/articles/qwen3/");
    const link = page.locator("main a").first();
    await link.focus();
    await page.keyboard.press("Control+k");
    expect(await widget(page).part("dialog").isVisible()).toBe(true);
    expect(await focused(page)).toBe("input");
    expect(await widget(page).input.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    expect(await widget(page).part("dialog").isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("gives the focus to its button where nothing had it", async () => {
    const page = await open("/articles/qwen3/");
    await page.keyboard.press("Control+k");
    expect(await focused(page)).toBe("input");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("button");
    // And it stays there: the browser takes the focus from what is hidden a moment later.
    await page.waitForTimeout(100);
    expect(await focused(page)).toBe("button");
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

  test("opens with the shortcuts that the page wants, and leaves a slash alone where somebody writes", async () => {
    const page = await open("/articles/qwen3/");
    const { host, part } = widget(page);
    await page.keyboard.press("/");
    expect(await part("dialog").isVisible()).toBe(false);
    await host.evaluate((element) => {
      element.setAttribute("shortcut", "/");
      document.body.prepend(document.createElement("textarea"));
    });
    await page.keyboard.press("Control+k");
    expect(await part("dialog").isVisible()).toBe(false);
    await page.locator("textarea").press("/");
    expect(await page.locator("textarea").inputValue()).toBe("/");
    expect(await part("dialog").isVisible()).toBe(false);
    await page.locator("textarea").blur();
    // A German keyboard has the slash on Shift+7.
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Digit7", shiftKey: true })),
    );
    expect(await part("dialog").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await host.evaluate((element) => element.setAttribute("shortcut", "off"));
    await page.keyboard.press("/");
    await page.keyboard.press("Control+k");
    expect(await part("dialog").isVisible()).toBe(false);
    expect(await part("button").locator("kbd").isVisible()).toBe(false);
  });

  test("opens with the place of the key where letters are not Latin", async () => {
    const page = await open("/articles/qwen3/");
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "л", code: "KeyK", ctrlKey: true })),
    );
    expect(await widget(page).part("dialog").isVisible()).toBe(true);
  });

  test("closes with one Escape, suggestions or not", async () => {
    const page = await open("/articles/qwen3/");
    const { input, part } = widget(page);
    await page.keyboard.press("Control+k");
    await input.pressSequentially("how");
    await part("suggestion").first().waitFor();
    await page.keyboard.press("Escape");
    expect(await part("dialog").isVisible()).toBe(false);
    expect(await part("suggestions").isVisible()).toBe(false);
  });

  test("stays open when a selection is dragged out of it, and closes with a press beside it", async () => {
    const page = await open("/articles/qwen3/");
    const { input, part } = widget(page);
    await page.keyboard.press("Control+k");
    const box = await input.boundingBox();
    if (box === null) throw new Error("The field is not shown.");
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 150, box.y + 20);
    await page.mouse.up();
    expect(await part("dialog").isVisible()).toBe(true);
    await page.mouse.click(20, 700);
    expect(await part("dialog").isVisible()).toBe(false);
  });

  test("keeps the page behind it where it is", async () => {
    const page = await open("/articles/r2-delay/", { height: 400 });
    await page.keyboard.press("Control+k");
    await page.mouse.move(550, 200);
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press("Escape");
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => scrollY > 0);
  });

  test("closes when a citation leads into the page that it covers", async () => {
    const page = await open("/articles/r2-delay/");
    await page.keyboard.press("Control+k");
    await ask(page, "What does Liang Wenfeng think of R2?");
    await widget(page).part("citation").first().click();
    await page.locator(":target").waitFor();
    expect(await widget(page).part("dialog").isVisible()).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
});

describe("on a phone, the keyboard is gone after a question, and the focus waits where its answer will be", () => {
  test("when it was typed", async () => {
    const page = await openOnPhone("/");
    await widget(page).input.tap();
    await ask(page, "Why was the R2 model delayed?");
    expect(await focused(page)).toBe("results");
  });

  test("when it was chosen among the suggestions", async () => {
    const page = await openOnPhone("/");
    const { input, part } = widget(page);
    await input.tap();
    await input.pressSequentially("how do");
    await part("suggestion").first().tap();
    await part("passages").waitFor();
    expect(await focused(page)).toBe("results");
  });

  test("when it is one of the page's examples, which are hidden then", async () => {
    const page = await openOnPhone("/");
    await page.locator("a[data-question]").first().tap();
    await widget(page).part("passages").waitFor();
    expect(await focused(page)).toBe("footnote-ask");
  });
});
