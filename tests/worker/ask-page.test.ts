import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { type AskPageTemplate, askPageFile } from "../../src/api/ask-page.ts";
import { pageHeaders } from "../../src/api/headers.ts";
import type { Answer } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { askPage } from "../../src/worker/routes/ask-page-markup.ts";
import { answerer, environment, partsOf } from "./fixture.ts";
import { problemOf } from "./problems.ts";

const template: AskPageTemplate = {
  parts: ['<main><input value="', '">', "</main>"],
  lang: "en",
  labels: {
    answer: "Answer",
    passages: "Passages",
    nearest: "Nearest",
    refused: "Not in the articles.",
    related: "Related",
    guessed: "@ was read as #.",
    partial: "Only a part was searched.",
  },
};

const html = (answer: Answer, question = answer.question): string =>
  String(askPage(question, answer, template));

/** The HTML between tags, white space between them aside. */
const compact = (text: string): string => text.replace(/>\s+</g, "><").replace(/\s+/g, " ");

const refused = await answerer.ask({ question: "Why dance?", limit: 2 });

/** The fixture's answer with one quote of some kind. */
function quoting(quote: Partial<Answer["answer"][number]>): Answer {
  const whole = {
    ...{
      quote: "Bees dance",
      kind: "paragraph" as const,
      passage: 1,
      start: 0,
      end: 10,
      focus: { start: 0, end: 10 },
    },
    ...{ link: "/articles/bees/#:~:text=a&b", lang: "en" },
    ...quote,
  };
  return { ...refused, answered: true, answer: [whole] };
}

describe("the page of an answer", () => {
  test("has the question as the value of its field, and nothing of it as markup", () => {
    const page = html(refused, `"><script>alert('1')</script>`);
    expect(page).toContain('<input value="&quot;&gt;&lt;script&gt;');
    expect(page).not.toContain("<script>");
    expect(page.startsWith('<main><input value="')).toBe(true);
    expect(page.endsWith("</main>")).toBe(true);
  });

  test("says where the articles do not answer, and shows the nearest passages with their facts", () => {
    const page = compact(html(refused));
    expect(page).toContain('<h2>Answer</h2><p class="refused">Not in the articles.</p>');
    expect(page).toContain('<h2>Nearest</h2><ol class="index">');
    expect(page).not.toContain("<figure>");
    expect(page.match(/<li>/g)).toHaveLength(2);
    const [first] = refused.passages;
    expect(page).toContain(
      `<a href="${first?.citation.link.replaceAll("&", "&amp;")}" lang="en" dir="auto">Bees</a><div lang="en" dir="auto"><p>${first?.text}</p></div><p class="byline"><bdi>Ada Wren</bdi> · <bdi>May 1, 2024</bdi></p>`,
    );
    for (const absent of ["Related", "Only a part", "was read as", 'byline">Only'])
      expect(page).not.toContain(absent);
  });

  test("leaves out lists of nothing", () => {
    const page = html({ ...refused, passages: [], related: [] });
    expect(page).not.toContain("Nearest");
    expect(page).not.toContain("Related");
  });

  test("shows a quote with its number, title and facts, and then the passages", () => {
    const page = compact(html(quoting({})));
    expect(page).toContain(
      '<blockquote cite="/articles/bees/#:~:text=a&amp;b" lang="en" dir="auto"><p>Bees dance <a class="number" href="/articles/bees/#:~:text=a&amp;b" aria-label="1: Bees">1</a></p></blockquote>',
    );
    expect(page).toContain(
      'lang="en" dir="auto">Bees</a> · <bdi>Ada Wren</bdi> · <bdi>May 1, 2024</bdi></figcaption>',
    );
    expect(page).toContain("<h2>Passages</h2>");
    expect(page).not.toContain("refused");
  });

  test("shows headings, the later of two dates, and as little as there is", () => {
    const [hit] = refused.passages;
    if (hit === undefined) throw new Error("the fixture has no passage");
    const citation = { ...hit.citation, headings: ["A", "B"], updated: "2025-06-02T23:30:00-05:00" };
    const page = compact(html({ ...refused, passages: [{ ...hit, citation }] }));
    expect(page).toContain(
      '<p class="byline"><bdi>A › B</bdi> · <bdi>Ada Wren</bdi> · <bdi>Jun 2, 2025</bdi></p>',
    );
    expect(String(askPage("why", refused, { ...template, lang: "de" }))).toContain("<bdi>1. Mai 2024</bdi>");
    const { published: _published, ...undated } = hit.citation;
    const bare = compact(html({ ...refused, passages: [{ ...hit, citation: { ...undated, authors: [] } }] }));
    expect(bare).toContain('<p class="byline"></p>');
  });

  test.each<[string, Partial<Answer["answer"][number]>, string]>([
    [
      "code",
      { kind: "code", quote: "a < b\n  c" },
      '<pre dir="ltr" tabindex="0"><code>a &lt; b\n  c</code></pre><a class',
    ],
    ["a list", { kind: "list", quote: "one\ntwo" }, "<ul><li>one</li><li>two</li></ul><a class"],
    [
      "a table",
      { kind: "table", quote: "a\tb\nc\td", lead: { text: "x\ty", start: 0, end: 3 } },
      "<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table><a class",
    ],
    [
      "a table without a head",
      { kind: "table", quote: "a" },
      "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ],
    [
      "what is to be read first",
      { lead: { text: "First <b>", start: 0, end: 9 } },
      "<p>First &lt;b&gt;</p><p>Bees dance",
    ],
  ])("shows %s", (_what, quote, expected) => {
    const page = html(quoting(quote)).replace(/>\s+</g, "><");
    expect(page).toContain(expected);
    if (quote.kind === "table") expect(page).not.toContain("<p>x\ty</p>");
  });

  test("shows what passages hold as what it is: code, lists, tables with their header", () => {
    const [hit] = refused.passages;
    if (hit === undefined) throw new Error("the fixture has no passage");
    const parts = [
      ["paragraph", "Bees."],
      ["code", "a\n  b"],
      ["list", "one\ntwo"],
      ["table", "x\ty\na\tb"],
      ["table", "alone"],
      ["quote", "They say."],
    ] as const;
    const text = parts.map(([, part]) => part).join("\n\n");
    const blocks = parts.map(([kind, part]) => {
      const start = text.indexOf(part);
      return { kind, start, end: start + part.length };
    });
    expect(html({ ...refused, passages: [{ ...hit, text, blocks }] }).replace(/>\s+</g, "><")).toContain(
      '<div lang="en" dir="auto"><p>Bees.</p><pre dir="ltr" tabindex="0"><code>a\n  b</code></pre>' +
        "<ul><li>one</li><li>two</li></ul>" +
        "<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>" +
        "<table><thead><tr><th>alone</th></tr></thead><tbody></tbody></table><p>They say.</p></div>",
    );
  });

  test("leaves out a quote of no passage", () => {
    expect(html(quoting({ passage: 9 }))).not.toContain("<figure>");
  });

  test("tells what was searched for instead, that a part was searched, and leads on", () => {
    const page = html({
      ...refused,
      partial: true,
      searchedFor: [{ asked: "dans<", instead: ["dance", "danse"] }],
      related: ["Why & how?"],
    });
    expect(page).toContain('<p class="byline">dans&lt; was read as dance, danse.</p>');
    expect(page).toContain('<p class="byline">Only a part was searched.</p>');
    expect(page).toContain(
      '<h2>Related</h2><ul class="questions"><li><a href="?q=Why%20%26%20how%3F" dir="auto">Why &amp; how?</a></li></ul>',
    );
    expect(page.indexOf("was read as")).toBeLessThan(page.indexOf("<h2>Answer"));
  });

  test("is one tree, with nothing left open", () => {
    const errors: string[] = [];
    fromHtml(html(quoting({ lead: { text: "First", start: 0, end: 5 } })), {
      fragment: true,
      verbose: true,
      onerror: ({ ruleId }) => {
        errors.push(String(ruleId));
      },
    });
    expect(errors).toEqual([]);
  });
});

describe("GET /ask", () => {
  const ask = (path: string, body: string | null = JSON.stringify(template)) => {
    const asked: string[] = [];
    const assets = {
      async fetch(input: RequestInfo | URL) {
        asked.push(new URL(input instanceof Request ? input.url : input).pathname);
        return new Response(body, { status: body === null ? 404 : 200 });
      },
    };
    const app = createApp(partsOf(staticEngine(async () => answerer)));
    const response = app.request(path, {}, environment({ ASSETS: assets as unknown as Fetcher }));
    return { response: Promise.resolve(response), asked };
  };

  test("is the page, with the headers of pages, and nobody keeps it", async () => {
    const { response, asked } = ask("/ask?q=Why+dance%3F&limit=2");
    const { status, headers } = await response;
    expect(status).toBe(200);
    expect(asked).toEqual([`/${askPageFile}`]);
    expect(await (await response).text()).toBe(html(refused));
    expect(headers.get("Content-Type")).toMatch(/^text\/html; charset=utf-8$/i);
    expect(headers.get("Content-Security-Policy")).toBe(pageHeaders["Content-Security-Policy"]);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test.each(["/ask", "/ask?q=", "/ask?q=%20+", "/ask?limit=2"])(
    "asks again where nothing is asked: %s",
    async (path) => {
      const response = await ask(path).response;
      expect(response.status).toBe(303);
      expect(response.headers.get("Location")).toBe("./");
    },
  );

  test("refuses what the API refuses, and needs its page", async () => {
    await problemOf(await ask("/ask?q=why&limit=21").response, 400);
    await problemOf(await ask("/ask?q=why&colour=red").response, 400);
    await problemOf(await ask("/ask?q=why", null).response, 503);
  });
});
