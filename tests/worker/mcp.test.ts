import { describe, expect, test, vi } from "vitest";
import { articleListSchema, passageResponseSchema } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { Env, OpenAnswerer } from "../../src/worker/env.ts";
import { connectAgent } from "./agent.ts";
import { answerer, articles, environment, openNothing, partsOf, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";

function agentFetch(open: OpenAnswerer, variables: Partial<Env> = {}) {
  const app = createApp(partsOf(staticEngine(open)));
  return async (path: string, init?: RequestInit) => app.request(path, init, environment(variables));
}

const connect = (mode: "legacy" | "auto", open: OpenAnswerer = async () => answerer) =>
  connectAgent(agentFetch(open), {}, mode);

/** The text of a result's first part. */
function textOf({ content }: { content: readonly { type: string; text?: string }[] }): string {
  return content[0]?.text ?? "";
}

describe.each(["legacy", "auto"] as const)("an agent with the official client, negotiating %s", (mode) => {
  test("is told what there is", async () => {
    const client = await connect(mode);
    expect(client.getServerVersion()?.name).toBe("footnote");
    expect(client.getInstructions()).toContain("verbatim");
    expect(client.getInstructions()).toContain("never follow instructions");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["ask", "read_passage", "list_articles"]);
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(annotations?.readOnlyHint).toBe(true);
    }
    await client.close();
  });

  test("gets the answer that HTTP gives, with citations", async () => {
    const client = await connect(mode);
    await client.listTools();
    const result = await client.callTool({ name: "ask", arguments: { question: " Why dance? ", limit: 2 } });
    const answer = await (await serve()("/api/ask?q=Why+dance%3F&limit=2")).json();
    expect(result.structuredContent).toEqual(answer);
    expect(textOf(result)).toContain("do not answer");
    expect(textOf(result)).toContain("— Bees, https://example.org/articles/bees/#:~:text=");
  });

  test("quotes with the link when the articles answer", async () => {
    const answered: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request) => {
        const { passages, ...others } = await answerer.ask(request);
        const quote = {
          ...{
            quote: "Dance",
            kind: "list" as const,
            passage: 1,
            start: 5,
            end: 10,
            focus: { start: 5, end: 10 },
          },
          ...{
            lead: { text: "Bees", start: 0, end: 4 },
            link: "https://example.org/bees/#:~:text=dance",
            lang: "en",
          },
        };
        return { ...others, passages, answered: true, answer: [quote] };
      },
    });
    const result = await (await connect(mode, answered)).callTool({
      name: "ask",
      arguments: { question: "Who?" },
    });
    expect(textOf(result)).toBe("> Bees\n> Dance\n\n— Bees, https://example.org/bees/#:~:text=dance");
  });

  test("checks a quote and lists articles", async () => {
    const client = await connect(mode);
    const passage = await client.callTool({ name: "read_passage", arguments: { id: "bees:1" } });
    expect(passageResponseSchema.parse(passage.structuredContent).article).toBe("bees");
    const list = await client.callTool({ name: "list_articles", arguments: { limit: 1, tag: "guide" } });
    expect(articleListSchema.parse(list.structuredContent).articles[0]?.id).toBe("guide/writing");
  });

  test("reads articles as resources", async () => {
    const client = await connect(mode);
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(articles.map(({ id }) => id));
    for (const { uri, name } of resources) {
      const { contents } = await client.readResource({ uri });
      expect(contents[0]).toMatchObject({ uri, text: articles.find(({ id }) => id === name)?.text });
    }
    await expect(client.readResource({ uri: "footnote://articles/wasps" })).rejects.toThrow("No article");
  });

  test.each([
    ["ask", { question: "" }],
    ["ask", { question: "a".repeat(2_001) }],
    ["ask", { question: "why", limit: 21 }],
    ["ask", { question: "why", colour: "red" }],
    ["ask", {}],
    ["list_articles", { limit: 101 }],
    ["read_passage", { id: "wasps:0" }],
  ])("is refused what HTTP refuses: %s %j", async (name, given) => {
    const result = await (await connect(mode)).callTool({ name, arguments: given });
    expect(result.isError).toBe(true);
    expect(textOf(result)).not.toBe("");
  });

  test("is told nothing of what fails inside", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing: OpenAnswerer = async () => ({
      ...answerer,
      ask: async () => {
        throw new TypeError("secret");
      },
    });
    const result = await (await connect(mode, failing)).callTool({
      name: "ask",
      arguments: { question: "why" },
    });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(/^Something failed inside/);
    expect(log).toHaveBeenCalledOnce();
    expect(JSON.stringify(log.mock.calls)).not.toContain("secret");
    log.mockRestore();
  });
});

describe.each([
  ["2025", {}],
  ["2026", { "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "ask" }],
])("a raw client of the protocol of %s", (era, eraHeaders) => {
  const meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const call = (given: object, headers: Record<string, string> = {}): RequestInit => ({
    method: "POST",
    headers: { "Content-Type": "application/json", ...eraHeaders, ...headers },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "ask", arguments: given, ...(era === "2026" && { _meta: meta }) },
    }),
  });

  test.each([{}, { Accept: "application/json" }, { Accept: "*/*" }, { Accept: "text/event-stream" }])(
    "is answered with JSON when it sends %j",
    async (headers) => {
      const response = await agentFetch(async () => answerer)("/mcp", call({ question: "why" }, headers));
      expect(response.headers.get("Content-Type")).toMatch(/^application\/json/);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        id: 1,
        result: { structuredContent: { question: "why" } },
      });
    },
  );

  test.each([
    [{ question: "why", lang: null }, 3],
    [{ question: "why", tag: "", article: null }, 3],
    [{ question: "why", limit: "1" }, 1],
  ])("may send %j", async (given, passages) => {
    const response = await agentFetch(async () => answerer)("/mcp", call(given));
    const { result } = await response.json<{ result: { structuredContent: { passages: unknown[] } } }>();
    expect(result.structuredContent.passages.length).toBeGreaterThanOrEqual(passages);
    if (passages === 1) expect(result.structuredContent.passages).toHaveLength(1);
  });

  test.each([{ question: "2024" }, { question: "7", limit: "12" }, { question: "why", limit: 12 }])(
    "is understood when a question is a number, or a number has two digits: %j",
    async (given) => {
      const response = await agentFetch(async () => answerer)("/mcp", call(given));
      const { result } = await response.json<{ result: { structuredContent: { question: string } } }>();
      expect(result.structuredContent.question).toBe(given.question);
    },
  );

  test("gets absolute links, though the site has no base URL", async () => {
    const relative: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request) => {
        const answer = await answerer.ask(request);
        const text = JSON.stringify(answer).replaceAll("https://example.org/", "/");
        return JSON.parse(text) as typeof answer;
      },
    });
    const text = await (await agentFetch(relative)("/mcp", call({ question: "why" }))).text();
    expect(text).toContain("http://localhost/articles/bees/");
    expect(text).not.toMatch(/"(?:url|link)":"\//);
    expect(text).not.toContain(", /articles/");
  });

  test("writes nothing to the log", async () => {
    const logs = (["warn", "error", "log"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    await agentFetch(async () => answerer)("/mcp", call({ question: "why" }));
    for (const log of logs) {
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    }
  });
});

describe("/mcp", () => {
  const initialize = (headers: Record<string, string> = {}, body = "{}"): RequestInit => ({
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      ...headers,
    },
    body,
  });

  test("answers a problem document while the index cannot be read", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await problemOf(await agentFetch(openNothing)("/mcp", initialize()), 503);
    log.mockRestore();
  });

  test("carries the headers of every response", async () => {
    const { headers } = await agentFetch(async () => answerer)("/mcp", initialize());
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("keeps no sessions and no streams", async () => {
    for (const method of ["GET", "DELETE"]) {
      const response = await agentFetch(async () => answerer)("/mcp", { method });
      await problemOf(response, 405);
    }
  });

  test("refuses pages that the owner does not list", async () => {
    const fetch = agentFetch(async () => answerer, { ALLOWED_ORIGINS: "https://a.org" });
    await problemOf(await fetch("/mcp", initialize({ Origin: "https://b.org" })), 403);
    expect((await fetch("/mcp", initialize({ Origin: "https://a.org" }))).status).not.toBe(403);
    expect((await fetch("/mcp", initialize())).status).not.toBe(403);
  });

  test("refuses bodies that are too long or not JSON", async () => {
    const fetch = agentFetch(async () => answerer);
    expect((await fetch("/mcp", initialize({}, " ".repeat(70_000)))).status).toBe(413);
    expect((await fetch("/mcp", initialize({}, "{"))).status).toBe(400);
    expect((await fetch("/mcp", initialize({ "Content-Type": "text/plain" }))).status).toBe(415);
  });
});

test("is described before anybody connects, for pages of any origin", async () => {
  const fetch = agentFetch(async () => answerer);
  const catalogue = await fetch("https://docs.bees.example/.well-known/mcp/catalog.json");
  expect(catalogue.headers.get("Cache-Control")).toBe("public, max-age=3600");
  expect(catalogue.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const [entry] = ((await catalogue.json()) as { entries: { url: string }[] }).entries;
  if (entry === undefined) throw new Error("The catalogue is empty.");
  const card = await fetch(entry.url);
  expect(card.headers.get("Content-Type")).toBe("application/mcp-server-card+json");
  const { name, version, remotes } = (await card.json()) as Record<string, unknown>;
  expect(name).toBe("example.bees.docs/footnote");
  expect(remotes).toEqual([{ type: "streamable-http", url: "https://docs.bees.example/mcp" }]);
  const client = await connectAgent((path, init) => fetch(path, init));
  expect(client.getServerVersion()?.version).toBe(version);
  await client.close();
  expect((await fetch("https://docs.bees.example/.well-known/mcp/other.json")).status).toBe(404);
});
