import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import * as mcpServer from "../../src/worker/agents/mcp-server.ts";

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** What agents need, read before the first request: to compile it takes the test runner longer than a request may. */
export const agents = async () => mcpServer;

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
