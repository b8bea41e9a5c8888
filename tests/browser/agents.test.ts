import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceUrl } from "./fixture.ts";
import { launchBrowser } from "./setup/launch.ts";

/** A tool that a page offers, as an agent sees it. */
interface Offered {
  readonly name: string;
  readonly description: string;
}

/** What agents use of a page's tools: https://webmachinelearning.github.io/webmcp/ */
interface ModelContext {
  registerTool(tool: Offered, options: { readonly signal: AbortSignal }): Promise<void>;
  getTools(): Promise<Offered[]>;
  executeTool(tool: Offered, input: unknown, options?: { readonly signal: AbortSignal }): Promise<unknown>;
}

declare global {
  interface Document {
    readonly modelContext?: ModelContext;
  }
}

/** What the tool says. */
interface Said {
  readonly answered: boolean;
  readonly quotes: readonly { readonly quote: string; readonly link: string }[];
  readonly passages: readonly { readonly title: string; readonly text: string; readonly link: string }[];
}

/** A page's tools in a browser that has none yet. */
function standIn(): void {
  if (document.modelContext !== undefined) return;
  type Tool = Offered & {
    execute(input: unknown, options: { readonly signal: AbortSignal }): Promise<unknown>;
  };
  const tools = new Map<string, Tool>();
  const modelContext = {
    registerTool: async (tool: Tool, { signal }: { readonly signal: AbortSignal }) => {
      signal.throwIfAborted();
      if (tools.has(tool.name)) throw new DOMException("There is such a tool.", "InvalidStateError");
      tools.set(tool.name, tool);
      signal.addEventListener("abort", () => tools.delete(tool.name));
    },
    getTools: async () => [...tools.values()],
    executeTool: async ({ name }: Tool, input: unknown) =>
      tools.get(name)?.execute(input, { signal: new AbortController().signal }),
  };
  Object.defineProperty(document, "modelContext", { value: modelContext });
}

let browser: Browser;
let page: Page;
const requested: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser("--enable-features=WebMCP");
  page = await browser.newPage();
  await page.addInitScript(standIn);
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(new URL("/embed/", serviceUrl).href);
  await page.evaluate(() => document.querySelector("footnote-ask")?.remove());
});
afterAll(() => browser.close());

const names = (): Promise<string[] | undefined> =>
  page.evaluate(async () => (await document.modelContext?.getTools())?.map(({ name }) => name));

/** Asks as an agent of the browser does. What a tool returns is text to some versions of the browser. */
const askTool = (name: string, question: string): Promise<Said> =>
  page.evaluate(
    async ({ name, question }) => {
      const tool = (await document.modelContext?.getTools())?.find((one) => one.name === name);
      if (tool === undefined || document.modelContext === undefined)
        throw new Error("There is no such tool.");
      const said = await document.modelContext.executeTool(tool, { question });
      return typeof said === "string" ? JSON.parse(said) : said;
    },
    { name, question },
  );

/** Puts a widget into the page. */
const add = (attributes: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((attributes) => {
    const element = document.createElement("footnote-ask");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
  }, attributes);

test("a page's agent is offered nothing unless the page says so", async () => {
  await add({});
  await page.waitForTimeout(200);
  expect(await names()).toEqual([]);
  expect(requested.filter((path) => path.includes("widget-agents"))).toEqual([]);
});

test("an agent asks, and gets quotes and passages with links that lead anywhere from", async () => {
  await page.evaluate(() => document.querySelector("footnote-ask")?.setAttribute("webmcp", "ask_the_news"));
  await expect.poll(names).toEqual(["ask_the_news"]);
  // Until it asks, nothing but the offer was loaded.
  expect(requested.filter((path) => path.includes("widget-session"))).toEqual([]);
  const { answered, quotes, passages } = await askTool("ask_the_news", "Why was the R2 model delayed?");
  expect(answered).toBe(true);
  expect(quotes[0]?.quote).toContain("Huawei's Ascend chips");
  expect(quotes[0]?.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/articles\/.+#:~:text=/);
  expect(passages.length).toBeGreaterThan(1);
  for (const { link, text } of passages) {
    expect(URL.canParse(link)).toBe(true);
    expect(text).not.toBe("");
  }
  // The reader's own page is as it was.
  expect(await page.locator("footnote-ask [part=quote]").count()).toBe(0);
});

test("an agent is told that the articles do not answer, and why there is no answer", async () => {
  expect((await askTool("ask_the_news", "What is the capital of Peru?")).answered).toBe(false);
  await page.route("**/api/ask*", (route) => route.fulfill({ status: 503, body: "{}" }));
  await expect(askTool("ask_the_news", "Why was R2 delayed?")).rejects.toThrow();
  await page.unroute("**/api/ask*");
});

test("the offer ends with the attribute, and with the element", async () => {
  await page.evaluate(() => document.querySelector("footnote-ask")?.setAttribute("webmcp", ""));
  await expect.poll(names).toEqual(["ask"]);
  await page.evaluate(() => document.querySelector("footnote-ask")?.removeAttribute("webmcp"));
  await expect.poll(names).toEqual([]);
  await add({ webmcp: "other" });
  await expect.poll(names).toEqual(["other"]);
  // To be moved is not to leave.
  await page.evaluate(() => document.body.prepend(document.querySelector("[webmcp]") ?? ""));
  await expect.poll(names).toEqual(["other"]);
  await page.evaluate(() => document.querySelector("[webmcp]")?.remove());
  await expect.poll(names).toEqual([]);
});
