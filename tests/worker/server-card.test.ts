import { Hono } from "hono/tiny";
import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { describeServer } from "../../src/worker/agents/server-card.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { AppEnv } from "../../src/worker/env.ts";
import { answerer, environment, partsOf } from "./fixture.ts";

const described = { address: "https://docs.bees.example/help", title: "Bees" };
const shared = {
  name: "example.bees.docs/footnote",
  title: "Bees",
  description: "Answers questions in the very words of the articles of Bees, with citations",
  version,
  websiteUrl: "https://docs.bees.example/help/",
  remotes: [{ type: "streamable-http", url: "https://docs.bees.example/help/mcp" }],
};
const card = {
  $schema: "https://static.modelcontextprotocol.io/schemas/v2/server-card.schema.json",
  ...shared,
};
const cardType = "application/mcp-server-card+json";

describe("what describes the MCP server", () => {
  test.each([
    ["/mcp/server-card", card, cardType],
    ["/.well-known/mcp/server-card.json", card, cardType],
    [
      "/mcp/server.json",
      { $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json", ...shared },
      "application/json",
    ],
    [
      "/.well-known/mcp/catalog.json",
      {
        specVersion: "draft",
        entries: [
          {
            identifier: "urn:air:docs.bees.example:footnote",
            displayName: "Bees",
            type: cardType,
            url: "https://docs.bees.example/help/mcp/server-card",
          },
        ],
      },
      "application/json",
    ],
  ])("is at %s", (path, document, type) => {
    const found = describeServer(path, described);
    expect(JSON.parse(found?.body ?? "null")).toEqual(document);
    expect(found?.type).toBe(type);
  });

  test.each(["/mcp", "/.well-known/mcp/other.json", "/.well-known/mcp/__proto__", "constructor", ""])(
    "is not at %s",
    (path) => {
      expect(describeServer(path, described)).toBeUndefined();
    },
  );

  test.each([
    ["http://localhost:8787", "localhost/footnote"],
    ["http://[::1]:8787", "1/footnote"],
    ["http://[::]:8787", "localhost/footnote"],
    ["http://127.0.0.1", "1.0.0.127/footnote"],
    ["https://a_b.example", "example.ab/footnote"],
  ])("names a server at %s %s", (address, name) => {
    const { name: given } = JSON.parse(
      describeServer("/mcp/server.json", { ...described, address })?.body ?? "",
    );
    expect(given).toBe(name);
  });

  test("cuts a title that is too long", () => {
    const titleOf = (title: string): string =>
      JSON.parse(describeServer("/mcp/server.json", { ...described, title })?.body ?? "").title;
    expect(titleOf("x".repeat(100))).toBe("x".repeat(100));
    expect(titleOf("x".repeat(101))).toBe(`${"x".repeat(99)}…`);
  });

  test("is found below the path of a service, with that path in it", async () => {
    const app = new Hono<AppEnv>().route(
      "/help",
      createApp({ ...partsOf(staticEngine(async () => answerer)), base: "/help" }),
    );
    const found = await app.request("https://a.example/help/mcp/server.json", {}, environment({}));
    expect(await found.json()).toMatchObject({ remotes: [{ url: "https://a.example/help/mcp" }] });
  });

  test("is found over HTTP, and nothing else beside it", async () => {
    const app = createApp(partsOf(staticEngine(async () => answerer)));
    const get = (path: string) => app.request(`https://a.example${path}`, {}, environment({}));
    const found = await get("/mcp/server.json");
    expect(found.headers.get("Cache-Control")).toBe("public, max-age=3600");
    expect(await found.json()).toMatchObject({ title: "Fixture", websiteUrl: "https://a.example/" });
    expect((await get("/.well-known/mcp/nothing.json")).status).toBe(404);
  });
});
