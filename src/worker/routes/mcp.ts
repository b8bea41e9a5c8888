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
import { charge } from "../middleware/rate-limit.ts";
import { readPassage } from "./passages.ts";
import { answerTimed } from "./timed-answer.ts";

/** Messages of one request at most: as many as a batch over HTTP may have questions. */
const maximumMessages = 20;

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
    const { answerAgent, countMessages } = await agents();
    const body = receivedBody(context, maximumBatchLength);
    // Each may be a question: they count as those of a batch do.
    const messages = countMessages(body);
    if (messages > maximumMessages) {
      throw new ProblemError(
        400,
        `A request has at most ${maximumMessages} messages. Send the others in another.`,
      );
    }
    context.get("weigh")(messages);
    await charge(context, messages - 1);
    const service = serviceOf(await open(context), context);
    const { url, headers } = context.req.raw;
    return answerAgent(new Request(url, { method: "POST", headers, body }), service);
  });
}

/** Paths of the documents that describe the MCP server before anybody connects to it: its card, and what leads to it. */
const descriptions = ["/mcp/server-card", "/mcp/server.json", "/.well-known/mcp/:file"];

/** The server card, the catalogue that leads to it, and what the registry is told. */
export function cardRoutes(open: OpenAnswerer, agents: OpenAgents, base: string): Hono<AppEnv> {
  return new Hono<AppEnv>().on("GET", descriptions, async (context, next) => {
    const { pathname, origin } = new URL(context.req.url);
    const [{ describeServer }, { store }] = await Promise.all([agents(), open(context)]);
    const found = describeServer(pathname.slice(base.length), {
      address: origin + base,
      title: store.info.title,
    });
    return found === undefined
      ? next()
      : context.body(found.body, 200, { "Content-Type": found.type, ...publicHour });
  });
}

function serviceOf(answerer: Answerer, context: Context<AppEnv>): AgentService {
  const { store } = answerer;
  return {
    store,
    origin: new URL(context.req.url).origin,
    ask: async (request) => {
      // Its client was answered already: nobody reads this.
      if (context.get("expired").aborted)
        throw new ProblemError(503, "The answers took too long. Ask fewer questions at a time.");
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
