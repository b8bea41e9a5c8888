import type { MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { Hono } from "hono/tiny";
import { articleRoutes } from "./articles.ts";
import { askRoutes } from "./ask.ts";
import { answerInTime } from "./deadline.ts";
import type { Engine } from "./engine.ts";
import type { AppEnv } from "./env.ts";
import { crossOrigin, securityHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { feedbackRoutes } from "./insights/feedback.ts";
import { insightsRoutes } from "./insights/insights.ts";
import { mcpRoutes } from "./mcp.ts";
import { originRoutes } from "./origin.ts";
import { passageRoutes } from "./passages.ts";
import { ProblemError, problemResponse } from "./problem.ts";
import { limitRate } from "./rate-limit.ts";
import { shedLoad } from "./shed-load.ts";
import { suggestRoutes } from "./suggest.ts";

/**
 * The HTTP service over an engine. Every error, whatever its cause, is a problem document.
 * @param outermost sees every request first and every response last.
 */
export function createApp(engine: Engine, ...outermost: MiddlewareHandler<AppEnv>[]): Hono<AppEnv> {
  const { open, openSuggestions, pages } = engine;
  const app = new Hono<AppEnv>();
  for (const middleware of outermost) app.use(middleware);
  // Pages have headers of their own.
  if (pages !== undefined) app.route("/", pages);
  app.use(securityHeaders, crossOrigin);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const { method, path } = context.req;
        const allowed = [...methods, "OPTIONS"].join(", ");
        const error = new ProblemError(405, `${path} does not take ${method}. It takes ${allowed}.`, {
          headers: { Allow: allowed },
        });
        return problemResponse(error, context);
      },
    }),
  );
  app.use(async ({ req }, next) => {
    if (req.path.endsWith("/") && req.path.length > 1) {
      throw new ProblemError(404, `Nothing is at ${req.path}. Leave out the slash at the end.`);
    }
    await next();
  });
  const shed = shedLoad();
  app.use("/api/*", shed);
  app.use("/mcp", shed);
  app.use(answerInTime);
  app.use("/api/*", limitRate);
  app.use("/mcp", limitRate);
  app.use("/insights/*", limitRate);
  app.route("/api/ask", askRoutes(open));
  app.route("/api/articles", articleRoutes(open));
  app.route("/api/passages", passageRoutes(open));
  app.route("/api/suggest", suggestRoutes(openSuggestions));
  app.route("/api/feedback", feedbackRoutes());
  app.route("/insights", insightsRoutes(open));
  app.route("/mcp", mcpRoutes(open));
  app.route("/healthz", healthRoutes(open));
  app.route("/", originRoutes());
  app.notFound((context) =>
    problemResponse(
      new ProblemError(404, `Nothing is at ${context.req.path}. The API begins at /api/ask.`),
      context,
    ),
  );
  app.onError(problemResponse);
  return app;
}
