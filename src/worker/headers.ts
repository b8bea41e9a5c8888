import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { bookmarkHeader } from "../api/headers.ts";
import { readConfiguration } from "./config.ts";
import type { AppEnv } from "./env.ts";

/** For aids that may be a minute old: readers who type ask for the same ones again and again. */
export const briefly = { "Cache-Control": "public, max-age=60" } as const;

/** The response header that names an answer, to send back with a vote. */
export const answerIdHeader = "Footnote-Answer-Id";

/** For what is about this moment, or about one reader. */
export const uncacheable = { "Cache-Control": "no-store" } as const;

/** A day: browsers keep the answer to a preflight request no longer than this, and some less. */
const preflightMaxAge = 86_400;

/** Lets pages of the allowed origins read the API (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export const crossOrigin: MiddlewareHandler<AppEnv> = (context, next) =>
  cors({
    origin: readConfiguration(context.env).allowedOrigins,
    allowMethods: ["GET", "HEAD", "POST"],
    allowHeaders: [
      "Content-Type",
      "If-None-Match",
      "MCP-Protocol-Version",
      "Mcp-Method",
      "Mcp-Name",
      bookmarkHeader,
    ],
    exposeHeaders: [
      "Allow",
      "ETag",
      "RateLimit",
      "RateLimit-Policy",
      "Retry-After",
      answerIdHeader,
      bookmarkHeader,
      "Server-Timing",
    ],
    maxAge: preflightMaxAge,
  })(context, next);

/** Headers for responses that are data: nothing in them may run, be framed, or be taken for another type. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next();
  if (!context.res.headers.has("Content-Security-Policy")) {
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
  context.header("Cross-Origin-Resource-Policy", "cross-origin");
  context.header("Referrer-Policy", "no-referrer");
  context.header("X-Content-Type-Options", "nosniff");
};
