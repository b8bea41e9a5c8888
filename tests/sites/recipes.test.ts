import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/setup/launch.ts";
import { type Host, startHost } from "../static/host.ts";

/** Pages as generators write them that npm does not have, what is asked, and where the answer is. */
const recipes = [
  { name: "hugo", ask: "What do you wipe the oven with?", says: "vinegar", page: "posts/clean/" },
  { name: "jekyll", ask: "What do you wipe the oven with?", says: "vinegar", page: "2024/05/06/clean.html" },
  { name: "mkdocs", ask: "What do you wipe the oven with?", says: "vinegar", page: "guide/clean/" },
  {
    name: "mdbook",
    ask: "What does an oven heat to?",
    says: "200 degrees",
    page: "ch01/heat.html",
  },
  { name: "next", ask: "How many minutes do you wait?", says: "nine minutes", page: "docs/heat/" },
] as const;

const chosen = recipes.filter(({ name }) => (process.env["SITES"] ?? name).split(",").includes(name));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The two lines of the documentation, at the root of a host. */
const [script, element] =
  readFileSync("docs/generators.md", "utf8").match(/^<(?:script|footnote-ask) .*$/gm) ?? [];

/** Puts them into a page, as a layout does into all. */
function addLines(path: string): void {
  const page = readFileSync(path, "utf8");
  const withScript = /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, `$&${script}`) : script + page;
  writeFileSync(path, withScript.replace(/<body[^>]*>/i, `$&${element}`));
}

describe.each(chosen)("pages of $name", ({ name, ask, says, page: cited }) => {
  let site: string;
  let host: Host;
  beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), `footnote-${name}-`));
    cpSync(join("tests/fixtures/sites", name), site, { recursive: true });
    for (const file of readdirSync(site, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".html")) addLines(join(site, file));
    }
    const command = resolve("src/cli/footnote.ts");
    execFileSync(process.execPath, [command, "build", "--static", "--site", site], {
      cwd: site,
      stdio: "pipe",
    });
    host = await startHost(site);
  });
  afterAll(async () => {
    await host?.stop();
    rmSync(site, { recursive: true, force: true });
  });

  test("answer, and lead to the page of the sentence", async () => {
    const page = await browser.newPage();
    // A page that says where it will be is cited there.
    await page.route(/^https:/, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: new URL(pathname, host.url).href }) });
    });
    await page.goto(host.url);
    const widget = page.locator("footnote-ask").first();
    await widget.getByRole("button").first().click();
    const input = widget.getByRole("combobox");
    await input.fill(ask);
    await input.press("Enter");
    const quote = widget.locator('[part~="quote"]').first();
    await quote.waitFor();
    expect(await quote.textContent()).toContain(says);
    const link = widget.locator(`a[href*="${cited}"]`).first();
    expect(await link.getAttribute("href")).toContain(":~:text=");
    await link.click();
    await page.waitForURL((url) => url.pathname === `/${cited}`);
    expect(await page.locator("body").textContent()).toContain(says);
    await page.close();
  });
});
