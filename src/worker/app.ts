import type { Context, MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { basePath } from "hono/route";
import { Hono } from "hono/tiny";
import type { Language } from "../text/language.ts";
import { ConfigurationError } from "./config.ts";
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
import { askPageRoutes } from "./routes/ask-page.ts";
import { builtFiles } from "./routes/built-files.ts";
import { healthRoutes } from "./routes/health.ts";
import type { OpenAgents } from "./routes/mcp.ts";
import { cardRoutes, mcpRoutes } from "./routes/mcp.ts";
import { originRoutes } from "./routes/origin-files.ts";
import { passageRoutes } from "./routes/passages.ts";
import { suggestRoutes } from "./routes/suggest.ts";

const isOwners = (path: string): boolean => /^\/insights(?:\/|$)/.test(path);

/** Paths of the service itself; everything else is a file of the build. */
const isService = (path: string): boolean => /^\/(?:api|mcp|insights|healthz)(?:\/|$)/.test(path);

/** What a service is made of. The build writes an entry that puts it together out of what one corpus needs. */
export interface ServiceParts {
  /** Where the articles are served from. */
  readonly engine: Engine;
  /** Languages that articles may be in. */
  readonly languages: readonly Language[];
  /** Lazily loads the code that only agents need; called at the first agent request. */
  readonly agents: OpenAgents;
  /** Path that the build was made for, without a slash at the end; empty for the root of a host. */
  readonly base?: string;
  /** Whether the app serves the files of the build too: where no platform does. */
  readonly servesFiles?: boolean;
}

/**
 * The HTTP service over an engine. Every error, whatever its cause, is a problem document.
 * @param outermost sees every request first and every response last.
 */
export function createApp(
  { engine, languages, agents, base = "", servesFiles = false }: ServiceParts,
  ...outermost: MiddlewareHandler<AppEnv>[]
): Hono<AppEnv> {
  const { open, openSuggestions, pages } = engine;
  const app = new Hono<AppEnv>();
  const pathOf = ({ req }: Context<AppEnv>): string => req.path.slice(base.length) || "/";
  for (const middleware of outermost) app.use(middleware);
  app.use(async (context, next) => {
    if (basePath(context) === (base || "/")) return next();
    throw new ConfigurationError(
      `Footnote was built for ${base || "/"} and is mounted at ${basePath(context)}: build it with that base.`,
    );
  });
  // Pages set their own headers.
  if (pages !== undefined) app.route("/", pages);
  app.use(securityHeaders);
  // Owners read their pages on this very site: no other may.
  app.use((context, next) => (isOwners(pathOf(context)) ? next() : crossOrigin(context, next)));
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
  app.use(async (context, next) => {
    const path = pathOf(context);
    if (path.endsWith("/") && path.length > 1 && (isService(path) || !servesFiles)) {
      throw new ProblemError(404, `Nothing is at ${context.req.path}. Leave out the slash at the end.`);
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
  app.use("/ask", receive, shed, limitRate);
  app.route("/ask", askPageRoutes(open, agents));
  app.route("/api/articles", articleRoutes(open));
  app.route("/api/passages", passageRoutes(open));
  app.route("/api/suggest", suggestRoutes(openSuggestions));
  app.route("/api/feedback", feedbackRoutes());
  app.route("/insights", insightsRoutes(open, languages));
  app.route("/mcp", mcpRoutes(open, agents));
  app.route("/", cardRoutes(open, agents, base));
  app.route("/healthz", healthRoutes(open));
  app.route("/", originRoutes());
  if (servesFiles) app.use(builtFiles(base));
  const nothing = (context: Context<AppEnv>): Response =>
    problemResponse(
      new ProblemError(404, `Nothing is at ${context.req.path}. The API begins at ${base}/api/ask.`),
      context,
    );
  // An app around would answer in its own way.
  if (base !== "") app.all("*", nothing);
  app.notFound(nothing);
  app.onError(problemResponse);
  return app;
}
