import { once } from "node:events";
import { createServer } from "node:http";
import { posix } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { compile } from "svelte/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleWidget } from "../../src/build/bundle.ts";
import type { FootnoteAsk } from "../../src/widget/index.ts";
import { ask, check, open, serviceUrl, useBrowser, widget } from "./fixture.ts";

useBrowser();

const question = "Why was the R2 model delayed?";

let html = "";
let script = "";
const host = createServer((request, response) => {
  const isScript = request.url === "/host.js";
  response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" });
  response.end(isScript ? script : html);
});
let hostUrl = "";

beforeAll(async () => {
  await once(host.listen(0, "127.0.0.1"), "listening");
  const address = host.address();
  if (address !== null && typeof address === "object") hostUrl = `http://127.0.0.1:${address.port}/`;
});
afterAll(() => {
  host.close();
});

/** Opens a page of somebody else's with the widget's script. */
function openHost(head: string, body: string, view: Parameters<typeof open>[1] = {}): Promise<Page> {
  html = `<!doctype html><html lang="en"><head><title>Host</title>${head}<script type="module" src="${serviceUrl}/widget.js"></script></head><body>${body}</body></html>`;
  return open(hostUrl, view);
}

const element = "<main><h1>Host</h1><footnote-ask></footnote-ask></main>";

/** The computed styles of something that a widget shows. */
function styleOf(page: Page, part: string, ...properties: string[]): Promise<string[]> {
  return widget(page)
    .part(part)
    .first()
    .evaluate(
      (node, names) => names.map((name) => getComputedStyle(node).getPropertyValue(name)),
      properties,
    );
}

describe("on a page with styles of its own", () => {
  test("what a page says of all its elements ends at the widget", async () => {
    const hostile = `* { text-transform: uppercase; letter-spacing: 2px; text-align: center; color: red !important; line-height: 3;
      word-spacing: 1em; text-indent: 3em; font-style: italic; visibility: visible; white-space: nowrap; cursor: wait }
      footnote-ask { display: block }`;
    const page = await openHost(`<style>${hostile}</style>`, element);
    await ask(page, question);
    const names = ["text-transform", "letter-spacing", "text-align", "color", "font-style", "text-indent"];
    expect(await styleOf(page, "quote", ...names)).toEqual([
      "none",
      "normal",
      "start",
      "rgb(29, 27, 24)",
      "normal",
      "0px",
    ]);
    expect(Number.parseFloat((await styleOf(page, "quote", "line-height"))[0] ?? "")).toBeLessThan(40);
  });

  test.each([["62.5%"], ["200%"]])("its sizes do not follow html { font-size: %s }", async (size) => {
    const page = await openHost(
      `<style>html { font-size: ${size} } body { font-size: 16px }</style>`,
      element,
    );
    await ask(page, question);
    expect(await styleOf(page, "form", "font-size")).toEqual(["16px"]);
    expect(await styleOf(page, "citation", "font-size", "min-width")).toEqual(["12px", "24px"]);
  });

  test("a dark page without a color-scheme has light text, also when it is switched", async () => {
    const page = await openHost(
      "<style>html.dark body { background: #0b1020 } body { background: #fff }</style>",
      element,
    );
    await ask(page, question);
    const colourOf = async () => (await styleOf(page, "title", "color"))[0];
    expect(await colourOf()).toBe("rgb(29, 27, 24)");
    await page.evaluate(() => document.documentElement.classList.add("dark"));
    await expect.poll(colourOf).toBe("rgb(241, 238, 233)");
    await page.evaluate(() => {
      // Axe cannot know that the host's heading is not for this test.
      const heading = document.querySelector<HTMLElement>("h1");
      if (heading !== null) heading.style.color = "#fff";
    });
    await check(page, "host-class-dark");
    await page.evaluate(() => document.documentElement.classList.remove("dark"));
    await expect.poll(colourOf).toBe("rgb(29, 27, 24)");
  });

  test("suggestions are not clipped by a box that clips", async () => {
    const page = await openHost(
      "<style>.box { overflow: hidden; height: 70px; transform: translateX(1px) }</style>",
      '<main><h1>Host</h1><div class="box"><footnote-ask></footnote-ask></div></main>',
    );
    const { input, part } = widget(page);
    await input.pressSequentially("how do");
    const last = part("suggestion").last();
    await last.waitFor();
    const box = await last.boundingBox();
    const form = await part("form").boundingBox();
    expect(box?.y).toBeGreaterThan((form?.y ?? 0) + 100);
    expect(box?.x).toBeCloseTo((form?.x ?? 0) + 7, -1);
    // Playwright clicks only what nothing covers.
    await last.click();
    await page.waitForFunction(
      () => document.querySelector("footnote-ask")?.shadowRoot?.querySelector("[part=passages]") !== null,
    );
  });

  test("in a frame, citations open a tab: an article may not be framed", async () => {
    const page = await openHost("", `<iframe title="Widget" width="800" height="700"></iframe>`);
    const inner = `<!doctype html><html lang="en"><title>Frame</title><script type="module" src="${serviceUrl}/widget.js"></script><footnote-ask></footnote-ask>`;
    await page.locator("iframe").evaluate((frame, text) => frame.setAttribute("srcdoc", text), inner);
    const frame = page.frameLocator("iframe").locator("footnote-ask");
    await frame.getByRole("combobox").fill(question);
    await frame.getByRole("combobox").press("Enter");
    const citation = frame.locator("[part=citation]").first();
    await citation.waitFor();
    expect(await citation.getAttribute("target")).toBe("_blank");
    expect(await citation.getAttribute("rel")).toBe("noopener");
  });
});

describe("what a page can do with it", () => {
  test("attributes can be changed and the element moved: text and answer stay", async () => {
    const page = await openHost("", `${element}<aside></aside>`);
    const { host, input, part } = widget(page);
    await ask(page, question);
    await input.fill("half a ques");
    for (const [name, value] of [
      ["placeholder", "Now ask"],
      ["limit", "3"],
      ["filters", "lang=en-US"],
      ["lang", "de"],
      ["theme", "dark"],
      ["mode", "dialog"],
      ["mode", ""],
    ] as const) {
      await host.evaluate((node, [key, text]) => node.setAttribute(key, text), [name, value] as const);
    }
    await page.evaluate(() => {
      const node = document.querySelector("footnote-ask");
      if (node !== null) document.querySelector("aside")?.append(node);
    });
    expect(await input.inputValue()).toBe("half a ques");
    expect(await input.getAttribute("placeholder")).toBe("Now ask");
    expect(await part("quote").count()).toBeGreaterThan(0);
    await expect.poll(() => part("submit").textContent()).toBe("Fragen");
    await ask(page, "What is Footnote?");
    expect(await part("passage").count()).toBe(3);
  });

  test("events are told in their order; those that can be are cancelled", async () => {
    const page = await openHost("", element);
    const { host, part } = widget(page);
    await host.evaluate((node: FootnoteAsk) => {
      const names = ["ask", "answer", "select", "copy", "vote", "error", "open", "close"];
      const told: string[] = [];
      for (const name of names) {
        document.addEventListener(`footnote-${name}`, (event) => {
          told.push(name);
          if (name === "select") event.preventDefault();
        });
      }
      Object.assign(window, { told });
      node.setAttribute("mode", "dialog");
    });
    await part("button").click();
    await ask(page, question);
    await part("citation").first().click();
    expect(page.url()).toBe(hostUrl);
    expect(await page.evaluate("told")).toEqual(["open", "ask", "answer", "select", "close"]);
    await page.route(/\/api\/ask/, (route) => route.fulfill({ status: 500 }));
    await host.evaluate((node: FootnoteAsk) => node.ask("Another?"));
    expect(await page.evaluate("told.slice(5)")).toEqual(["ask", "open", "error"]);
  });

  test("a question that the page cancels is not asked", async () => {
    const page = await openHost("", element);
    const { host, part } = widget(page);
    await host.evaluate(async (node: FootnoteAsk) => {
      node.addEventListener("footnote-ask", (event) => event.preventDefault());
      await node.ask("What is Footnote?");
    });
    expect(await part("results").locator("*").count()).toBe(0);
  });

  test("methods, labels and slots", async () => {
    const page = await openHost(
      "",
      `<main><h1>Host</h1><footnote-ask><p slot="header">Above</p><p slot="empty">Nothing yet</p><p slot="footer">Below</p></footnote-ask></main>`,
    );
    const { host, input, part } = widget(page);
    for (const text of ["Above", "Nothing yet", "Below"]) {
      expect(await page.getByText(text).isVisible()).toBe(true);
    }
    await host.evaluate((node: FootnoteAsk) => {
      node.labels = { ask: "Go", refused: "We have no answer." };
      return node.ask("How do I train a horse?");
    });
    expect(await part("submit").textContent()).toBe("Go");
    expect(await part("refusal").textContent()).toBe("We have no answer.");
    expect(await page.getByText("Nothing yet").isVisible()).toBe(false);
    await host.evaluate((node: FootnoteAsk) => node.clear());
    expect(await page.getByText("Nothing yet").isVisible()).toBe(true);
    await host.evaluate((node: FootnoteAsk) => node.ask("  "));
    expect(await input.evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  test("a reader without an answer is led to where the page wants", async () => {
    const page = await openHost(
      "",
      '<main><h1>Host</h1><footnote-ask no-answer-url="https://help.example/?q={question}"></footnote-ask></main>',
    );
    await ask(page, "How do I train a horse & ride?");
    expect(await widget(page).part("contact").getAttribute("href")).toBe(
      "https://help.example/?q=How%20do%20I%20train%20a%20horse%20%26%20ride%3F",
    );
  });

  test("two widgets keep their questions apart in the address; a link within the page asks nothing", async () => {
    const page = await openHost(
      "",
      '<main><h1 id="top">Host</h1><footnote-ask history></footnote-ask><footnote-ask history="faq"></footnote-ask></main>',
    );
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().includes("/api/ask")) asked++;
    });
    const second = page.locator("footnote-ask").nth(1);
    await ask(page, question);
    await second.evaluate((node: FootnoteAsk) => node.ask("What is Footnote?"));
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ask: question,
      faq: "What is Footnote?",
    });
    await page.evaluate(() => {
      location.hash = "top";
    });
    await page.goBack();
    await page.waitForTimeout(200);
    expect(asked).toBe(2);
    await page.goBack();
    expect(await second.locator("[part=quote]").count()).toBe(0);
    expect(await widget(page).part("quote").count()).toBeGreaterThan(0);
  });

  test("the service may be below a path", async () => {
    const page = await openHost("", "<main><h1>Host</h1></main>");
    const asked = page.waitForRequest(/\/api\/ask/);
    await page.evaluate(() => {
      const node = document.createElement("footnote-ask");
      node.setAttribute("endpoint", "/below/a/path");
      document.querySelector("main")?.append(node);
      void node.ask("What is Footnote?");
    });
    expect(new URL((await asked).url()).pathname).toBe("/below/a/path/api/ask");
  });
});

describe("in frameworks", () => {
  /** The widget's files as the package has them. */
  const packageFiles = async (): Promise<Readonly<Record<string, Uint8Array>>> => {
    const { modules } = await bundleWidget();
    return Object.fromEntries(modules);
  };

  /** Bundles what a project has in its entry file, with the package of the widget, into one script. */
  async function bundled(contents: string, loader: "tsx" | "js"): Promise<string> {
    const files = await packageFiles();
    const { outputFiles } = await build({
      stdin: { contents, loader, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "esm",
      jsx: "automatic",
      conditions: ["browser"],
      define: {
        "process.env.NODE_ENV": '"production"',
        __VUE_OPTIONS_API__: "true",
        __VUE_PROD_DEVTOOLS__: "false",
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      },
      plugins: [
        {
          name: "package",
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /^footnote-ask\/widget$/ }, () => ({
              path: "index.js",
              namespace: "package",
            }));
            onResolve({ filter: /^\./, namespace: "package" }, ({ path, importer }) => ({
              path: posix.join(posix.dirname(importer), path),
              namespace: "package",
            }));
            onLoad({ filter: /.*/, namespace: "package" }, ({ path }) => ({ contents: files[path] ?? "" }));
          },
        },
      ],
    });
    return outputFiles[0]?.text ?? "";
  }

  /** Opens a page with nothing but the bundle, and checks that it asks, tells the host and survives a change of the host's state. */
  async function checkHost(code: string): Promise<void> {
    script = code;
    html = `<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1><div id="app"></div></main><script type="module" src="/host.js"></script></html>`;
    const page = await open(hostUrl);
    await page.locator("footnote-ask").waitFor();
    const { input, part } = widget(page);
    await ask(page, question);
    expect(await part("quote").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator("#told").textContent()).toBe(question);
    await page.locator("#change").click();
    await expect.poll(() => input.getAttribute("placeholder")).toBe("Changed");
    expect(await part("quote").count()).toBeGreaterThan(0);
    expect(await input.inputValue()).toBe(question);
  }

  const start = `import { register } from "footnote-ask/widget"; register(); const endpoint = ${JSON.stringify("ENDPOINT")};`;
  const begin = (): string => start.replace("ENDPOINT", serviceUrl);

  test("React 19", async () => {
    const code = await bundled(
      `import { StrictMode, useState } from "react"; import { createRoot } from "react-dom/client"; ${begin()}
      function App() {
        const [text, setText] = useState("First"); const [told, setTold] = useState("");
        return <><footnote-ask endpoint={endpoint} placeholder={text} onfootnote-answer={(event) => setTold(event.detail.question)} />
          <p id="told">{told}</p><button id="change" onClick={() => setText("Changed")}>Change</button></>;
      }
      createRoot(document.querySelector("#app")).render(<StrictMode><App /></StrictMode>);`,
      "tsx",
    );
    await checkHost(code);
  });

  test("Vue 3", async () => {
    const code = await bundled(
      `import { createApp, h, ref } from "vue"; ${begin()}
      createApp({ setup() {
        const text = ref("First"), told = ref("");
        return () => [
          h("footnote-ask", { endpoint, placeholder: text.value, "onFootnote-answer": (event) => { told.value = event.detail.question; } }),
          h("p", { id: "told" }, told.value),
          h("button", { id: "change", onClick: () => { text.value = "Changed"; } }, "Change"),
        ];
      } }).mount("#app");`,
      "js",
    );
    await checkHost(code);
  });

  test("Svelte 5", async () => {
    const component = compile(
      `<script>let text = $state("First"); let told = $state("");  let { endpoint } = $props();</script>
      <footnote-ask {endpoint} placeholder={text} onfootnote-answer={(event) => (told = event.detail.question)}></footnote-ask>
      <p id="told">{told}</p><button id="change" onclick={() => (text = "Changed")}>Change</button>`,
      { generate: "client", name: "App" },
    );
    const code = await bundled(
      `import { mount } from "svelte"; ${begin()}
      ${component.js.code.replace("export default function App", "function App")}
      mount(App, { target: document.querySelector("#app"), props: { endpoint } });`,
      "js",
    );
    await checkHost(code);
  });

  test("a server imports it, where it does nothing", async () => {
    const code = new TextDecoder().decode((await packageFiles())["index.js"]);
    const imported = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(() => imported.register()).not.toThrow();
  });

  test("in a bundle that names no service, it says what to do", async () => {
    script = await bundled(`import { register } from "footnote-ask/widget"; register();`, "js");
    html = `<!doctype html><html lang="en"><title>Host</title><footnote-ask></footnote-ask><script type="module" src="/host.js"></script></html>`;
    const page = await open(hostUrl);
    const { host, part } = widget(page);
    await page.locator("footnote-ask:defined").waitFor();
    await host.evaluate((node: FootnoteAsk) => node.ask("What is Footnote?"));
    expect(await part("detail").textContent()).toContain("set endpoint or src");
  });
});
