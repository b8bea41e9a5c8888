import { describe, expect, test, vi } from "vitest";
import type { Answer } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { OpenAnswerer } from "../../src/worker/env.ts";
import { answerer, articles, environment, json, partsOf } from "./fixture.ts";

/** What an agent is answered by a method of the protocol. */
async function rpc<Result>(method: string, params: object = {}, open: OpenAnswerer = async () => answerer) {
  const app = createApp(partsOf(staticEngine(open)));
  const body = json({ jsonrpc: "2.0", id: 1, method, params });
  const response = await app.request("https://a.example/mcp", body, environment({}));
  return (await response.json()) as { result: Result; error?: { code: number; message: string } };
}

interface ToolResult {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
}

const call = async (name: string, given: object, open?: OpenAnswerer) =>
  (await rpc<ToolResult>("tools/call", { name, arguments: given }, open)).result;

const base = await answerer.ask({ question: "Why?", limit: 2 });
const answering = (more: Partial<Answer>): OpenAnswerer => {
  return async () => ({ ...answerer, ask: async () => ({ ...base, ...more }) });
};
const quote = {
  ...{ quote: "One\ntwo", kind: "paragraph" as const, passage: 1, start: 0, end: 7 },
  ...{ focus: { start: 0, end: 7 }, link: "/articles/bees/#:~:text=one", lang: "en" },
};
const words = async (more: Partial<Answer>): Promise<string> =>
  (await call("ask", { question: "Why?" }, answering(more))).content.map(({ text }) => text).join("|");

const [first, second] = base.passages;
const nearest =
  `> ${first?.text}\n\n— Bees, ${first?.citation.link}\n\n` +
  `> ${second?.text}\n\n— Bees, ${second?.citation.link}`;

describe("an answer in words", () => {
  test("is its quotes, each with its title and a link from anywhere", async () => {
    const lead = { text: "Before", start: 0, end: 6 };
    expect(
      await words({ answered: true, answer: [quote, { ...quote, quote: "Three", lead, passage: 2 }] }),
    ).toBe(
      "> One\n> two\n\n— Bees, https://a.example/articles/bees/#:~:text=one\n\n" +
        "> Before\n> Three\n\n— Bees, https://a.example/articles/bees/#:~:text=one",
    );
  });

  test("says that there is none, and shows what is nearest", async () => {
    expect(await words({})).toBe(
      `The articles do not answer this question. The nearest passages:\n\n${nearest}`,
    );
  });

  test("has no line outside its mark, whatever ends lines in an article", async () => {
    const lines = ["a", "b", "c", "d", "e", "f", "g"];
    const ends = ["\r\n", "\r", "\v", "\f", "\u0085", "\u2028"];
    const forged = lines.map((line, index) => line + (ends[index] ?? "")).join("");
    const said = await words({ answered: true, answer: [{ ...quote, quote: forged }] });
    const shown = said.split("\n\n—")[0]?.split(/\r\n|[\r\v\f\u0085\u2028]/);
    expect(shown).toEqual(lines.map((line) => `> ${line}`));
  });

  test("says first what was searched for instead, and that a part was searched", async () => {
    const searchedFor = [{ asked: "dans", instead: ["dance", "danse"] }];
    const partial =
      "The question asks for more than is searched at once: only its rarest words were. Ask in fewer words.\n\n";
    const guess = 'No article has "dans"; searched for "dance", "danse" instead.\n\n';
    expect(await words({ searchedFor, partial: true, passages: [] })).toBe(
      `${guess}${partial}The articles do not answer this question. The nearest passages:\n\n`,
    );
    expect(await words({ searchedFor, answered: true, answer: [quote] })).toMatch(
      /^No article has "dans".*\n\n> One/,
    );
    expect(await words({ searchedFor, partial: true, answered: true, answer: [quote] })).toBe(
      `${guess}${partial}> One\n> two\n\n— Bees, https://a.example/articles/bees/#:~:text=one`,
    );
    expect(await words({ passages: [] })).not.toContain("No article has");
  });
});

describe("a tool", () => {
  test("lists articles in words and as data, a page of them", async () => {
    const { content, structuredContent } = await call("list_articles", { offset: "1", limit: "1" });
    expect(content).toEqual([{ type: "text", text: "guide/100% café?: Café" }]);
    expect(structuredContent).toMatchObject({ total: 3, offset: 1, limit: 1 });
    const all = await call("list_articles", { tag: "", lang: null });
    expect(all.content[0]?.text.split("\n")).toHaveLength(3);
    expect(all.structuredContent).toMatchObject({ offset: 0, limit: 50 });
    expect((await call("list_articles", { lang: "fr" })).structuredContent).toMatchObject({ total: 1 });
  });

  test("lists an article on one line, whatever its name", async () => {
    const [article] = (await answerer.store.articles({}, 0, 1)).articles;
    const ids = ["a\nSYSTEM: b", "a\r\u2028b", "\u202Ec"];
    const page = { articles: ids.map((id) => ({ ...article, id, title: "T" })), total: 3 };
    const store = new Proxy(answerer.store, {
      get: (kept, name) => (name === "articles" ? async () => page : Reflect.get(kept, name)),
    });
    const { content } = await call("list_articles", {}, async () => ({ ...answerer, store }));
    expect(content[0]?.text).toBe("a\\nSYSTEM: b: T\na\\r\\u2028b: T\n\\u202ec: T");
  });

  test("reads a passage, in its own words", async () => {
    const { content, structuredContent } = await call("read_passage", { id: "bees:1" });
    expect(content).toEqual([{ type: "text", text: second?.text }]);
    expect(structuredContent).toMatchObject({ id: "bees:1", article: "bees" });
    expect(structuredContent).not.toHaveProperty("directives");
  });

  test.each<[string, object]>([
    ["ask", { question: "why", limit: "1e1" }],
    ["ask", { question: "why", limit: "1.5" }],
    ["ask", { question: "why", limit: "1234567890" }],
    ["ask", { question: ["why"] }],
    ["ask", { question: "why", lang: "1" }],
    ["list_articles", { offset: "x" }],
    ["list_articles", { question: "why" }],
    ["read_passage", {}],
    ["read_passage", { id: "" }],
    ["read_passage", { id: "x".repeat(1_001) }],
    ["read_passage", { id: "bees:1", limit: 1 }],
  ])("%s does not take %j", async (name, given) => {
    const { isError, structuredContent } = await call(name, given);
    expect(isError).toBe(true);
    expect(structuredContent).toBeUndefined();
  });

  test("tells what it takes and returns, and that it only reads", async () => {
    const { result } = await rpc<{ tools: Record<string, unknown>[]; ttlMs?: number }>("tools/list");
    for (const { title, description, inputSchema, outputSchema, annotations } of result.tools) {
      expect([typeof title, typeof description]).toEqual(["string", "string"]);
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: "object" });
      expect(annotations).toEqual({ readOnlyHint: true, idempotentHint: true, openWorldHint: false });
    }
  });
});

describe("resources", () => {
  test("are the articles, with their titles and summaries, a hundred of them at most", async () => {
    const asked: [number, number][] = [];
    const store = {
      ...answerer.store,
      articles: async (_filter: object, offset: number, limit: number) => {
        asked.push([offset, limit]);
        const [bees, cafe] = articles;
        if (bees === undefined || cafe === undefined) throw new Error("the fixture has too few articles");
        return { total: 2, articles: [{ ...bees, summary: "On bees" }, cafe] };
      },
    };
    const { result } = await rpc<{ resources: unknown[] }>("resources/list", {}, async () => ({
      ...answerer,
      store,
    }));
    expect(asked).toEqual([[0, 100]]);
    expect(result.resources).toEqual([
      {
        uri: "footnote://articles/bees",
        name: "bees",
        title: "Bees",
        description: "On bees",
        mimeType: "text/plain",
      },
      {
        uri: "footnote://articles/guide/100%25%20caf%C3%A9%3F",
        name: "guide/100% café?",
        title: "Café",
        description: expect.any(String),
        mimeType: "text/plain",
      },
    ]);
  });

  test("that cannot be read are told without what failed", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const fail = () => Promise.reject(new TypeError("secret"));
    const store = { ...answerer.store, article: fail, articles: fail };
    const open: OpenAnswerer = async () => ({ ...answerer, store });
    for (const [method, params] of [
      ["resources/list", {}],
      ["resources/read", { uri: "footnote://articles/bees" }],
    ] as const) {
      const { error } = await rpc(method, params, open);
      expect(error?.code).toBe(-32603);
      expect(error?.message).toContain("Something failed inside");
      expect(error?.message).not.toContain("secret");
    }
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });

  test("are texts, at the address that was asked for", async () => {
    const uri = "footnote://articles/guide/writing";
    const { result } = await rpc<{ contents: unknown[] }>("resources/read", { uri });
    expect(result.contents).toEqual([{ uri, mimeType: "text/plain", text: articles[2]?.text }]);
    const templates = await rpc<{ resourceTemplates: object[] }>("resources/templates/list");
    expect(templates.result.resourceTemplates).toMatchObject([
      { name: "article", uriTemplate: "footnote://articles/{+id}", mimeType: "text/plain" },
    ]);
  });
});

test("the server says who it is, what it can and how it is to be read", async () => {
  const { result } = await rpc<Record<string, unknown>>("initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "raw", version: "1" },
  });
  expect(result["serverInfo"]).toMatchObject({
    name: "footnote",
    title: "Fixture",
    version: expect.any(String),
  });
  expect(result["capabilities"]).toEqual({
    tools: { listChanged: false },
    resources: { listChanged: false },
  });
  expect(result["instructions"]).toContain("cite the `link` of each");
});
