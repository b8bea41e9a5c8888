import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { testOutput } from "../setup/output.ts";

/** Where pictures go, to be looked at, when `SCREENSHOTS` is set: to take them costs as much as the tests. */
const screenshots = process.env["SCREENSHOTS"] === undefined ? undefined : join(testOutput, "screenshots");

/** Address of the service. */
export const serviceUrl = inject("serviceUrl");

let browser: Browser | undefined;
let shared: Page | undefined;
let scriptless: Page | undefined;
let phone: Page | undefined;

/** The browser of all tests. To close it ends what was opened in it by this connection, and nothing else. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject("browserUrl"));

/** Gives the tests of a file a browser and one page, which takes a second or more to make and is used again. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await connectBrowser();
    shared = await newPage(browser);
  });
  afterEach(async () => {
    await shared?.unrouteAll();
    await shared?.context().setOffline(false);
    await shared?.evaluate(() => {
      // A sandboxed document has no origin, and no store.
      if (origin === "null") return;
      localStorage.clear();
      sessionStorage.clear();
    });
    await shared?.goto("about:blank");
  });
  afterAll(async () => {
    await browser?.close();
    scriptless = undefined;
    phone = undefined;
  });
}

/** A page in which whatever goes wrong fails the test. */
async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on("pageerror", (error) => expect.soft(error.message).toBe("no error in the page"));
  page.on("console", (message) => {
    // Responses with an error status are told as errors too; some tests ask for them.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      expect.soft(message.text()).toBe("no error in the console");
    }
  });
  return page;
}

/** How a reader looks at a page. */
interface View {
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active";
  readonly reducedMotion?: "reduce";
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** Opens the page at a path of the service, or at another address. */
export async function open(path: string, { width = 1100, height = 800, ...media }: View = {}): Promise<Page> {
  if (shared === undefined) throw new Error("Call useBrowser() at the top of the test file.");
  await shared.setViewportSize({ width, height });
  await shared.emulateMedia({
    media: "screen",
    colorScheme: "light",
    forcedColors: "none",
    reducedMotion: "no-preference",
    ...media,
  });
  await shared.goto(new URL(path, serviceUrl).href);
  return shared;
}

/** Opens the page at a path of the service without JavaScript. */
export async function openWithoutScript(path: string): Promise<Page> {
  if (browser === undefined) throw new Error("Call useBrowser() at the top of the test file.");
  scriptless ??= await newPage(browser, { javaScriptEnabled: false });
  await scriptless.goto(new URL(path, serviceUrl).href);
  return scriptless;
}

/** Opens the page at a path of the service on a phone, whose keyboard covers what is below a field that has the focus. */
export async function openOnPhone(path: string): Promise<Page> {
  if (browser === undefined) throw new Error("Call useBrowser() at the top of the test file.");
  phone ??= await newPage(browser, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  await phone.goto(new URL(path, serviceUrl).href);
  return phone;
}

/** The parts of a page's first widget. */
export function widget(page: Page): { input: Locator; part: (name: string) => Locator; host: Locator } {
  const host = page.locator("footnote-ask").first();
  return { host, input: host.getByRole("combobox"), part: (name) => host.locator(`[part="${name}"]`) };
}

/** Asks a question and waits for what comes of it. */
export async function ask(page: Page, question: string): Promise<void> {
  const { host, input } = widget(page);
  await input.fill(question);
  // What an earlier question found may still be shown.
  const answered = await host.evaluateHandle((element) => ({
    promise: new Promise<void>((resolve) => {
      element.addEventListener("footnote-answer", () => resolve(), { once: true });
    }),
  }));
  await input.press("Enter");
  await answered.evaluate(({ promise }) => promise);
}

/** Fails when axe finds anything in the page. @param name of its picture */
export async function check(page: Page, name: string): Promise<void> {
  // What fades in is looked at when it is there. A document does not tell of the animations in its shadow trees.
  await page.evaluate(() => {
    const trees = Array.from(document.querySelectorAll("*"), ({ shadowRoot }) => shadowRoot ?? []).flat();
    const animations = [document, ...trees].flatMap((tree) => tree.getAnimations());
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  if (screenshots !== undefined) {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
  // A large script: once for all states of a page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ["violations"],
      // Of WCAG 2.2, which axe does not ask for by itself: what is pressed is 24 pixels wide and high, or has room around it.
      rules: { "target-size": { enabled: true } },
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    }));
  });
  expect(violations).toEqual([]);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
