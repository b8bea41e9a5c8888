import { Hono } from "hono/tiny";
import { readConfiguration } from "./config.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { ProblemError } from "./problem.ts";
import { maximumBatchLength, refuseQuery } from "./request.ts";

/**
 * `POST /mcp`: the same answers for agents, by the Model Context Protocol over streamable HTTP
 * (https://modelcontextprotocol.io). Every request stands alone, so there is no session to keep.
 */
export function mcpRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>().post("/", async (context) => {
    refuseQuery(context.req.url);
    refuseForeignOrigin(context.req.header("Origin"), context.env);
    // Readers with a browser need none of this code, so an isolate runs it when the first agent comes.
    const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
      import("@modelcontextprotocol/server"),
      import("./mcp-server.ts"),
    ]);
    const answerer = await open(context);
    const handler = createMcpHandler(() => createMcpServer(answerer, context), {
      responseMode: "json",
      maxRequestBodySize: maximumBatchLength,
    });
    return handler.fetch(context.req.raw);
  });
}

/**
 * The protocol asks servers to check where a browser's request comes from, against pages that reach them by rebinding
 * a name (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports).
 */
function refuseForeignOrigin(origin: string | undefined, env: AppEnv["Bindings"]): void {
  const { allowedOrigins } = readConfiguration(env);
  if (origin === undefined || allowedOrigins === "*" || allowedOrigins.includes(origin)) return;
  throw new ProblemError(
    403,
    "Pages of this origin may not call the service. Its owner lists those that may.",
  );
}
