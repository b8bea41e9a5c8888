import { expect, test } from "vitest";
import { describeServer } from "../../src/worker/agents/server-card.ts";

const described = { address: "https://docs.bees.example/help", title: "Bees & co" };

const at = (path: string, where = described) => JSON.parse(describeServer(path, where)?.body ?? "");

test("a card names its host in reverse and leads to the MCP server", () => {
  expect(at("/mcp/server-card")).toMatchObject({
    $schema: "https://static.modelcontextprotocol.io/schemas/v2/server-card.schema.json",
    name: "example.bees.docs/footnote",
    title: "Bees & co",
    websiteUrl: "https://docs.bees.example/help/",
    remotes: [{ type: "streamable-http", url: "https://docs.bees.example/help/mcp" }],
  });
  expect(at("/mcp/server.json")).toMatchObject({ name: "example.bees.docs/footnote" });
  expect(at("/.well-known/mcp/catalog.json").entries).toEqual([
    {
      identifier: "urn:air:docs.bees.example:footnote",
      displayName: "Bees & co",
      type: "application/mcp-server-card+json",
      url: "https://docs.bees.example/help/mcp/server-card",
    },
  ]);
});

test.each(["http://127.0.0.1:8787", "http://localhost", "http://[::1]:80", "https://bücher.example"])(
  "what %s and a title of any length make is within what the schema allows",
  (address) => {
    const card = at("/mcp/server-card", { address, title: "A title of many words ".repeat(20) });
    expect(card.name).toMatch(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
    for (const text of [card.title, card.description]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(100);
    }
  },
);

test.each(["/.well-known/mcp/other.json", "/.well-known/mcp/constructor", "constructor"])(
  "nothing is at %s",
  (path) => {
    expect(describeServer(path, described)).toBeUndefined();
  },
);
