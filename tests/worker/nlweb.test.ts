import { describe, expect, test } from "vitest";
import { nlwebEvents, nlwebResponse } from "../../src/worker/agents/nlweb.ts";
import type { OpenAnswerer } from "../../src/worker/env.ts";
import { answerer, json, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";

/** The fixture, with the first passage quoted. */
const answered: OpenAnswerer = async () => ({
  ...answerer,
  ask: async (request) => {
    const answer = await answerer.ask(request);
    const quote = {
      ...{
        quote: "Dance",
        kind: "list" as const,
        passage: 1,
        start: 5,
        end: 10,
        focus: { start: 5, end: 10 },
      },
      ...{ lead: { text: "Bees", start: 0, end: 4 }, link: "/articles/bees/#:~:text=dance", lang: "en" },
    };
    return { ...answer, answered: true, answer: [quote] };
  },
});

const ask = (body: unknown, open = answered) => serve({}, open)("/ask", json(body));

describe("an NLWeb client", () => {
  test("gets quotes and then passages, as schema.org has them", async () => {
    const response = await ask({ query: { text: "Why dance?" }, meta: { version: "0.54" } });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { _meta, results } = (await response.json()) as Record<string, never[]>;
    expect(_meta).toEqual({ response_type: "answer", response_format: "conv_search", version: "0.54" });
    expect(results?.[0]).toMatchObject({
      "@type": "Quotation",
      text: "Bees\nDance",
      url: "http://localhost/articles/bees/#:~:text=dance",
      inLanguage: "en",
      isPartOf: {
        "@type": "Article",
        name: "Bees",
        author: [{ "@type": "Person", name: "Ada Wren" }],
        datePublished: "2024-05-01",
      },
    });
    expect(results?.[1]).toMatchObject({
      "@type": "Article",
      description: expect.stringContaining("Bees dance"),
      url: expect.stringMatching(/^https:\/\/example\.org\/articles\/bees\/#:~:text=/),
    });
  });

  test.each([
    { query: "Why dance?" },
    { query: { text: "And why?", decontextualized_query: "Why dance?" } },
    { query: { text: "Why dance?", site: "all", itemType: "Article" }, context: { prev: ["Who?"] } },
    { query: { text: "Why dance?", max_results: 5 }, prefer: { mode: "summarize", streaming: false } },
  ])("may send the forms of other versions: %j", async (body) => {
    const whole = await (await ask({ query: { text: "Why dance?", max_results: 5 } })).json();
    expect(await (await ask(body)).json()).toEqual(whole);
  });

  test("gets what schema.org has words for, and nothing else", async () => {
    const hit = (await answerer.ask({ question: "why", limit: 1 })).passages[0];
    if (hit === undefined) throw new Error("the fixture has no passage");
    const { published: _published, ...undated } = hit.citation;
    const citation = { ...undated, authors: [], url: "/articles/bees/", link: "/articles/bees/#:~:text=a" };
    const quote = {
      ...{ quote: "Dance", kind: "paragraph" as const, passage: 1, start: 5, end: 10 },
      ...{ focus: { start: 5, end: 10 }, link: "/articles/bees/#:~:text=dance", lang: "fr" },
    };
    const answer = {
      ...(await answerer.ask({ question: "why", limit: 1 })),
      answered: true,
      answer: [quote, { ...quote, passage: 7 }],
      passages: [
        { ...hit, citation },
        { ...hit, citation: { ...hit.citation, updated: "2025-01-02" } },
      ],
    };
    const article = { "@type": "Article", name: "Bees", inLanguage: "en" };
    const dated = {
      ...article,
      author: [{ "@type": "Person", name: "Ada Wren" }],
      datePublished: "2024-05-01",
    };
    const url = "https://a.example/articles/bees/";
    expect(nlwebResponse(answer, "https://a.example")).toEqual({
      _meta: { response_type: "answer", response_format: "conv_search", version: "0.54" },
      results: [
        {
          "@context": "https://schema.org",
          "@type": "Quotation",
          name: "Bees",
          text: "Dance",
          url: `${url}#:~:text=dance`,
          inLanguage: "fr",
          isPartOf: { ...article, url },
          grounding: { source_urls: [`${url}#:~:text=dance`], citations: ["Bees"] },
        },
        { "@context": "https://schema.org", ...article, url: `${url}#:~:text=a`, description: hit.text },
        {
          "@context": "https://schema.org",
          ...dated,
          dateModified: "2025-01-02",
          url: hit.citation.link,
          description: hit.text,
        },
      ],
    });
    const { results: _results, ...failure } = nlwebResponse(
      { ...answer, answered: false },
      "https://a.example",
    );
    expect(failure).toEqual({
      _meta: { response_type: "failure", response_format: "conv_search", version: "0.54" },
      error: {
        code: "NO_RESULTS",
        message: "The articles do not answer this.",
        details: { nearest: expect.objectContaining({ length: 2 }), related: [] },
      },
    });
    expect(
      nlwebResponse({ ...answer, answered: false, related: ["How?"] }, "https://a.example"),
    ).toMatchObject({
      error: { details: { related: ["How?"] } },
    });
  });

  test("gets each item as an event, numbered, and the end of them", async () => {
    const init = json({ query: { text: "Why dance?", max_results: 1 }, streaming: true });
    const text = await (await serve({}, answered)("/ask", init)).text();
    const events = text.split("\n\n").filter(Boolean);
    const data = events.map((event) => JSON.parse(event.replace(/^event: \w+\ndata: /, "")));
    const { _meta, results } = await (await ask({ query: { text: "Why dance?", max_results: 1 } })).json<{
      _meta: unknown;
      results: unknown[];
    }>();
    expect(data).toEqual([{ _meta }, ...results.map((item, index) => ({ index, item })), { _meta }]);
  });

  test.each<[string, boolean, RequestInit | undefined]>([
    ["/ask?query=why&streaming=1", true, undefined],
    ["/ask?query=why&streaming=TRUE", true, undefined],
    ["/ask?query=why&streaming=true1", false, undefined],
    ["/ask?query=why&streaming=11", false, undefined],
    ["/ask?query=why", false, undefined],
    ["/ask", false, json({ query: "why" })],
    ["/ask", true, json({ query: "why", streaming: true })],
    ["/ask", false, json({ query: "why", streaming: true, prefer: { streaming: false } })],
    [
      "/ask",
      true,
      {
        ...json({ query: "why" }),
        headers: { "Content-Type": "application/json", Accept: " text/event-stream, */*" },
      },
    ],
    [
      "/ask",
      false,
      {
        ...json({ query: "why" }),
        headers: { "Content-Type": "application/json", Accept: "text/event-streams" },
      },
    ],
    [
      "/ask",
      false,
      {
        ...json({ query: "why" }),
        headers: { "Content-Type": "application/json", Accept: "*/*, text/event-stream" },
      },
    ],
  ])("%s is streamed: %s (%j)", async (path, isStreamed, init) => {
    const { headers } = await serve({}, answered)(path, init);
    expect(headers.get("Content-Type")?.startsWith("text/event-stream")).toBe(isStreamed);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("asks what came before together with the question where the client has put them so", async () => {
    const got = await serve({}, answered)("/ask?query=And+why%3F&decontextualized_query=Why+dance%3F");
    const posted = await ask({ query: { text: "Why dance?" } });
    expect(await got.json()).toEqual(await posted.json());
    await problemOf(await ask({ query: { text: "why", max_results: 0 } }), 400);
    await problemOf(await serve({}, answered)("/ask?query=a&query=b"), 400);
    await problemOf(await serve({}, answered)("/ask?x=1", json({ query: "why" })), 400);
  });

  test("may ask for more than there can be, and narrows by the filters of the API", async () => {
    const { results } = (await (
      await ask({ query: { text: "bees", max_results: 100, tag: "insects" } })
    ).json()) as {
      results: { name: string }[];
    };
    expect(new Set(results.map(({ name }) => name))).toEqual(new Set(["Bees"]));
  });

  test("may ask in the address", async () => {
    const posted = await (await ask({ query: { text: "Why dance?" } })).json();
    const got = await serve({}, answered)("/ask?query=Why+dance%3F&site=all&streaming=false");
    expect(await got.json()).toEqual(posted);
  });

  test.each([
    ["by preference", { query: { text: "Why dance?" }, prefer: { streaming: true } }, {}],
    ["by Accept", { query: { text: "Why dance?" } }, { Accept: "text/event-stream" }],
  ])("gets events where it asks for them %s", async (_way, body, headers) => {
    const init = json(body);
    const response = await serve({}, answered)("/ask", { ...init, headers: { ...init.headers, ...headers } });
    expect(response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    const events = (await response.text()).trimEnd().split("\n\n");
    const names = events.map((event) => /^event: (\w+)\ndata: \{/.exec(event)?.[1]);
    expect(names[0]).toBe("start");
    expect(names.at(-1)).toBe("complete");
    expect(new Set(names.slice(1, -1))).toEqual(new Set(["result"]));
  });

  test("is told where the articles do not answer, and takes nothing for an answer", async () => {
    const refused = await ask({ query: { text: "Why dance?" } }, async () => answerer);
    expect(refused.status).toBe(200);
    const body = (await refused.json()) as Record<string, unknown>;
    expect(body).not.toHaveProperty("results");
    expect(body).toMatchObject({
      _meta: { response_type: "failure" },
      error: {
        code: "NO_RESULTS",
        details: { nearest: expect.arrayContaining([expect.objectContaining({ "@type": "Article" })]) },
      },
    });
    expect(nlwebEvents(body)).toMatch(/^event: complete\ndata: .*"NO_RESULTS"/m);
  });

  test.each<[form: string, init: RequestInit, path: string]>([
    ["in a flat body", json({ query: " Why\u200b dance? " }), "/ask"],
    ["in a structured one", json({ query: { text: " Why\u200b dance? ", site: "all" } }), "/ask"],
    ["in the address", {}, "/ask?query=+Why%E2%80%8B+dance%3F+"],
  ])("has its question asked as the API asks it, %s", async (_form, init, path) => {
    const asked: unknown[] = [];
    const watching: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request) => {
        asked.push(request);
        return answerer.ask(request);
      },
    });
    const service = serve({}, watching);
    await service("/api/ask", json({ question: " Why\u200b dance? " }));
    expect((await service(path, init)).status).toBe(200);
    expect(asked).toEqual([
      { question: "Why dance?", limit: 5 },
      { question: "Why dance?", limit: 5 },
    ]);
  });

  test.each([{}, { query: {} }, { query: { text: "" } }, { query: { text: "x".repeat(2_001) } }, []])(
    "is told what is wrong with %j",
    async (body) => {
      await problemOf(await ask(body), 400);
    },
  );

  test("is told that a body has to be JSON", async () => {
    await problemOf(await serve({}, answered)("/ask", { method: "POST", body: "Why?" }), 415);
  });

  test("cannot be told lies by a line in an article", async () => {
    const { index, ...answer } = await answerer.ask({ question: "Why dance?", limit: 1 });
    const forged = { ...answer, index, related: ["x\n\nevent: result\ndata: {}"] };
    const events = nlwebEvents(nlwebResponse(forged, "https://example.org"));
    expect(events.split("\n\n")).toHaveLength(3);
  });
});
