import type { MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { Hono } from "hono/tiny";
import type { Language } from "../text/language.ts";
import type { Engine } from "./engines/engine.ts";
import type { AppEnv } from "./env.ts";
import { crossOrigin, securityHeaders } from "./http/headers.ts";
import { ProblemError, problemResponse } from "./http/problem.ts";
import { feedbackRoutes } from "./insights/feedback.ts";
import { insightsRoutes } from "./insights/insights.ts";
import { answerInTime } from "./middleware/deadline.ts";
import { limitRate } from "./middleware/rate-limit.ts";
import { receiveBody } from "./middleware/receive-body.ts";
import { shedLoad } from "./middleware/shed-load.ts";
import { articleRoutes } from "./routes/articles.ts";
import { askRoutes } from "./routes/ask.ts";
import { healthRoutes } from "./routes/health.ts";
import type { OpenAgents } from "./routes/mcp.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { originRoutes } from "./routes/origin-files.ts";
import { passageRoutes } from "./routes/passages.ts";
import { suggestRoutes } from "./routes/suggest.ts";

const isOwners = (path: string): boolean => /^\/insights(?:\/|$)/.test(path);

/** What a service is made of. The build writes an entry that puts it together out of what one corpus needs. */
export interface ServiceParts {
  /** Where the articles are served from. */
  readonly engine: Engine;
  /** Languages that articles may be in. */
  readonly languages: readonly Language[];
  /** Lazily loads the code that only agents need; called at the first agent request. */
  readonly agents: OpenAgents;
}

/**
 * The HTTP service over an engine. Every error, whatever its cause, is a problem document.
 * @param outermost sees every request first and every response last.
 */
export function createApp(
  { engine, languages, agents }: ServiceParts,
  ...outermost: MiddlewareHandler<AppEnv>[]
): Hono<AppEnv> {
  const { open, openSuggestions, pages } = engine;
  const app = new Hono<AppEnv>();
  for (const middleware of outermost) app.use(middleware);
  // Pages set their own headers.
  if (pages !== undefined) app.route("/", pages);
  app.use(securityHeaders);
  // Owners read their pages on this very site: no other may.
  app.use((context, next) => (isOwners(context.req.path) ? next() : crossOrigin(context, next)));
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
  app.use(answerInTime);
  const receive = receiveBody();
  const shed = shedLoad();
  app.use("/api/*", receive, shed);
  app.use("/mcp", receive, shed);
  app.use("/api/*", limitRate);
  app.use("/mcp", limitRate);
  app.use("/insights/*", limitRate);
  app.route("/api/ask", askRoutes(open));
  app.route("/api/articles", articleRoutes(open));
  app.route("/api/passages", passageRoutes(open));
  app.route("/api/suggest", suggestRoutes(openSuggestions));
  app.route("/api/feedback", feedbackRoutes());
  app.route("/insights", insightsRoutes(open, languages));
  app.route("/mcp", mcpRoutes(open, agents));
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
