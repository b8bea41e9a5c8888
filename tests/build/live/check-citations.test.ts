import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAnswerer } from "../../../src/answer/answer.ts";
import { compileInMemory } from "../../../src/build/engines/compiled/compile-corpus.ts";
import { storeInMemory } from "../../../src/build/engines/d1/store-in-memory.ts";
import { checkCitations } from "../../../src/build/live/check-citations.ts";
import { textOfPage } from "../../../src/build/live/page-text.ts";
import { pageReader } from "../../../src/build/live/read-page.ts";
import { type Collection, defaultCollection } from "../../../src/corpus/collection.ts";
import { parseArticle } from "../../../src/corpus/formats/read.ts";
import { DirectiveFinder } from "../../../src/fragments/find.ts";

/** What the site answers, by path. */
const site = new Map<string, { status?: number; headers?: Record<string, string>; body: string }>();
let server: Server;
let live: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { status = 200, headers, body } = site.get(request.url ?? "") ?? { status: 404, body: "not here" };
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  live = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ferry = "# The ferry\n\nThe ferry leaves at *nine* o'clock. A ticket costs twelve crowns.\n";

/** The engines, whose passages are numbered in ways of their own. */
const engines = { compiled: compileInMemory, d1: storeInMemory };

async function checked(
  collection: Collection,
  markdown = ferry,
  at: string | null = live,
  engine: keyof typeof engines = "compiled",
) {
  const source = { path: "ferry.md", bytes: Buffer.from(markdown) };
  const { article } = parseArticle(source, collection);
  if (article === undefined) throw new Error("no article");
  const { store, languages } = await engines[engine](collection, [article]);
  const answerer = createAnswerer(store, languages);
  const readPage = pageReader();
  return checkCitations({ answerer, languages, readPage, ...(at !== null && { live: at }) });
}

const atPath: Collection = {
  ...defaultCollection,
  baseUrl: "https://docs.example",
  url: [{ folder: "", pattern: "/{path}" }],
};

describe("the sentences that answers cite", () => {
  test("are found where the site shows them, however it marks them up", async () => {
    site.set("/ferry", {
      body: "<title>x</title><main><h1>The ferry</h1><p>The ferry leaves\n at <b>nine</b> o’clock. A <a href=#>ticket</a> costs <span>twelve crowns</span>.</p></main>",
    });
    expect(await checked(atPath)).toEqual({ pages: 1, sentences: 2, faults: [] });
  });

  test("are found in D1, however many there are", async () => {
    // Each is a passage of its own, of few sentences.
    const lines = Array.from({ length: 90 }, (_, line) => {
      const island = "north south east west".split(" ")[line % 4];
      const sentence = `Ferry number ${line} leaves for the island of ${island} at noon.`;
      const winter = `In winter ferry ${line} takes ${"more and ".repeat(28)}more time.`;
      return { heading: `Ferry ${line}`, text: `${sentence} ${winter}` };
    });
    const sections = lines.map(({ heading, text }) => `## ${heading}\n\n${text}`);
    const markdown = `# Ferries\n\n${sections.join("\n\n")}\n`;
    const paragraphs = lines.map(({ heading, text }) => `<h2>${heading}</h2><p>${text}</p>`);
    site.set("/ferry", { body: `<title>x</title><main><h1>Ferries</h1>${paragraphs.join("")}</main>` });
    const inD1 = await checked(atPath, markdown, live, "d1");
    expect(inD1).toEqual(await checked(atPath, markdown));
    expect(inD1.sentences).toBeGreaterThan(90);
    site.set("/ferry", { body: "<p>Ferry number 3 leaves.</p>" });
    expect((await checked(atPath, markdown, live, "d1")).faults.length).toBeGreaterThan(80);
  });

  test("are told where the site says something else by now", async () => {
    site.set("/ferry", { body: "<p>The ferry leaves at nine o'clock. A ticket costs thirteen crowns.</p>" });
    const { faults } = await checked(atPath);
    expect(faults).toEqual([
      {
        url: `${live}/ferry`,
        fault: "does not have this sentence where its citation leads",
        sentence: "A ticket costs twelve crowns.",
      },
    ]);
  });

  test.each([
    ["is not there", { status: 404, body: "" }, "answers 404"],
    [
      "is no page",
      { headers: { "Content-Type": "application/json" }, body: "{}" },
      "is no page of HTML but application/json",
    ],
    [
      "forbids to scroll",
      { headers: { "Document-Policy": "force-load-at-top" }, body: "<p>The ferry</p>" },
      "forbids text fragments by Document-Policy: force-load-at-top",
    ],
  ])("are told when the page %s", async (_, page, fault) => {
    site.set("/ferry", page);
    expect((await checked(atPath)).faults).toEqual([{ url: `${live}/ferry`, fault }]);
  });

  test("are told when there is no server", async () => {
    const { faults } = await checked(atPath, ferry, "http://127.0.0.1:9");
    expect(faults[0]?.fault).toMatch(/^cannot be fetched: /);
  });

  test("cannot be checked while nothing says where the site is", async () => {
    await expect(checked(defaultCollection, ferry, null)).rejects.toThrow("--live or baseUrl");
  });
});

describe("the text of a page as a browser searches it", () => {
  const finds = (html: string, start: string) => new DirectiveFinder(textOfPage(html)).find({ start });

  test.each([
    ["<p>one <!-- no --> <em>two</em></p>", "one two"],
    ["<ul><li>one two</li></ul>", "one two"],
    ["<pre><code><span>one</span> <span>two</span></code></pre>", "one two"],
    ["<p hidden=until-found>one two</p>", "one two"],
    ["<details><summary>x</summary>one two</details>", "one two"],
    ["<p aria-hidden=true>one two</p>", "one two"],
  ])("%s holds %j", (html, text) => {
    expect(finds(html, text)).toBeDefined();
  });

  test.each([
    ["<p>one</p><p>two</p>", "one two"],
    ["<p>one<br>two</p>", "one two"],
    ["<table><tr><td>one</td><td>two</td></tr></table>", "one two"],
    ["<head><title>one two</title></head>", "one two"],
    ["<script>one two</script><style>one two</style><template>one two</template>", "one two"],
    ["<p hidden>one two</p><p style='display: none'>one two</p>", "one two"],
    ["<p>phone two</p>", "one two"],
  ])("%s does not hold %j", (html, text) => {
    expect(finds(html, text)).toBeUndefined();
  });
});
