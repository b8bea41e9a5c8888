import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/setup/launch.ts";
import { type Host, startHost } from "../static/host.ts";
import { installIn, packInto, run } from "./packed.ts";

/** The site of each generator: what it builds, and the page of a citation. */
const sites = [
  { name: "vitepress", built: "docs/.vitepress/dist", page: "guide/rye-bread.html" },
  { name: "starlight", built: "dist", page: "guides/rye-bread/" },
  { name: "docusaurus", built: "build", page: "rye-bread" },
  { name: "eleventy", built: "_site", page: "rye-bread/" },
] as const;

/** Those to test: all, or the ones that SITES names. */
const chosen = sites.filter(({ name }) => (process.env["SITES"] ?? name).split(",").includes(name));

const base = "/bakery/";
let folder: string;
let tarball: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "footnote-sites-"));
  tarball = packInto(folder);
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks in the dialog of a page. */
async function ask(page: Page, question: string): Promise<void> {
  const widget = page.locator("footnote-ask").first();
  await widget.getByRole("button").first().click();
  const input = widget.getByRole("combobox");
  await input.fill(question);
  await input.press("Enter");
  await widget.locator('[part~="quote"]').first().waitFor();
}

describe.each(chosen)("a site of $name", ({ name, built, page: cited }) => {
  let site: string;
  let host: Host;

  beforeAll(async () => {
    site = installIn(folder, name, tarball);
    run("npm", ["run", "build"], site);
    host = await startHost(join(site, built), { base });
  }, 600_000);
  afterAll(() => host?.stop());

  test("answers in the place of its search, and leads to the sentence", async () => {
    const page = await browser.newPage();
    // A generator that knows where its site will be has citations lead there.
    await page.route("https://bakery.example/bakery/**", async (route) => {
      const here = route.request().url().replace("https://bakery.example/bakery/", host.url);
      await route.fulfill({ response: await route.fetch({ url: here }) });
    });
    await page.goto(host.url);
    await ask(page, "How long does a rye dough prove?");
    const widget = page.locator("footnote-ask").first();
    expect(await widget.locator('[part~="quote"]').first().textContent()).toContain("eleven hours");
    const link = widget.locator(`a[href*="${cited}"]`).first();
    expect(await link.getAttribute("href")).toMatch(/\/bakery\/.*:~:text=.*eleven|hours/);
    await link.click();
    await page.waitForURL(new RegExp(cited.replace(/\/$/, "")));
    expect(await page.locator("h1").first().textContent()).toContain("Rye bread");
    await page.close();
  });
});
