import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { Answerer } from "../../answer/answer.ts";
import type * as agentCode from "../agents/mcp-server.ts";
import type { AgentService } from "../agents/mcp-server.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { publicHour } from "../http/headers.ts";
import { ProblemError, toProblem } from "../http/problem.ts";
import { maximumBatchLength, receivedBody, refuseQuery } from "../http/request.ts";
import { recordWithIds } from "../insights/record.ts";
import { readPassage } from "./passages.ts";
import { answerTimed } from "./timed-answer.ts";

/** Loads the code for agents. */
export type OpenAgents = () => Promise<typeof agentCode>;

/**
 * `POST /mcp`: the same answers for agents, by the Model Context Protocol over streamable HTTP
 * (https://modelcontextprotocol.io). Stateless: there is no session.
 */
export function mcpRoutes(open: OpenAnswerer, agents: OpenAgents): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (context) => {
    refuseQuery(context.req.url);
    refuseForeignOrigin(context.req.header("Origin"), context.env);
    // Readers with a browser need none of this code, so it is loaded lazily.
    const { answerAgent } = await agents();
    const service = serviceOf(await open(context), context);
    const { url, headers } = context.req.raw;
    const body = receivedBody(context, maximumBatchLength);
    return answerAgent(new Request(url, { method: "POST", headers, body }), service);
  });
}

/** Documents that describe the MCP server before anybody connects to it, by the paths below the service. */
const descriptions = {
  "/mcp/server-card": ["serverCard", "application/mcp-server-card+json"],
  "/mcp/server.json": ["registryFile", "application/json"],
  "/.well-known/mcp/catalog.json": ["catalogue", "application/json"],
  "/.well-known/mcp/server-card.json": ["serverCard", "application/mcp-server-card+json"],
} as const;

/** The server card, the catalogue that leads to it, and what the registry is told. */
export function cardRoutes(open: OpenAnswerer, agents: OpenAgents, base: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const [path, [name, type]] of Object.entries(descriptions)) {
    app.get(path, async (context) => {
      const [code, { store }] = await Promise.all([agents(), open(context)]);
      const address = new URL(context.req.url).origin + base;
      const body = JSON.stringify(code[name]({ address, title: store.info.title }));
      return context.body(body, 200, { "Content-Type": type, ...publicHour });
    });
  }
  return app;
}

function serviceOf(answerer: Answerer, context: Context<AppEnv>): AgentService {
  const { store } = answerer;
  return {
    store,
    origin: new URL(context.req.url).origin,
    ask: async (request) => {
      const timed = await answerTimed(answerer, request);
      const [identified = timed.answer] = await recordWithIds(context, "mcp", [timed]);
      return identified;
    },
    passage: (id) => readPassage(store, id),
    explain: (error) => toProblem(error, context).message,
  };
}

/**
 * The protocol asks servers to check `Origin`, against DNS rebinding
 * (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports).
 */
function refuseForeignOrigin(origin: string | undefined, env: AppEnv["Bindings"]): void {
  const { allowedOrigins } = readConfiguration(env);
  if (origin === undefined || allowedOrigins === "*" || allowedOrigins.includes(origin)) return;
  throw new ProblemError(
    403,
    "Pages of this origin may not call the service. Its owner lists those that may.",
  );
}
