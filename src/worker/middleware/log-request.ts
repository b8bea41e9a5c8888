import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../env.ts";
import { logInformation } from "../http/log.ts";

/** Logs each request by its route, not its URL: a URL can contain a question, or whatever a reader typed. */
export const logRequest: MiddlewareHandler<AppEnv> = async (context, next) => {
  const started = performance.now();
  await next();
  logInformation({
    level: "info",
    method: context.req.method,
    route: routePath(context, -1),
    status: context.res.status,
    milliseconds: Math.round(performance.now() - started),
  });
};
