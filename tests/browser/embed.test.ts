import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, check, open, serviceUrl, useBrowser, widget } from "./fixture.ts";

useBrowser();

/** As strict as a policy can be for a page with a module and nothing else. */
const policy = [
  "default-src 'none'",
  `script-src ${serviceUrl}`,
  `connect-src ${serviceUrl}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

let hostPage = "";
const host = createServer((_, response) => {
  response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy });
  response.end(hostPage);
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

/** Opens somebody else's page that holds this HTML and the widget's script. */
function openHost(body: string): Promise<Page> {
  hostPage = `<!doctype html><html lang="de"><title>Host</title><script type="module" src="${serviceUrl}/widget.js"></script><body>${body}`;
  return open(hostUrl);
}

const question = "Why was the R2 model delayed?";

describe("on another site's page", () => {
  test("works under a strict content security policy with Trusted Types, in the page's language", async () => {
    const page = await openHost("<main><h1>Host</h1><footnote-ask></footnote-ask></main>");
    const { host, input, part } = widget(page);
    await input.pressSequentially("how do");
    await part("suggestion").first().waitFor();
    await ask(page, question);
    expect(await part("citation").first().getAttribute("href")).toContain(
      `${serviceUrl}/articles/r2-delay/#:~:text=`,
    );
    expect(await host.getByRole("button", { name: "Fragen" }).count()).toBe(1);
    expect(await part("form").evaluate((form) => getComputedStyle(form).display)).toBe("flex");
    await check(page, "strict-policy");
  });

  test("leaves the page's address, styles and globals alone", async () => {
    const page = await openHost("<main><h1>Host</h1><p>Text</p><footnote-ask></footnote-ask></main>");
    await ask(page, question);
    const added = await page.evaluate(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const untouched = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      return Object.getOwnPropertyNames(window).filter((name) => !untouched.has(name) && !/^\d+$/.test(name));
    });
    expect(added).toEqual([]);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length)).toBe(
      0,
    );
  });

  test("works in several copies, each with its own options", async () => {
    const page = await openHost(
      `<main><h1>Host</h1><footnote-ask lang="fr" limit="2"></footnote-ask>
       <footnote-ask lang="ja" filters="tag=docs" placeholder="Hilfe"></footnote-ask>
       <footnote-ask mode="dialog"></footnote-ask><footnote-ask mode="dialog" theme="dark"></footnote-ask></main>`,
    );
    const [first, second, third, fourth] = await page.locator("footnote-ask").all();
    await first?.getByRole("combobox").fill(question);
    await first?.getByRole("combobox").press("Enter");
    await first?.locator("[part=passages]").waitFor();
    expect(await first?.locator("[part=passage]").count()).toBe(2);
    await second?.getByRole("combobox", { name: "Hilfe" }).fill(question);
    await second?.getByRole("combobox").press("Enter");
    await second?.locator("[part=passages]").waitFor();
    for (const link of (await second?.locator("[part=link]").all()) ?? []) {
      expect(await link.getAttribute("href")).toContain("/articles/docs/");
    }
    await page.keyboard.press("Control+k");
    expect(await third?.locator("dialog").isVisible()).toBe(true);
    expect(await fourth?.locator("dialog").isVisible()).toBe(false);
    await check(page, "several");
  });

  test("can be styled by custom properties and parts", async () => {
    const page = await open("/embed/");
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "footnote-ask { --footnote-accent: rgb(1, 2, 3) } footnote-ask::part(input) { letter-spacing: 3px }",
      );
      document.adoptedStyleSheets = [sheet];
    });
    const { part, input } = widget(page);
    expect(await part("submit").evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      "rgb(1, 2, 3)",
    );
    expect(await input.evaluate((element) => getComputedStyle(element).letterSpacing)).toBe("3px");
  });

  test("can be moved and removed", async () => {
    const page = await openHost(
      "<main><h1>Host</h1><footnote-ask mode=dialog></footnote-ask><div></div></main>",
    );
    await page.evaluate(() => {
      const host = document.querySelector("footnote-ask");
      if (host !== null) document.querySelector("div")?.append(host);
    });
    await page.keyboard.press("Control+k");
    expect(await widget(page).part("dialog").isVisible()).toBe(true);
    await page.evaluate(() => document.querySelector("footnote-ask")?.remove());
    await page.keyboard.press("Control+k");
    expect(await page.locator("footnote-ask").count()).toBe(0);
  });
});

describe("/embed/", () => {
  test("writes the tag for the options and shows what they do", async () => {
    const page = await open("/embed/");
    await page.locator("[name=theme]").selectOption("dark");
    await page.locator("[name=lang]").selectOption("fr");
    await page.locator("[name=placeholder]").fill('"Hallo" & Co');
    await page.locator("[name=limit]").fill("3");
    expect(await page.locator("#tag").textContent()).toBe(
      `<script type="module" src="${serviceUrl}/widget.js"></script>\n` +
        '<footnote-ask theme="dark" lang="fr" placeholder="&quot;Hallo&quot; &amp; Co" limit="3"></footnote-ask>',
    );
    await ask(page, question);
    // The articles have no French, so that its words are loaded with the reader's first step.
    expect(await widget(page).host.getByRole("button", { name: "Demander" }).count()).toBe(1);
    expect(await widget(page).part("passage").count()).toBe(3);
    await check(page, "embed");
  });
});
