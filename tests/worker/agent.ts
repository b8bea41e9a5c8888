import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
// The test runner compiles it on its first import, which takes longer than a request may.
import "../../dist/agents.js";
import type { Fetch } from "./fixture.ts";

/**
 * The official client, connected to a service.
 * @param headers sent with every request.
 */
export async function connectAgent(
  fetch: Fetch,
  headers: Readonly<Record<string, string>> = {},
  mode: "legacy" | "auto" = "auto",
): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  const transport = new StreamableHTTPClientTransport(new URL("https://service.invalid/mcp"), {
    fetch: (input, init) => fetch(String(input), init),
    requestInit: { headers },
  });
  await client.connect(transport);
  return client;
}
