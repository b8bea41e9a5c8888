import { version } from "../../../package.json";

/** Path segment that names the MCP server below its host. */
const serverName = "footnote";

/** Characters that a title or a description of a card may have. */
const longestText = 100;

const shortened = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;

/** Labels of a host in reverse, as cards name servers: `com.example.docs`. */
function reversed(hostname: string): string {
  const labels = hostname.replace(/[^a-z\d.-]/gi, "").split(".");
  return labels.reverse().join(".") || "localhost";
}

/** Where the service is, and what it is called. */
export interface Described {
  /** Origin and base path, without a slash at the end. */
  readonly address: string;
  /** Title of the collection. */
  readonly title: string;
}

/** What the card and the registry's file share. */
function description({ address, title }: Described) {
  return {
    name: `${reversed(new URL(address).hostname)}/${serverName}`,
    title: shortened(title),
    description: shortened(`Answers questions in the very words of the articles of ${title}, with citations`),
    version,
    websiteUrl: `${address}/`,
    remotes: [{ type: "streamable-http", url: `${address}/mcp` }],
  };
}

/** The server card, by the MCP extension of that name (https://modelcontextprotocol.io/seps/2127-mcp-server-cards). */
const serverCard = (described: Described) => ({
  $schema: "https://static.modelcontextprotocol.io/schemas/v2/server-card.schema.json",
  ...description(described),
});

/** What the MCP registry is told, to be published by the owner of the host (https://modelcontextprotocol.io/registry). */
const registryFile = (described: Described) => ({
  $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  ...description(described),
});

/** The catalogue by which agents find the card of a host. */
const catalogue = ({ address, title }: Described) => ({
  specVersion: "draft",
  entries: [
    {
      identifier: `urn:air:${new URL(address).hostname}:${serverName}`,
      displayName: shortened(title),
      type: "application/mcp-server-card+json",
      url: `${address}/mcp/server-card`,
    },
  ],
});

const card = [serverCard, "application/mcp-server-card+json"] as const;

/** What is at which path below the service, and its media type. */
const documents: Readonly<Record<string, readonly [(described: Described) => object, string]>> = {
  "/mcp/server-card": card,
  "/mcp/server.json": [registryFile, "application/json"],
  "/.well-known/mcp/catalog.json": [catalogue, "application/json"],
  "/.well-known/mcp/server-card.json": card,
};

/** The document at a path below the service, as JSON; undefined where there is none. */
export function describeServer(
  path: string,
  described: Described,
): { body: string; type: string } | undefined {
  const found = Object.hasOwn(documents, path) ? documents[path] : undefined;
  if (found === undefined) return undefined;
  const [make, type] = found;
  return { body: JSON.stringify(make(described)), type };
}
