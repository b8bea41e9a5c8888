import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { Answerer } from "../../answer/answer.ts";
import type { AgentService, answerAgent } from "../agents/mcp-server.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { ProblemError, toProblem } from "../http/problem.ts";
import { maximumBatchLength, receivedBody, refuseQuery } from "../http/request.ts";
import { recordWithIds } from "../insights/record.ts";
import { readPassage } from "./passages.ts";
import { answerTimed } from "./timed-answer.ts";

/** Loads the code for agents. */
export type OpenAgents = () => Promise<{ readonly answerAgent: typeof answerAgent }>;

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
