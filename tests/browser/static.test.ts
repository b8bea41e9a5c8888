import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BuildCache } from "../../src/build/build-cache.ts";
import { readCorpus } from "../../src/build/read-corpus.ts";
import { buildStatic } from "../../src/build/static/build-static.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import type { Answer } from "../../src/model/index.ts";
import { fixtureCorpus, testOutput } from "../setup/output.ts";
import { type Host, type HostOptions, startHost } from "../static/host.ts";
import { openStatic, readHead } from "../static/open.ts";
import { questionsFrom } from "../static/questions.ts";
import { ask, open, serviceUrl, useBrowser, widget } from "./fixture.ts";

useBrowser();

const question = "Why was the R2 model delayed?";

/** A site of two pages, with Footnote built into it. */
let site: string;
const files = () => join(site, "footnote");

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bread</title></head><body>${body}</body></html>`;

const home = page(
  `<main><h1>Home</h1><p>A site about bread and about nothing else at all.</p></main><script type="module" src="footnote/widget.js"></script><footnote-ask src="footnote/"></footnote-ask>`,
);
const filler = Array.from(
  { length: 60 },
  (_, line) => `<p>Line ${line} of the baker's notes says little.</p>`,
);
const bread = page(
  `<main><h1>Rye bread</h1>${filler.join("")}<h2>Proving</h2><p>A rye dough needs to prove for eleven hours in a cold cellar.</p>${filler.join("")}</main>`,
);

async function build(corpus: string, output: string, inSite?: string): Promise<void> {
  const cache = new BuildCache(join(output, "..", "static-cache.db"));
  try {
    const built = await buildStatic({
      corpus,
      output,
      cache,
      ...(inSite !== undefined && { site: inSite, offline: true }),
    });
    expect(built).toBe(true);
  } finally {
    cache.close();
  }
}

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), "footnote-site-"));
  writeFileSync(join(site, "index.html"), home);
  writeFileSync(join(site, "rye-bread.html"), bread);
  await build(site, files(), site);
}, 120_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** Opens the site as a host serves it. */
async function visit(options: HostOptions, use: (opened: Page, host: Host) => Promise<void>): Promise<void> {
  const host = await startHost(site, options);
  try {
    await use(await open(host.url), host);
  } finally {
    await open("about:blank");
    await host.stop();
  }
}

const policy = (scripts: string) => ({
  "Content-Security-Policy": `default-src 'none'; script-src 'self' ${scripts}; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
});

describe("a page without a server", () => {
  test("answers below a path of its host, and its citation leads to the sentence", async () => {
    await visit({ base: "/bakery/" }, async (opened, host) => {
      await ask(opened, "How long does a rye dough prove?");
      const { part } = widget(opened);
      expect(await part("quote").first().textContent()).toContain("eleven hours");
      const link = part("citation").first();
      expect(await link.getAttribute("href")).toContain(`${host.url}rye-bread.html#:~:text=`);
      await link.click();
      await opened.waitForURL(/rye-bread/);
      await expect.poll(() => opened.evaluate(() => scrollY)).toBeGreaterThan(200);
    });
  });

  test("asks for nothing but the widget before the reader does something", async () => {
    await visit({}, async (opened, host) => {
      await widget(opened).input.waitFor();
      expect(host.requested.filter((path) => path.startsWith("footnote"))).toEqual(["footnote/widget.js"]);
    });
  });

  test("asks for the head and the answerer while the session of the widget still loads, and for each once", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await visit({}, async (opened, host) => {
      await opened.route("**/widget-session.js*", async (route) => {
        await held;
        await route.continue();
      });
      const early = [opened.waitForResponse(/footnote\.json$/), opened.waitForResponse(/answerer-\w+\.js$/)];
      await opened.locator("footnote-ask input").first().focus();
      await Promise.all(early);
      release();
      await ask(opened, "rye dough in a cold cellar");
      const asked = (name: RegExp): number => host.requested.filter((path) => name.test(path)).length;
      expect([asked(/footnote\.json$/), asked(/answerer-/)]).toEqual([1, 1]);
    });
  });

  test("loads no list of words for a question of words that the articles have", async () => {
    // A service worker stores all that may ever be needed.
    const { serviceWorker: _, ...head } = readHead(files());
    const instead = (path: string) => (path === "footnote/footnote.json" ? JSON.stringify(head) : undefined);
    await visit({ instead }, async (opened, host) => {
      await ask(opened, "rye dough in a cold cellar");
      expect(host.requested.filter((path) => path.includes("lexicons"))).toEqual([]);
      await ask(opened, "How long does a rye dough plove?");
      // A slice for each word: plove, and a stem that no article has.
      const slices = host.requested.filter((path) => path.includes("lexicons"));
      expect([1, 2]).toContain(slices.length);
    });
  });

  test.each([
    ["WebAssembly, by a policy that allows it", "'wasm-unsafe-eval'", false],
    ["a script, by a policy that forbids WebAssembly", "", true],
  ])("scores with %s", async (_, scripts, byScript) => {
    await visit({ headers: policy(scripts) }, async (opened, host) => {
      // The browser tells of what its policy forbids, as an error in the console.
      opened.removeAllListeners("console");
      await ask(opened, "How long does a rye dough prove?");
      expect(await widget(opened).part("quote").first().textContent()).toContain("eleven hours");
      expect(host.requested.some((path) => path.startsWith("footnote/kernel-"))).toBe(byScript);
    });
  });

  test.each([
    [
      "the script that answers",
      /^footnote\/answerer-/,
      "export const openAnswerer = () => ({ ask: () => ({}) });",
    ],
    ["a language", /^footnote\/languages\//, "export default {};"],
    ["the index", /^footnote\/index\//, "other bytes"],
  ])("does not answer from %s when it is not what was built", async (_, path, content) => {
    await visit({ instead: (asked) => (path.test(asked) ? content : undefined) }, async (opened) => {
      opened.removeAllListeners("console");
      const { input, part } = widget(opened);
      await input.fill(question);
      await input.press("Enter");
      await part("problem").waitFor();
    });
  });

  test("goes on answering when the site was published anew while it was open", async () => {
    const copy = mkdtempSync(join(tmpdir(), "footnote-anew-"));
    cpSync(site, copy, { recursive: true });
    const host = await startHost(copy);
    try {
      const opened = await open(host.url);
      await widget(opened).input.focus();
      await expect.poll(() => host.requested.some((path) => path.includes("answerer-"))).toBe(true);
      writeFileSync(join(copy, "rye-bread.html"), bread.replace("eleven", "twelve"));
      await build(copy, join(copy, "footnote"), copy);
      await ask(opened, "How long does a rye dough prove?");
      expect(await widget(opened).part("quote").first().textContent()).toContain("twelve hours");
    } finally {
      await open("about:blank");
      await host.stop();
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test("answers offline, once its service worker is there", async () => {
    await visit({}, async (opened) => {
      await widget(opened).input.focus();
      await opened.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        if (active?.state === "activated") return;
        await new Promise((resolve) => active?.addEventListener("statechange", resolve));
      });
      // The worker serves a page from its next visit on, and keeps what was visited.
      await opened.reload();
      await widget(opened).input.focus();
      await ask(opened, "How long does a rye dough prove?");
      await opened.context().setOffline(true);
      await opened.reload();
      await ask(opened, "What is the site about?");
      await ask(opened, "How long does a rye dough prove?");
      expect(await widget(opened).part("quote").first().textContent()).toContain("eleven hours");
    });
  });
});

describe("the answers are the service's", () => {
  const count = 1_000;
  const inBrowser = 60;
  let questions: string[];
  let host: Host;
  const output = join(testOutput, "static", "footnote");

  beforeAll(async () => {
    // What a run that broke off has left.
    rmSync(output, { recursive: true, force: true });
    await build(fixtureCorpus, output);
    host = await startHost(output);
    const { articles } = await loadCorpus(fixtureCorpus);
    const cache = new BuildCache(join(testOutput, "cache.db"));
    const { languages } = await readCorpus(fixtureCorpus, cache);
    cache.close();
    questions = questionsFrom(articles, languages.set, count);
  }, 120_000);
  afterAll(async () => {
    await host.stop();
  });

  const served = async (asked: string): Promise<string> => {
    const address = new URL("/api/ask", serviceUrl);
    address.searchParams.set("q", asked);
    return (await fetch(address)).text();
  };

  test("to the byte, for a thousand questions in Node", async () => {
    expect(new Set(questions).size).toBe(count);
    const { ask: answer } = await openStatic(output, host.url);
    let answered = 0;
    for (const asked of questions) {
      // The service answers in its own process meanwhile. More questions at once would meet its deadline on a busy machine.
      const [own, expected]: [Answer, string] = await Promise.all([
        answer({ question: asked, filters: "", limit: "" }),
        served(asked),
      ]);
      expect(JSON.stringify(own), asked).toBe(expected);
      if (own.answered) answered += 1;
    }
    // Both kinds are among them.
    expect(answered).toBeGreaterThan(count / 20);
    expect(answered).toBeLessThan(count - count / 20);
  }, 240_000);

  test("and so in the browser, with WebAssembly and without", async () => {
    const some = questions.slice(0, inBrowser);
    const expected = await Promise.all(some.map(served));
    writeFileSync(join(output, "page.html"), page(""));
    for (const scripts of ["'wasm-unsafe-eval'", ""]) {
      const guarded = await startHost(output, { headers: policy(scripts) });
      try {
        const opened = await open(`${guarded.url}page.html`);
        opened.removeAllListeners("console");
        // As text: what runs these tests rewrites imports.
        const answers = await opened.evaluate(`(async () => {
          const base = ${JSON.stringify(guarded.url)};
          const head = ${JSON.stringify(readHead(output))};
          const load = ({ file }) => import(base + file);
          const { openAnswerer } = await load(head.answerer);
          const answerer = await openAnswerer(base, head, load);
          const made = [];
          for (const question of ${JSON.stringify(some)}) {
            made.push(JSON.stringify(await answerer.ask({ question, filters: "", limit: "" })));
          }
          return made;
        })()`);
        expect(answers).toEqual(expected);
      } finally {
        await open("about:blank");
        await guarded.stop();
      }
    }
  }, 120_000);

  test("and so are its suggestions", async () => {
    const { suggest } = await openStatic(output, host.url);
    for (const typed of ["how", "how do I d", "cita", "R2", "depoly", "zzz"]) {
      const address = new URL("/api/suggest", serviceUrl);
      address.searchParams.set("q", typed);
      const { suggestions } = await (await fetch(address)).json();
      expect(await suggest(typed), typed).toEqual(suggestions);
    }
  });
});
